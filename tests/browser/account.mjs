/** An account that carries `storage.sync` between browsers item by item: of two writes the one that comes later stays. */

import { isDeepStrictEqual } from "node:util";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {Record<string, any>} Area */

/** @param {Page} page of the extension @returns {Promise<Area>} */
export const readArea = (page) => page.evaluate(() => chrome.storage.sync.get(null));

/** Makes an area what another is. @param {Page} page @param {Area} here @param {Area} there */
async function bring(page, here, there) {
	const gone = Object.keys(here).filter((name) => !(name in there));
	const changed = Object.entries(there).filter(([name, item]) => !isDeepStrictEqual(here[name], item));
	await page.evaluate(
		async (items, gone) => {
			if (Object.keys(items).length > 0) await chrome.storage.sync.set(items);
			if (gone.length > 0) await chrome.storage.sync.remove(gone);
		},
		Object.fromEntries(changed),
		gone,
	);
}

export class Account {
	/** @type {Area} */
	#items = {};
	/** What each browser had when it was last online. @type {WeakMap<Page, Area>} */
	#known = new WeakMap();

	/** Takes what a browser wrote since it was last online, then gives it what others wrote. @param {Page} page */
	async meet(page) {
		const here = await readArea(page);
		const known = this.#known.get(page) ?? {};
		for (const name of Object.keys({ ...known, ...here })) {
			if (isDeepStrictEqual(known[name], here[name])) continue;
			if (name in here) this.#items[name] = here[name];
			else delete this.#items[name];
		}
		const there = { ...this.#items };
		await bring(page, here, there);
		this.#known.set(page, there);
	}
}
