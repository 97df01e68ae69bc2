/** Keys and the context menu do without the popup what it does. */

import assert from "node:assert/strict";
import { after, afterEach, before, it } from "node:test";
import { hearFaults } from "../browser/background.mjs";
import { isSeen } from "../browser/look.mjs";
import { isPicking, waitForEnd } from "../browser/picker.mjs";
import { until } from "../browser/report.mjs";
import { chooseFromMenu, listShortcuts, pressShortcut } from "../browser/shortcuts.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let tab;
/** @type {Page} */
let second;
/** @type {Page} */
let other;
/** @type {() => Promise<string[]>} */
let listFaults;

before(async () => {
	stage = await openStage();
	listFaults = await hearFaults(stage.session);
	({ tab: second } = await stage.open(stage.site.address(`${PAGE}?second`)));
	({ tab: other } = await stage.open(stage.site.address(PAGE, "other")));
	({ tab } = await stage.open(stage.site.address(PAGE)));
});
after(() => stage?.close());
afterEach(async () => assert.deepEqual(await listFaults(), []));

/** @param {string} command */
const press = (command) => pressShortcut(stage.session, stage.desk, command);

/** @param {string} entry */
const choose = (entry) => chooseFromMenu(stage.session, tab, entry);

/** @param {boolean} seen @param {Page[]} tabs */
const waitFor = (seen, ...tabs) =>
	until(`the box to be ${seen ? "shown" : "taken off"}`, async () => {
		const now = await Promise.all(tabs.map((tab) => isSeen(tab, BIO)));
		return now.every((one) => one === seen);
	});

/** Esc ends the picker, once it is there. */
async function leavePicker() {
	await until("the picker", () => isPicking(tab));
	await tab.keyboard.press("Escape");
	await waitForEnd(tab);
}

it("has keys that the browser keeps for nothing else", async () => {
	const wanted = await stage.desk.page.evaluate(() => {
		const { commands = {} } = /** @type {any} */ (chrome.runtime.getManifest());
		return Object.keys(commands).map((name) => [name, commands[name].suggested_key.default]);
	});
	assert.equal(wanted.length, 4);
	assert.deepEqual(await listShortcuts(stage.desk), Object.fromEntries(wanted));
});

/** Firefox alone shows a popup without a screen. */
async function openPopupWithKeys() {
	await press("_execute_action");
	const countPopups = () =>
		stage.desk.page.evaluate(() => chrome.extension.getViews({ type: "popup" }).length);
	await until("the popup", async () => (await countPopups()) === 1);
	await press("_execute_action");
	await until("the popup's end", async () => (await countPopups()) === 0);
}

if (NAME === "firefox") it("opens and closes the popup with keys", openPopupWithKeys);

it("switches the site off and on in all its tabs, with keys", async () => {
	await press("toggle-site");
	await waitFor(true, tab, second);
	assert.equal(await isSeen(other, BIO), false);
	await press("toggle-site");
	await waitFor(false, tab, second);
});

it("gives everything back in the tab in front and takes it off again, with keys", async () => {
	await press("show-all");
	await waitFor(true, tab);
	assert.equal(await isSeen(second, BIO), false);
	await press("show-all");
	await waitFor(false, tab);
});

it("starts the picker with keys", async () => {
	await press("pick");
	await leavePicker();
});

it("does the same from the context menu", async () => {
	await choose("show-all");
	await waitFor(true, tab);
	assert.equal(await isSeen(second, BIO), false);
	await choose("show-all");
	await waitFor(false, tab);
	await choose("pick");
	await leavePicker();
});

it("switches a site on again where nothing runs", async () => {
	await press("toggle-site");
	await waitFor(true, tab, second);
	await tab.reload({ waitUntil: "load" });
	assert.equal(await stage.desk.report(tab), null);
	await press("show-all");
	await press("toggle-site");
	await waitFor(false, tab, second);
});
