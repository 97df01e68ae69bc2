/** The popup: what was taken off and why, one click to have it back, and a word where nothing is done. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen, readTexts } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

/** @param {Page} popup @param {string} selector */
const click = (popup, selector) =>
	popup.evaluate(
		(selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(),
		selector,
	);

it("lists every block with its reason", async () => {
	const { tab, report } = await stage.open(stage.site.address("/sahifa.html"));
	const popup = await stage.desk.openPopup(tab);
	const rows = await until("the list", async () => {
		const words = await readTexts(popup, "#blocks li .words");
		return words.length > 0 && words;
	});
	assert.equal(rows.length, report.blocks.length);
	const reasons = await readTexts(popup, "#blocks li .reasons");
	assert.deepEqual(
		reasons.filter((reason) => reason === "" || /reason_|\$/.test(reason)),
		[],
	);
	await popup.close();
});

it("gives all back at one click, and takes it off at the next", async () => {
	const { tab } = await stage.open(stage.site.address("/sahifa.html"));
	const popup = await stage.desk.openPopup(tab);
	await until("the button", async () => (await readTexts(popup, "#all:not([hidden])")).length > 0);
	await click(popup, "#all");
	await until("the author box", () => isSeen(tab, "#author-box"));
	await until("the other way", async () => (await readTexts(popup, "#all[data-order=hide-all]")).length > 0);
	await click(popup, "#all");
	await until("the author box's end", async () => !(await isSeen(tab, "#author-box")));
	await popup.close();
});

it("says that a page is no article", async () => {
	const { tab, report } = await stage.open(stage.site.address("/login.html"));
	assert.equal(report.state, "not-article");
	const popup = await stage.desk.openPopup(tab);
	await until("a headline", async () => /article/i.test((await readTexts(popup, "#headline"))[0]));
	await popup.close();
});

it("shows what a category is switched off for, at once and in open tabs", async () => {
	const { tab } = await stage.open(stage.site.address("/sahifa.html"));
	await stage.desk.ask({ kind: "category", category: "author-bio", on: false });
	await until("the author box", () => isSeen(tab, "#author-box"));
	assert.equal(await isSeen(tab, "#related_posts"), false);
	await stage.desk.ask({ kind: "category", category: "author-bio", on: true });
	await until("the author box's end", async () => !(await isSeen(tab, "#author-box")));
});

/** Firefox takes its language from packages, which a test has not got. */
async function readArabic() {
	const arabic = await openStage({ language: "ar" });
	const { tab } = await arabic.open(arabic.site.address("/sahifa.html"));
	const popup = await arabic.desk.openPopup(tab);
	await until("the list", async () => (await readTexts(popup, "#blocks li")).length > 0);
	const sides = await popup.evaluate(() =>
		["#settings", "#pick"].map((id) => document.querySelector(id)?.getBoundingClientRect().left),
	);
	await arabic.close();
	assert.ok(Number(sides[0]) < Number(sides[1]), `from left to right: ${sides}`);
}

if (NAME === "chrome") it("begins on the right in Arabic", readArabic);
