/** Every page of a folder, the project's own unless another is named: given back, its document is what it was. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answer } from "../browser/answer.mjs";
import { readSource } from "../browser/look.mjs";
import { AT_ONCE, openPairs } from "../browser/pairs.mjs";
import { findPages } from "../browser/saved.mjs";
import { PAGES } from "../browser/stage.mjs";
import { findFixtures } from "../peers/pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/saved.mjs").SavedPage} SavedPage */

const PATIENCE = 30_000;

const folder = process.env.ENDMARK_FOLDER;
const pages = await (folder ? findPages(folder, []) : findFixtures(PAGES, []));
const pairs = openPairs(pages.length);

/** @param {Page} tab @param {SavedPage} page @param {Buffer} body */
async function load(tab, page, body) {
	tab.removeAllListeners("request");
	await answer(tab, body);
	// Scripts are off, so that the document is whole by then; what is refused may keep a load from its end.
	await tab.goto(page.address, { waitUntil: "domcontentloaded", timeout: PATIENCE });
}

/** @param {import("../browser/pairs.mjs").Pair} pair @param {SavedPage} page */
async function check({ bare, tab }, page) {
	const { desk } = pairs.stage;
	const body = await page.read();
	await Promise.all([load(bare, page, body), load(tab, page, body)]);
	await desk.settled(tab);
	const given = await desk.tell(tab, { kind: "show-all" });
	assert.ok(given?.blocks.every(({ shown }) => shown));
	assert.equal(await readSource(tab), await readSource(bare));
}

describe("every page", { concurrency: AT_ONCE }, () => {
	for (const page of pages) {
		it(`gives the document back as it was: ${page.id}`, async () => {
			const pair = pairs.take();
			try {
				await check(pair, page);
			} finally {
				pairs.giveBack(pair);
			}
		});
	}
});
