/** One page under the clock: as it is, again, without wasm, on a slow processor; and the other tools in the same tab. */

import { answer, WITHOUT_WASM } from "../browser/answer.mjs";
import { readClock, sum } from "./clock.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/report.mjs").Desk} Desk */
/** @typedef {import("../browser/saved.mjs").SavedPage} SavedPage */
/** @typedef {import("../peers/others.mjs").Loaded} Loaded */
/** @typedef {import("./inside.mjs").Reading} Reading */

/**
 * What the extension did in a load, in milliseconds.
 * @typedef {object} Work
 * @property {number} total
 * @property {Record<string, number>} spent by kind
 * @property {number} slice the longest task of the engine alone
 * @property {number} task the longest of all
 * @property {number | null} hidden from the end of parsing to the last hide; null where nothing went
 * @property {number} blocks
 */

/** What the other tools took in a load, by tool and part. @typedef {Record<string, Record<string, number>>} Others */

/**
 * @typedef {object} Visit
 * @property {number} elements
 * @property {Work} cold
 * @property {Others} coldOthers
 * @property {Work} warm
 * @property {Others} warmOthers
 * @property {Work} [script] where a page forbids wasm; Chromium only
 * @property {Work} [slow] on a processor four times as slow; Chromium only
 */

const PATIENCE = 30_000;
const SLOWER = 4;

/**
 * @param {Desk} desk
 * @param {SavedPage} page
 * @param {Loaded[]} others in the order in which they are to run
 * @param {import("../browser/launch.mjs").BrowserName} browser
 * @returns {Promise<Visit>}
 */
export async function visitPage(desk, page, others, browser) {
	const body = await page.read();
	const visit = await inTab(desk, async (tab) => {
		await answer(tab, body);
		await go(tab, page.address);
		const cold = summarise(await readClock(tab));
		const elements = await tab.evaluate(() => document.getElementsByTagName("*").length);
		const coldOthers = await runOthers(desk, tab, others);
		await go(tab, page.address);
		const warm = summarise(await readClock(tab));
		const warmOthers = await runOthers(desk, tab, others);
		return { elements, cold, coldOthers, warm, warmOthers };
	});
	if (browser !== "chrome") return visit;
	const script = await inTab(desk, async (tab) => {
		await answer(tab, body, WITHOUT_WASM);
		await go(tab, page.address);
		return summarise(await readClock(tab));
	});
	const slow = await inTab(desk, async (tab) => {
		await answer(tab, body);
		await tab.emulateCPUThrottling(SLOWER);
		await go(tab, page.address);
		return summarise(await readClock(tab));
	});
	return { ...visit, script, slow };
}

/** @template T @param {Desk} desk @param {(tab: Page) => Promise<T>} work */
export async function inTab(desk, work) {
	const tab = await desk.openTab();
	try {
		return await work(tab);
	} finally {
		await tab.close();
	}
}

/** @param {Page} tab @param {string} address */
const go = (tab, address) => tab.goto(address, { waitUntil: "domcontentloaded", timeout: PATIENCE });

/** @param {Reading} reading @returns {Work} */
export function summarise({ spent, tasks, notes, parsed, count }) {
	const longest = (/** @type {import("./inside.mjs").Task[]} */ list) =>
		Math.max(0, ...list.map(({ took }) => took));
	return {
		total: sum(spent),
		spent,
		slice: longest(tasks.filter(({ starts }) => !starts)),
		task: longest(tasks),
		// Marked is not yet hidden: the style sheet has to be there.
		hidden: count > 0 ? Math.max(notes.hide ?? 0, notes.sheet ?? 0) - parsed : null,
		blocks: count,
	};
}

/** They see the page as it was. @param {Desk} desk @param {Page} tab @param {Loaded[]} others */
async function runOthers(desk, tab, others) {
	await desk.tell(tab, { kind: "show-all" });
	/** @type {Others} */
	const took = {};
	for (const { name, sources, run } of others) {
		for (const source of sources) await tab.evaluate(source);
		took[name] = (await tab.evaluate(run)).parts;
	}
	return took;
}
