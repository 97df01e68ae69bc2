/** The extension is replaced or taken away under pages that are open: nothing of the old one stays at work, and nothing goes wrong. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { setEnabled } from "../browser/access.mjs";
import { listen } from "../browser/heard.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { EXTENSION, openStage, seePlain } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let tab;
let id = "";
/** @type {string[]} */
let heard;

before(async () => {
	stage = await openStage();
	({ tab } = await stage.open(stage.site.address(PAGE)));
	heard = listen(tab);
	assert.equal(await isSeen(tab, BIO), false);
});
after(() => stage?.close());

/** Loads the page until the box is gone: a new extension takes a while to begin. */
const waitUntilClean = () =>
	until("the box to go", async () => {
		await tab.goto(stage.site.address(PAGE), { waitUntil: "load" });
		await pause(1000);
		return !(await isSeen(tab, BIO));
	});

/** Loaded anew, the page is as it is without us. */
async function checkPlain() {
	const address = stage.site.address(PAGE);
	await tab.goto(address, { waitUntil: "load" });
	await pause(1000);
	assert.equal(await readSource(tab), await seePlain(address));
}

/** Whatever the old script would listen to. @param {Page} page */
async function stir(page) {
	await page.evaluate(() => {
		const bio = /** @type {Element} */ (document.querySelector("#author-box"));
		const copy = /** @type {Element} */ (bio.cloneNode(true));
		for (const name of copy.getAttributeNames()) if (name !== "id") copy.removeAttribute(name);
		copy.id = "late";
		document.querySelector(".content")?.append(copy);
		history.pushState({}, "", "#comments");
		dispatchEvent(new HashChangeEvent("hashchange"));
		document.querySelector(".entry")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
	});
	await pause(2000);
}

it("says nothing in open pages once it is installed over itself, and cleans them when they are loaded anew", async () => {
	id = await stage.session.browser.installExtension(EXTENSION);
	await stir(tab);
	assert.deepEqual(heard, []);
	await waitUntilClean();
});

it("does nothing more in open pages once it is switched off in the browser, nor when they are loaded anew", async () => {
	await setEnabled(stage.session, false);
	await stir(tab);
	assert.equal(await isSeen(tab, "#late"), true);
	assert.deepEqual(heard, []);
	await checkPlain();
	await setEnabled(stage.session, true);
	await waitUntilClean();
});

it("does nothing more in open pages once it is removed, and says nothing there", async () => {
	await stage.session.browser.uninstallExtension(id);
	await stir(tab);
	assert.equal(await isSeen(tab, "#late"), true);
	assert.deepEqual(heard, []);
});

it("leaves pages as they are when they are loaded anew", () => checkPlain());

it("cleans them again when it is installed anew", async () => {
	await stage.session.browser.installExtension(EXTENSION);
	await waitUntilClean();
	assert.deepEqual(heard, []);
});
