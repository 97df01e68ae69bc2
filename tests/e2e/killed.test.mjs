/** The background killed in the middle of its work: what is said to be done is stored, and nothing else is said. */

import assert from "node:assert/strict";
import { after, before, beforeEach, it } from "node:test";
import { killBackground, stall } from "../browser/background.mjs";
import { isSeen, readTexts } from "../browser/look.mjs";
import { readStored } from "../browser/options.mjs";
import { until } from "../browser/report.mjs";
import { openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let tab;
/** @type {Page} */
let options;

before(async () => {
	stage = await openStage();
	({ tab } = await stage.open(stage.site.address(PAGE)));
});
after(() => stage?.close());
beforeEach(async () => {
	options = await stage.desk.openOptions();
	await until("the categories", () => options.$("#category-tags"));
});

/** @param {Page} page @param {string} selector */
const isChecked = (page, selector) =>
	page.$eval(selector, (input) => /** @type {HTMLInputElement} */ (input).checked);

const kill = () => killBackground(stage.session);

/** @param {boolean} seen */
const waitFor = (seen) =>
	until(`the box to be ${seen ? "shown" : "taken off"}`, async () => (await isSeen(tab, BIO)) === seen);

it("has stored the switch when the popup shows it done", async () => {
	const popup = await stage.desk.pressSwitch(tab);
	const done = await stage.desk.page.evaluate(() => chrome.i18n.getMessage("site_off", ["news.localhost"]));
	await until("the word on it", async () => (await readTexts(popup, "#headline"))[0] === done);
	await kill();
	await popup.close();
	await tab.reload({ waitUntil: "load" });
	assert.equal(await stage.desk.report(tab), null);
	await (await stage.desk.pressSwitch(tab)).close();
	await waitFor(false);
});

it("shows the switch as it is, when the background dies before it has stored it", async () => {
	const stalled = await stall(stage.session, stage.desk);
	const popup = await stage.desk.pressSwitch(tab);
	await until("the work to begin", stalled);
	await kill();
	await until("the switch as it was", () => isChecked(popup, "#site-switch"));
	assert.deepEqual((await readStored(popup)).sites ?? {}, {});
	await popup.evaluate(() => document.querySelector("input")?.click());
	await waitFor(true);
	await popup.evaluate(() => document.querySelector("input")?.click());
	await waitFor(false);
	await popup.close();
});

it("cleans a page whose first question the background did not live to answer", async () => {
	const stalled = await stall(stage.session, stage.desk, "get");
	await tab.reload({ waitUntil: "load" });
	await until("the question", stalled);
	assert.equal((await stage.desk.report(tab))?.state, "working");
	await kill();
	await waitFor(false);
	await options.close();
});

it("has stored a category when the options page shows it done", async () => {
	await options.evaluate(() => document.getElementById("category-author-bio")?.click());
	await waitFor(true);
	await kill();
	await tab.reload({ waitUntil: "load" });
	await stage.desk.settled(tab);
	assert.equal(await isSeen(tab, BIO), true);
	await options.evaluate(() => document.getElementById("category-author-bio")?.click());
	await waitFor(false);
	await options.close();
});

it("says in the options that a category could not be stored, and shows it as it is", async () => {
	const stalled = await stall(stage.session, stage.desk);
	await options.evaluate(() => document.getElementById("category-tags")?.click());
	await until("the work to begin", stalled);
	await kill();
	await until("a word on it", async () => (await readTexts(options, "#failed:not([hidden])")).length === 1);
	await until("the box as it was", async () => !(await isChecked(options, "#category-tags")));
	assert.equal((await readStored(options)).categories.tags, false);
	await options.close();
});
