/** The same pages in two browsers, with the extension and without it, a few at a time. */

import { after, before } from "node:test";
import { launch } from "./launch.mjs";
import { NAME, openStage } from "./stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** Two tabs in which one page after the other is opened: without the extension, and with it. @typedef {{ bare: Page, tab: Page }} Pair */

/** While the extension comes to rest on one page, others are looked at. */
export const AT_ONCE = 3;

/**
 * Pairs of tabs for the tests of a file.
 * @param {number} pages that are to be opened
 */
export function openPairs(pages) {
	/** Those in which nothing is done now. @type {Pair[]} */
	const free = [];
	/** @type {import("./launch.mjs").Session} */
	let bareSession;
	/** @type {import("./stage.mjs").Stage} */
	let stage;
	before(async () => {
		bareSession = await launch({ name: NAME, offline: true });
		stage = await openStage();
		for (let count = 0; count < Math.min(pages, AT_ONCE); count++)
			free.push({ bare: await bareSession.browser.newPage(), tab: await stage.desk.openWindow() });
	});
	after(async () => {
		await stage?.close();
		await bareSession?.close();
	});
	return {
		get stage() {
			return stage;
		},
		take: () => /** @type {Pair} */ (free.pop()),
		/** @param {Pair} pair */
		giveBack: (pair) => void free.push(pair),
	};
}
