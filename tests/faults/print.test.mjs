/** What is printed, and how soon everything is shown. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { inflateSync } from "node:zlib";
import { isSeen } from "../browser/look.mjs";
import { pause } from "../browser/report.mjs";
import { openStage, readPage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const BIO = "#author-box";
/** Milliseconds in which everything has to be shown. */
const SOON = 100;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
	const long = "<p>The night ferry was late again, and nobody on the quay was surprised.</p>".repeat(100);
	stage.site.put("/long", (await readPage("sahifa")).replace('<div class="entry">', `$&${long}`));
});
after(() => stage?.close());

/** What is packed in a printed document, and what is not. @param {Buffer} printed */
function unpack(printed) {
	const parts = [printed];
	for (const { 0: head, index } of printed.toString("latin1").matchAll(/stream\r?\n/g)) {
		try {
			parts.push(inflateSync(printed.subarray(index + head.length)));
		} catch {
			// Not every part is packed in this way.
		}
	}
	return Buffer.concat(parts).toString("latin1");
}

/** How many sheets of paper a page takes. @param {Page} tab */
async function countSheets(tab) {
	const printed = Buffer.from(await tab.pdf({ timeout: 60_000 }));
	const counts = [...unpack(printed).matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count));
	assert.ok(counts.length > 0, "no sheets in what was printed");
	return Math.max(...counts);
}

it("prints all of the article while the page is still being read, and without the clutter after that", async () => {
	const tab = await stage.desk.openTab();
	await tab.goto(stage.site.address("/long"), { waitUntil: "domcontentloaded" });
	const early = await countSheets(tab);
	await stage.desk.settled(tab);
	assert.equal(await isSeen(tab, BIO), false);
	const clean = await countSheets(tab);
	await stage.desk.tell(tab, { kind: "show-all" });
	const whole = await countSheets(tab);
	assert.ok(clean > 2 && clean < whole, `${clean} of ${whole}`);
	assert.ok(early >= clean, `${early} instead of ${clean}`);
	await tab.close();
});

it("shows everything within a tenth of a second", async () => {
	const { tab } = await stage.open(stage.site.address("/sahifa.html"));
	assert.equal(await isSeen(tab, BIO), false);
	await tab.evaluate(() => {
		const bio = /** @type {Element} */ (document.querySelector("#author-box"));
		const began = Date.now();
		const watch = setInterval(() => {
			if (!bio.checkVisibility()) return;
			clearInterval(watch);
			Object.assign(window, { shownAt: Date.now(), began });
		}, 1);
	});
	const asked = await stage.desk.page.evaluate(() => Date.now());
	await stage.desk.tell(tab, { kind: "show-all" });
	await pause(500);
	const shown = await tab.evaluate(() => /** @type {any} */ (window).shownAt);
	assert.ok(shown - asked <= SOON, `${shown - asked} ms`);
	await tab.close();
});
