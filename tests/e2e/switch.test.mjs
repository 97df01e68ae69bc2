/** The switch for a site: in force at once, in every tab, for good, and without a trace. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { endBackground, SOON } from "../browser/background.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { NAME, openStage, seePlain } from "../browser/stage.mjs";

const PAGE = "/sahifa.html";
const BOX = "#author-box";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {import("puppeteer-core").Page[]} */
let tabs;
/** @type {import("puppeteer-core").Page} */
let other;

before(async () => {
	stage = await openStage({ idle: SOON });
	tabs = [];
	for (const path of [PAGE, `${PAGE}?second`]) tabs.push((await stage.open(stage.site.address(path))).tab);
	other = (await stage.open(stage.site.address(PAGE, "other"))).tab;
});
after(() => stage?.close());

/** @param {boolean} seen */
const waitForBoth = (seen) =>
	until(`the box to be ${seen ? "shown" : "taken off"} in both tabs`, async () => {
		const now = await Promise.all(tabs.map((tab) => isSeen(tab, BOX)));
		return now.every((one) => one === seen);
	});

/**
 * What scripts of ours left in their own world in a tab. Chromium keeps a world for a tab that had one, but empty.
 * @param {import("puppeteer-core").Page} tab
 * @returns {Promise<string[]>}
 */
async function listTraces(tab) {
	const inspector = await tab.createCDPSession();
	/** @type {number[]} */
	const worlds = [];
	inspector.on("Runtime.executionContextCreated", ({ context }) => {
		if (context.origin === stage.session.origin) worlds.push(context.id);
	});
	await inspector.send("Runtime.enable");
	const expression =
		"Object.getOwnPropertyNames(globalThis).filter((name) => /endmark|wasm/i.test(name)).join()";
	const answers = worlds.map((contextId) => inspector.send("Runtime.evaluate", { expression, contextId }));
	const names = (await Promise.all(answers)).map(({ result }) => String(result.value));
	await inspector.detach();
	return names.flatMap((list) => list.split(",")).filter((name) => name !== "WebAssembly" && name !== "");
}

it("is on at first", async () => {
	assert.equal(await isSeen(tabs[0], BOX), false);
	assert.equal(await isSeen(other, BOX), false);
	if (NAME === "chrome") assert.ok((await listTraces(tabs[0])).includes("endmarkRuns"));
});

it("gives back at once in both tabs of the site, and in no other", async () => {
	const popup = await stage.desk.pressSwitch(tabs[0]);
	await waitForBoth(true);
	assert.equal(await isSeen(other, BOX), false);
	await popup.close();
});

it("leaves the pages as if the extension were not there", async () => {
	const plain = await seePlain(stage.site.address(PAGE));
	for (const tab of tabs) assert.equal(await readSource(tab), plain);
});

it("runs nothing on the site any more", async () => {
	for (const tab of tabs) {
		await tab.reload({ waitUntil: "load" });
		assert.equal(await stage.desk.report(tab), null);
		if (NAME === "chrome") assert.deepEqual(await listTraces(tab), []);
	}
});

it("holds when the background was ended", async () => {
	await endBackground(stage.session, stage.desk);
	for (const tab of tabs) {
		await tab.reload({ waitUntil: "load" });
		assert.equal(await stage.desk.report(tab), null);
	}
	const { on } = await stage.desk.ask({ kind: "site-state", host: "news.localhost", secure: false });
	assert.equal(on, false);
	await other.reload({ waitUntil: "load" });
	await stage.desk.settled(other);
	assert.equal(await isSeen(other, BOX), false);
});

it("is pressed again after the background was ended: both tabs are cleaned", async () => {
	await endBackground(stage.session, stage.desk);
	await stage.desk.pressSwitch(tabs[0]);
	await waitForBoth(false);
});
