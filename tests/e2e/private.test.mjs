/** Private windows: pages are cleaned there too, and nothing of what one does there is written down. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { pickByMouse, startPicker, waitForGone } from "../browser/picker.mjs";
import { until } from "../browser/report.mjs";
import { openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BOX = "#author-box";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {string} */
let address;
/** @type {Page} */
let ordinary;
/** @type {Page} */
let hidden;

before(async () => {
	stage = await openStage({ inPrivate: true });
	address = stage.site.address(PAGE);
	ordinary = (await stage.open(address)).tab;
});
after(() => stage?.close());

/** All that outlives the browser: what is stored, and the scripts that are registered for good. */
const readKept = () =>
	stage.desk.page.evaluate(async () => {
		const scripts = await chrome.scripting.getRegisteredContentScripts();
		const lasting = scripts.filter((script) => script.persistAcrossSessions !== false);
		return {
			stored: await chrome.storage.local.get(null),
			sites: lasting.map(({ id, matches, excludeMatches }) => ({ id, matches, excludeMatches })),
		};
	});

/** @param {Page} tab @param {boolean} seen */
const waitFor = (tab, seen) =>
	until(`the box to be ${seen ? "shown" : "taken off"}`, async () => (await isSeen(tab, BOX)) === seen);

/** Presses the switch of a private tab and waits for what comes of it. @param {boolean} seen */
async function press(seen) {
	const kept = await readKept();
	const popup = await stage.desk.pressSwitch(hidden);
	await waitFor(hidden, seen);
	assert.equal(await popup.evaluate(() => document.querySelector("#private")?.checkVisibility()), true);
	await popup.close();
	assert.deepEqual(await readKept(), kept);
	await hidden.reload({ waitUntil: "load" });
	await waitFor(hidden, seen);
}

it("cleans and gives back, and writes nothing", async () => {
	const kept = await readKept();
	hidden = (await stage.openPrivately(address)).tab;
	assert.equal(await isSeen(hidden, BOX), false);
	await stage.desk.tell(hidden, { kind: "show-all" });
	assert.equal(await isSeen(hidden, BOX), true);
	assert.deepEqual(await readKept(), kept);
});

it("switches the site off there alone, and writes nothing", async () => {
	await press(true);
	await ordinary.reload({ waitUntil: "load" });
	await stage.desk.settled(ordinary);
	assert.equal(await isSeen(ordinary, BOX), false);
});

it("takes off what is picked there, on the site's pages in that window alone, and writes nothing", async () => {
	const picked = ".weather b";
	const { tab } = await stage.openPrivately(stage.site.address(PAGE, "picked"));
	const kept = await readKept();
	await startPicker(stage.desk, tab);
	await pickByMouse(tab, picked);
	await waitForGone(tab, picked);
	assert.deepEqual(await readKept(), kept);
	await tab.reload({ waitUntil: "load" });
	await waitForGone(tab, picked);
	await tab.close();
	// A new tab may open in the private window.
	await ordinary.goto(stage.site.address(PAGE, "picked"), { waitUntil: "load" });
	await stage.desk.settled(ordinary);
	assert.equal(await isSeen(ordinary, picked), true);
	await ordinary.goto(address, { waitUntil: "load" });
});

it("forgets the switch and the pick with the windows", async () => {
	await hidden.close();
	await until("the end of the private window", () =>
		stage.desk.page.evaluate(async () => Object.keys(await chrome.storage.session.get(null)).length === 0),
	);
	hidden = (await stage.openPrivately(address)).tab;
	assert.equal(await isSeen(hidden, BOX), false);
});

it("switches a site on there alone that is off elsewhere, and writes nothing", async () => {
	await (await stage.desk.pressSwitch(ordinary)).close();
	await waitFor(ordinary, true);
	await waitFor(hidden, true);
	await press(false);
	await ordinary.reload({ waitUntil: "load" });
	assert.equal(await isSeen(ordinary, BOX), true);
});
