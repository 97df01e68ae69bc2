/** What is certain from its markup is hidden before it is painted, in a page that comes in slowly. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { inPieces } from "../browser/site.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

const BAR = "#bar";
/** Milliseconds for which the server says nothing. */
const GAP = 2000;
const TEXT = `<p>${"The harbour council met on Tuesday and spoke about the new bridge for a long time. ".repeat(4)}</p>`;
/** Counts how often the bar comes into sight, as the browser itself sees it when it paints, and frames. */
const WATCH = `<script>
	const seen = { frames: 0, bars: 0 };
	(function look() {
		seen.frames++;
		requestAnimationFrame(look);
	})();
	new IntersectionObserver((entries) => {
		seen.bars += entries.filter((entry) => entry.isIntersecting).length;
	}).observe(document.querySelector("${BAR}"));
</script>`;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;

before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

/** A page with a bar above its text, in three pieces. @param {{ type?: string, length?: number }} [options] what it says it is, and how long its text is */
function makePage({ type = "article", length = 8 } = {}) {
	const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>
		<meta property="og:type" content="${type}"></head>`;
	const top = `<body><article><h1>The bridge over the harbour</h1><time datetime="2024-03-02">2 March 2024</time>
		<div id="bar" class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3>
		<ul><li><a href="https://twitter.com/share">Tweet</a></li><li><a href="https://www.facebook.com/sharer.php">Share</a></li></ul></div>${WATCH}${TEXT}`;
	const rest = `${TEXT.repeat(length)}</article></body></html>`;
	return [head, top, rest];
}

/** @param {string} path @param {string[]} pieces */
const put = (path, pieces) =>
	stage.site.put(path, inPieces(pieces, [300, GAP], { "content-security-policy": "style-src 'none'" }));

/**
 * Opens a page and looks at it while it comes in, and at its end.
 * @param {string} address
 * @param {(tab: import("puppeteer-core").Page) => Promise<unknown>} [meanwhile] what is done while it comes in
 */
async function watch(address, meanwhile = async () => {}) {
	const tab = await stage.desk.openTab();
	const whole = tab.goto(address, { waitUntil: "load" });
	await until("the text", async () => (await tab.$("article p")) !== null, GAP);
	await pause(300);
	const isEarly = await isSeen(tab, BAR);
	assert.equal(await tab.evaluate(() => document.readyState), "loading");
	await meanwhile(tab);
	await whole;
	const report = await stage.desk.settled(tab);
	const seen = /** @type {{ frames: number, bars: number }} */ (await tab.evaluate("seen"));
	const isLate = await isSeen(tab, BAR);
	const sheets = await tab.evaluate(() => document.adoptedStyleSheets.length);
	assert.equal(sheets, 0, "a sheet of ours is left in the document");
	return { tab, isEarly, isLate, report, seen };
}

/** Only Chromium takes a sheet in before the page is there. */
const EARLY = NAME === "chrome";

it("is seen in no frame, and is a block like others then", async () => {
	put("/article", makePage());
	const { tab, isEarly, isLate, report, seen } = await watch(stage.site.address("/article"));
	assert.equal(isEarly, !EARLY);
	assert.ok(seen.frames > 5, `only ${seen.frames} frames`);
	assert.equal(seen.bars, EARLY ? 0 : 1);
	assert.equal(isLate, false);
	assert.deepEqual(
		report.blocks.map(({ category, shown }) => [category, shown]),
		[["share", false]],
	);
	await stage.desk.tell(tab, { kind: "show-all" });
	assert.equal(await isSeen(tab, BAR), true);
	await tab.close();
});

it("is left until the page is there where the page promises no article", async () => {
	put("/page", makePage({ type: "website" }));
	const { tab, isEarly, isLate } = await watch(stage.site.address("/page"));
	assert.equal(isEarly, true);
	assert.equal(isLate, false);
	await tab.close();
});

it("comes back where the page does not keep what it promised", async () => {
	put("/short", makePage({ length: 0 }));
	const { tab, isEarly, isLate, report } = await watch(stage.site.address("/short"));
	assert.equal(isEarly, !EARLY);
	assert.equal(report.state, "not-article");
	assert.equal(isLate, true);
	await tab.close();
});

it("is left where the address points into the page", async () => {
	put("/pointed", makePage());
	const { tab, isEarly, isLate } = await watch(stage.site.address("/pointed#bar"));
	assert.equal(isEarly, true);
	assert.equal(isLate, true);
	await tab.close();
});

it("is left where the address quotes from it", async () => {
	put("/quoted", makePage());
	const { tab, isEarly, isLate } = await watch(stage.site.address("/quoted#:~:text=Share%20this"));
	assert.equal(isEarly, true);
	assert.equal(isLate, true);
	await tab.close();
});

it("is left where a block of the site is to stay", async () => {
	put("/kept", makePage());
	const first = await stage.open(stage.site.address("/kept", "kept"));
	const key = first.report.blocks[0].key;
	await stage.desk.ask({ kind: "keep", host: "kept.localhost", key, stays: true, tab: 0 });
	await first.tab.close();
	const { tab, isEarly, isLate } = await watch(stage.site.address("/kept", "kept"));
	assert.equal(isEarly, true);
	assert.equal(isLate, true);
	await tab.close();
});

it("comes back at once when the site is switched off meanwhile", async () => {
	put("/off", makePage());
	const { tab, isLate, report } = await watch(stage.site.address("/off", "off"), async (tab) => {
		await stage.desk.ask({ kind: "site", host: "off.localhost", on: false });
		await until("the bar", () => isSeen(tab, BAR), GAP / 2);
	});
	assert.equal(report.state, "off");
	assert.equal(isLate, true);
	await tab.close();
});
