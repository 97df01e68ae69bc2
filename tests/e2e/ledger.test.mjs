/** One block at a time: where it stands, its way back, and that the site remembers what the user decided. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { endBackground, SOON } from "../browser/background.mjs";
import { isSeen, readSource, readTexts } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { openStage, seePlain } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";
const RELATED = "#related_posts";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage({ idle: SOON });
});
after(() => stage?.close());

/** The popup of a tab, once it lists blocks. @param {Page} tab */
async function openPopup(tab) {
	const popup = await stage.desk.openPopup(tab);
	await until("the list", async () => (await readTexts(popup, "#blocks li")).length > 0);
	return popup;
}

/** The button of the first block of a category. @param {string} category */
const buttonOf = (category) => `section[aria-labelledby=category-${category}] li button`;

/** @param {Page} tab @param {string} selector @param {boolean} seen */
const waitFor = (tab, selector, seen) =>
	until(`${selector} to be ${seen ? "shown" : "gone"}`, async () => (await isSeen(tab, selector)) === seen);

/** The keys of the blocks that stay on the site. @returns {Promise<string[]>} */
async function askKept() {
	const { hostname: host } = new URL(stage.site.address(PAGE));
	return (await stage.desk.ask({ kind: "site-state", host, secure: false })).kept;
}

/** @param {Page} tab */
async function reload(tab) {
	await tab.reload({ waitUntil: "load" });
	await stage.desk.settled(tab);
}

it("gives one block back, and keeps it on this site", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	const popup = await openPopup(tab);
	await popup.click(buttonOf("author-bio"));
	await waitFor(tab, BIO, true);
	assert.equal(await isSeen(tab, RELATED), false, "another block came back too");
	await until("a word on it", async () => (await readTexts(popup, "#blocks li.shown .reasons")).length === 2);
	await reload(tab);
	await waitFor(tab, RELATED, false);
	assert.equal(await isSeen(tab, BIO), true, "not remembered");
	const elsewhere = await stage.open(stage.site.address(PAGE, "other"));
	await waitFor(elsewhere.tab, BIO, false);
	await popup.close();
});

it("remembers it when the background was ended, until it is taken off again", async () => {
	await endBackground(stage.session, stage.desk);
	assert.equal((await askKept()).length, 1);
	const { tab } = await stage.open(stage.site.address(PAGE));
	assert.equal(await isSeen(tab, BIO), true);
	const popup = await openPopup(tab);
	await popup.click(buttonOf("author-bio"));
	await waitFor(tab, BIO, false);
	await until("the site to forget it", async () => (await askKept()).length === 0);
	await reload(tab);
	await waitFor(tab, BIO, false);
	await popup.close();
});

it("shows a block in its place as long as the mouse rests on its line", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	const popup = await openPopup(tab);
	const outline = () =>
		tab.evaluate(
			(bio) => getComputedStyle(/** @type {Element} */ (document.querySelector(bio))).outlineStyle,
			BIO,
		);
	await popup.hover(buttonOf("author-bio"));
	await waitFor(tab, BIO, true);
	assert.equal(await outline(), "solid");
	assert.equal(await isSeen(tab, RELATED), false);
	assert.ok((await tab.evaluate(() => scrollY)) > 0, "not scrolled to");
	await popup.hover("#headline");
	await waitFor(tab, BIO, false);
	await popup.focus(buttonOf("author-bio"));
	await waitFor(tab, BIO, true);
	await popup.close();
	await waitFor(tab, BIO, false);
	assert.equal(await tab.evaluate(() => scrollY), 0, "not scrolled back");
});

it("takes a block off under a mouse that comes to rest before the page has answered", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	await stage.desk.tell(tab, { kind: "show-all" });
	await waitFor(tab, BIO, true);
	const popup = await openPopup(tab);
	await popup.evaluate(() => {
		const tabs = /** @type {any} */ (chrome.tabs);
		const send = tabs.sendMessage;
		tabs.sendMessage = async (/** @type {unknown[]} */ ...order) => {
			const answer = await send(...order);
			await new Promise((done) => setTimeout(done, 500));
			return answer;
		};
	});
	await popup.click(buttonOf("author-bio"));
	await waitFor(tab, BIO, false);
	await pause(1000);
	assert.equal(await isSeen(tab, BIO), false);
	await popup.close();
});

it("shows everything as long as a button is held", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	const popup = await openPopup(tab);
	await popup.hover("#peek");
	await popup.mouse.down();
	await waitFor(tab, BIO, true);
	assert.equal(await isSeen(tab, RELATED), true);
	await popup.mouse.up();
	await waitFor(tab, BIO, false);
	await popup.focus("#peek");
	await popup.keyboard.down("Enter");
	await waitFor(tab, RELATED, true);
	await popup.close();
	await waitFor(tab, RELATED, false);
});

it("shows everything as long as Alt, Shift and Q are held", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	await tab.bringToFront();
	for (const key of /** @type {const} */ (["Alt", "Shift", "KeyQ"])) await tab.keyboard.down(key);
	await waitFor(tab, BIO, true);
	for (const key of /** @type {const} */ (["KeyQ", "Shift", "Alt"])) await tab.keyboard.up(key);
	await waitFor(tab, BIO, false);
	await stage.desk.tell(tab, { kind: "show-all" });
	assert.equal(await readSource(tab), await seePlain(stage.site.address(PAGE)));
});

it("switches one category on one site", async () => {
	const { tab } = await stage.open(stage.site.address(PAGE));
	const popup = await openPopup(tab);
	await popup.click("#choices summary");
	await popup.select("#choice-author-bio", "off");
	await waitFor(tab, BIO, true);
	assert.equal(await isSeen(tab, RELATED), false);
	await popup.close();
	await endBackground(stage.session, stage.desk);
	await reload(tab);
	await waitFor(tab, RELATED, false);
	assert.equal(await isSeen(tab, BIO), true, "not remembered");
	const elsewhere = await stage.open(stage.site.address(PAGE, "other"));
	await waitFor(elsewhere.tab, BIO, false);
	const again = await openPopup(tab);
	await again.select("#choice-author-bio", "default");
	await waitFor(tab, BIO, false);
	await again.close();
});
