/** The user's own rules: typed into the options page, in force at once, and never against the article. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen, readTexts } from "../browser/look.mjs";
import { typeRules } from "../browser/options.mjs";
import { until } from "../browser/report.mjs";
import { openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";
const META = ".post-meta";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let tab;
/** @type {Page} */
let options;
before(async () => {
	stage = await openStage();
	({ tab } = await stage.open(stage.site.address(PAGE)));
	options = await stage.desk.openOptions();
});
after(() => stage?.close());

/** @param {string[]} rules */
const save = (...rules) => typeRules(options, ...rules);

const listFaults = () => readTexts(options, "#rules-faults:not([hidden]) li");

/** @param {string} selector @param {boolean} seen @param {Page} [page] */
const waitFor = (selector, seen, page = tab) =>
	until(`${selector} to be ${seen ? "shown" : "gone"}`, async () => (await isSeen(page, selector)) === seen);

it("hides at once what a rule names, on its site only, and after a reload", async () => {
	await save("! mine", `news.localhost##${META}`);
	await waitFor(META, false);
	assert.deepEqual(await listFaults(), []);
	await tab.reload({ waitUntil: "load" });
	await stage.desk.settled(tab);
	assert.equal(await isSeen(tab, META), false);
	const other = await stage.open(stage.site.address(PAGE, "other"));
	assert.equal(await isSeen(other.tab, META), true);
});

it("tells in the popup which rule it was, and in the options how often", async () => {
	const popup = await stage.desk.openPopup(tab);
	const reasons = () => readTexts(popup, "section[aria-labelledby=category-own] .reasons");
	const [reason] = await until("the block", async () => (await reasons()).length > 0 && reasons());
	assert.match(reason, /news\.localhost##\.post-meta/);
	await popup.close();
	options = await stage.desk.openOptions();
	await until("the count", async () => (await readTexts(options, "#rules-hits li span"))[0]?.includes("2"));
});

it("keeps what an exception names, and narrows by words", async () => {
	await save(
		"##.share-post:has-text(no such words)",
		"##.entry > p:has-text(coastguard)",
		"news.localhost#@##author-box",
	);
	await waitFor(BIO, true);
	const texts = await readTexts(tab, ".entry > p");
	assert.equal(
		texts.some((text) => text.includes("coastguard")),
		false,
	);
	await save("");
	await waitFor(BIO, false);
});

it("says of each line that cannot be used why, and uses the others", async () => {
	await save(
		"##.a:style(color: red)",
		"a.example##+js(x)",
		"nonsense",
		"##.a[",
		"##.a:nonsense",
		"###author-box",
		"##*",
		"##.a:style(background: url(//a.example))",
		"a.example#$#body { margin: 0 }",
		"||a.example^$removeparam=b",
		"a.example##^script",
		"##.a:matches-css(color: red)",
		"##:xpath(//div)",
		"##html",
		"##:root",
	);
	const wrong = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15];
	const faults = await until(
		"the faults",
		async () => (await listFaults()).length === wrong.length && listFaults(),
	);
	for (const [at, line] of wrong.entries()) assert.match(faults[at], new RegExp(`^Line ${line}: .{15,}`));
	options = await stage.desk.openOptions();
	await until("the text", () =>
		options.$eval("#rules-text", (area) => /** @type {HTMLTextAreaElement} */ (area).value.includes("+js")),
	);
	assert.equal(await isSeen(tab, BIO), false);
});

it("never takes the article, whatever a rule says", async () => {
	await save("##div", "##.entry", "##h1, .post-inner", "##:is(*)", "##article", "##main", "##*:not(x)");
	await stage.desk.settled(tab);
	const report = await until("the refusals", async () => {
		const report = await stage.desk.report(tab);
		return (report?.nearly ?? []).some(({ reasons }) => reasons[0].key === "refused") && report;
	});
	assert.ok(report.blocks.every(({ category }) => category !== "own"));
	for (const selector of ["h1", ".entry", ".entry > p"])
		assert.equal(await isSeen(tab, selector), true, selector);
	await save("");
});
