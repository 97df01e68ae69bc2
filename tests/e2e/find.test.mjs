/** Words in what was taken off are found by the browser's search in the page, and give their block back. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { evaluateInWindow } from "../browser/firefox.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { NAME, openStage, seePlain } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";
/** Words of the bio alone. */
const WORDS = "ports, trains and the people";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

/** @param {Page} tab */
async function pressSearch(tab) {
	await tab.bringToFront();
	await tab.keyboard.down("Control");
	await tab.keyboard.press("KeyF");
	await tab.keyboard.up("Control");
}

/**
 * Searches a page as the browser does. Chromium's driver has no search, but a link to words looks for them in the same way.
 * @param {Page} tab @param {string} words
 */
async function search(tab, words) {
	if (NAME === "firefox") {
		const find = (/** @type {string} */ words) => {
			const { gBrowser } = /** @type {any} */ (globalThis);
			gBrowser.selectedBrowser.finder.fastFind(words, false, false);
		};
		return evaluateInWindow(stage.session, find, words);
	}
	const session = await tab.createCDPSession();
	await session.send("Page.navigate", { url: `${tab.url()}#:~:text=${encodeURIComponent(words)}` });
}

it("gives the block back in which the search finds something", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	await pressSearch(tab);
	await search(tab, WORDS);
	await until("the bio", () => isSeen(tab, BIO));
	assert.equal(await isSeen(tab, "#related_posts"), false);
	assert.ok((await tab.evaluate(() => scrollY)) > 0, "not scrolled to");
	const { blocks } = await stage.desk.settled(tab);
	assert.deepEqual(
		blocks.filter((block) => block.shown).map((block) => block.category),
		["author-bio"],
	);
	await tab.close();
});

it("leaves the page as it was after a click, and where nothing is searched for", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	const plain = await seePlain(stage.site.address(PAGE));
	await pressSearch(tab);
	await until("the words to lie ready", async () =>
		(await readSource(tab)).includes("position: absolute; inset"),
	);
	assert.equal(await isSeen(tab, BIO), false);
	await tab.mouse.click(5, 5);
	await stage.desk.tell(tab, { kind: "show-all" });
	await until("the page as it was", async () => (await readSource(tab)) === plain);
	await tab.close();
});
