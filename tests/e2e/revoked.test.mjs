/** Access taken away in the browser's settings: the page is given back at once, the popup says so, until it is given again. */

import assert from "node:assert/strict";
import { after, afterEach, before, it } from "node:test";
import { allow, EVERYWHERE } from "../browser/access.mjs";
import { hearFaults } from "../browser/background.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { clickIn, close, openOver, readIn } from "../browser/popup.mjs";
import { until } from "../browser/report.mjs";
import { openStage, seePlain } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let tab;
/** @type {Page} */
let other;
/** @type {() => Promise<string[]>} */
let listFaults;

before(async () => {
	stage = await openStage();
	listFaults = await hearFaults(stage.session);
	({ tab: other } = await stage.open(stage.site.address(PAGE, "other")));
	({ tab } = await stage.open(stage.site.address(PAGE)));
});
after(() => stage?.close());
afterEach(async () => assert.deepEqual(await listFaults(), []));

/** @param {Page} tab @param {boolean} seen */
const waitFor = (tab, seen) =>
	until(`the box to be ${seen ? "shown" : "taken off"}`, async () => (await isSeen(tab, BIO)) === seen);

/** @param {string} key @param {string[]} params */
const say = (key, ...params) =>
	stage.desk.page.evaluate((key, params) => chrome.i18n.getMessage(key, params), key, params);

/** @param {string} headline */
const waitForHeadline = (headline) =>
	until(`“${headline}”`, async () => (await readIn(stage.desk, "#headline"))[0] === headline);

it("gives everything back in open tabs, and runs nowhere", async () => {
	await allow(stage.session, []);
	for (const one of [tab, other]) {
		await waitFor(one, true);
		assert.equal(await readSource(one), await seePlain(one.url()));
	}
	await other.reload({ waitUntil: "load" });
	assert.equal(await stage.desk.report(other), null);
});

it("says so in the popup, and has a way back", async () => {
	await openOver(stage.session, stage.desk, tab);
	await waitForHeadline(await say("no_access"));
	const [hint, grant] = await readIn(stage.desk, "#hint, #grant");
	assert.equal(hint, await say("no_access_hint", "news.localhost"));
	assert.equal(grant, await say("grant", "news.localhost"));
	assert.deepEqual(await readIn(stage.desk, "#blocks *, #pick, #all"), []);
});

it("cleans the page once, where the popup is asked to", async () => {
	await clickIn(stage.desk, "#once");
	await waitFor(tab, false);
	await close(stage.desk);
	assert.equal(await isSeen(other, BIO), true);
	// The browsers' leave for one page ends with its site; a reload is the same site.
	await tab.goto(stage.site.address(PAGE, "elsewhere"), { waitUntil: "load" });
	await tab.goto(stage.site.address(PAGE), { waitUntil: "load" });
	await waitFor(tab, true);
	assert.equal(await stage.desk.report(tab), null);
});

it("works on one site at once, where that is allowed", async () => {
	await allow(stage.session, ["http://news.localhost/*"]);
	await waitFor(tab, false);
	assert.equal(await isSeen(other, BIO), true);
	assert.equal(await stage.desk.report(other), null);
});

it("works everywhere at once, when access is given again", async () => {
	await allow(stage.session, EVERYWHERE);
	await waitFor(other, false);
	await waitFor(tab, false);
	await openOver(stage.session, stage.desk, other);
	await until("the list", async () => (await readIn(stage.desk, "#blocks li")).length > 0);
	await close(stage.desk);
});
