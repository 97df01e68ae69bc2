/** Every page of a folder, the project's own unless another is named: given back, its document is what it was. */

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answer } from "../browser/answer.mjs";
import { launch } from "../browser/launch.mjs";
import { readSource } from "../browser/look.mjs";
import { findPages } from "../browser/saved.mjs";
import { NAME, openStage, PAGES } from "../browser/stage.mjs";
import { findFixtures } from "../peers/pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/saved.mjs").SavedPage} SavedPage */

/** While the extension comes to rest on one page, others are looked at. */
const AT_ONCE = 3;
const PATIENCE = 30_000;

const folder = process.env.ENDMARK_FOLDER;
const pages = await (folder ? findPages(folder, []) : findFixtures(PAGES, []));

/** Tabs without the extension and with it. @type {{ bare: Page, tab: Page }[]} */
const free = [];
/** @type {import("../browser/launch.mjs").Session} */
let bareSession;
/** @type {import("../browser/stage.mjs").Stage} */
let stage;

before(async () => {
	bareSession = await launch({ name: NAME, offline: true });
	stage = await openStage();
	for (const _ of pages.slice(0, AT_ONCE)) {
		free.push({ bare: await bareSession.browser.newPage(), tab: await stage.desk.openWindow() });
	}
});
after(async () => {
	await stage?.close();
	await bareSession?.close();
});

/** @param {Page} tab @param {SavedPage} page @param {Buffer} body */
async function load(tab, page, body) {
	tab.removeAllListeners("request");
	await answer(tab, body);
	// Scripts are off, so that the document is whole by then; what is refused may keep a load from its end.
	await tab.goto(page.address, { waitUntil: "domcontentloaded", timeout: PATIENCE });
}

/** @param {{ bare: Page, tab: Page }} pair @param {SavedPage} page */
async function check({ bare, tab }, page) {
	const body = await page.read();
	await Promise.all([load(bare, page, body), load(tab, page, body)]);
	await stage.desk.settled(tab);
	const given = await stage.desk.tell(tab, { kind: "show-all" });
	assert.ok(given?.blocks.every(({ shown }) => shown));
	assert.equal(await readSource(tab), await readSource(bare));
}

describe("every page", { concurrency: AT_ONCE }, () => {
	for (const page of pages) {
		it(`gives the document back as it was: ${page.id}`, async () => {
			const pair = /** @type {{ bare: Page, tab: Page }} */ (free.pop());
			try {
				await check(pair, page);
			} finally {
				free.push(pair);
			}
		});
	}
});
