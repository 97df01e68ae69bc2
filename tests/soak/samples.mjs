/** How much memory each part holds when it has given back what it does not need. */

import { findWorker } from "../browser/background.mjs";
import { collectEverywhere, measureBrowser, measureHeap, measureProcess } from "../browser/memory.mjs";
import { pause } from "../browser/report.mjs";
import { judge } from "./flat.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/stage.mjs").Stage} Stage */

/** Firefox gives back what it can in its own time, in milliseconds. */
const REST = 1000;

/**
 * How much more the last third of the samples may hold than the first. In half an hour the parts came to 0.999 to 1.015
 * in Chromium (1,432 loads) and 1.017 to 1.026 in Firefox (716); there 1.1 is less than 1 KB, and here 30 KB, for each
 * load of a page, and an engine that is not let go has more than 1 MB. The browser came to 0.99 and 1.04, and in 376
 * loads to 1.18: it holds processes in reserve, with which its size goes up and down by a quarter.
 */
const MOST = { part: 1.1, browser: 1.25 };
const BROWSER = "the browser in all";

export class Samples {
	#stage;
	#pages;
	/** @type {Record<string, number[]>} */
	taken = {};

	/** @param {Stage} stage @param {Record<string, Page>} pages by what they are called */
	constructor(stage, pages) {
		this.#stage = stage;
		this.#pages = pages;
	}

	async take() {
		const { session } = this.#stage;
		const parts = await (session.name === "firefox" ? this.#takeProcesses() : this.#takeHeaps());
		const all = { ...parts, [BROWSER]: await measureBrowser(session) };
		for (const [name, size] of Object.entries(all)) {
			this.taken[name] ??= [];
			this.taken[name].push(size);
		}
	}

	judge() {
		return Object.entries(this.taken).map(([name, sizes]) =>
			judge(name, sizes, name === BROWSER ? MOST.browser : MOST.part),
		);
	}

	async #takeHeaps() {
		const { session, desk } = this.#stage;
		/** @type {Record<string, number>} */
		const sizes = {};
		for (const [name, page] of Object.entries(this.#pages)) {
			const inspector = await page.createCDPSession();
			sizes[name] = await measureHeap(inspector);
			await inspector.detach();
		}
		await desk.ask({ kind: "choices" });
		const worker = await findWorker(session);
		return { ...sizes, "the background": await measureHeap(worker.client) };
	}

	async #takeProcesses() {
		const { session } = this.#stage;
		await collectEverywhere(session);
		await pause(REST);
		/** @type {Record<string, number>} */
		const sizes = {};
		for (const [name, page] of Object.entries(this.#pages))
			sizes[name] = (await measureProcess(session, page.url())).memory;
		return sizes;
	}
}
