/** A whole load in three browsers: without the extension, with it, and with it where the site is off. */

import { answer } from "../browser/answer.mjs";
import { launch } from "../browser/launch.mjs";
import { measureHeap, measureProcess } from "../browser/memory.mjs";
import { openDesk, pause } from "../browser/report.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/launch.mjs").Session} Session */
/** @typedef {import("../browser/launch.mjs").BrowserName} BrowserName */
/** @typedef {import("../browser/report.mjs").Desk} Desk */
/** @typedef {import("../browser/saved.mjs").SavedPage} SavedPage */

/**
 * What a load cost the page's process. Firefox tells its driver of no heap, no long tasks and no time in scripts.
 * @typedef {object} Load
 * @property {number} main milliseconds of the main thread's processor time
 * @property {number} [heap] bytes, with what buffers and wasm hold, after a collection; Chromium only
 * @property {number} [memory] bytes of the whole process; Firefox only
 * @property {number} [script] milliseconds of `main` in scripts
 * @property {number} [longest] milliseconds of the longest task of 50 ms or more, else 0
 * @property {number} scripts of an extension that were parsed; in Firefox 1 where one answers
 */

/** @typedef {"without" | "with" | "off"} Case */
/** @typedef {Record<Case, Load>} Loads */

/** After the load, in milliseconds; the same for all. */
const REST = 1500;
const PATIENCE = 30_000;

/** A browser, and where the extension in it is asked. @typedef {{ session: Session, desk: Desk | null }} Place */

/**
 * @param {BrowserName} name
 * @param {string} extension
 */
export async function openLoads(name, extension) {
	/** @type {Session[]} */
	const sessions = [];
	/** @param {import("../browser/launch.mjs").Options} own */
	const open = async (own) => {
		const session = await launch({ name, offline: true, ...own });
		sessions.push(session);
		return { session, desk: own.extension ? await openDesk(session) : null };
	};
	const close = () => Promise.all(sessions.map((session) => session.close()));
	try {
		const places = {
			without: await open({}),
			with: await open({ extension }),
			off: await open({ extension }),
		};
		/** @param {SavedPage} page @param {Case[]} order */
		const measure = (page, order) => loadAll(places, page, order);
		return { measure, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** @param {Record<Case, Place>} places @param {SavedPage} page @param {Case[]} order @returns {Promise<Loads>} */
async function loadAll(places, page, order) {
	await places.off.desk?.ask({ kind: "site", host: new URL(page.address).hostname, on: false });
	/** @type {Partial<Loads>} */
	const loads = {};
	for (const one of order) loads[one] = await load(places[one], page);
	return /** @type {Loads} */ (loads);
}

/** @param {Place} place @param {SavedPage} page @returns {Promise<Load>} */
async function load({ session, desk }, page) {
	const tab = await (desk ? desk.openTab() : session.browser.newPage());
	try {
		if (session.name === "chrome") return await inChromium(tab, page);
		const cost = await inFirefox(session, tab, page);
		// The content script answers where there is one.
		return { ...cost, scripts: (await desk?.report(tab)) ? 1 : 0 };
	} finally {
		await tab.close();
	}
}

/** @param {Page} tab @param {SavedPage} page */
async function open(tab, page) {
	await answer(tab, await page.read());
	await tab.goto(page.address, { waitUntil: "load", timeout: PATIENCE });
	await pause(REST);
}

/** @param {Page} tab @param {SavedPage} page */
async function inChromium(tab, page) {
	const inspector = await tab.createCDPSession();
	let scripts = 0;
	inspector.on("Debugger.scriptParsed", ({ url }) => {
		if (url.startsWith("chrome-extension:")) scripts++;
	});
	// Processor time, so that what else the machine does is not counted.
	await inspector.send("Performance.enable", { timeDomain: "threadTicks" });
	await tab.evaluateOnNewDocument(() => {
		const list = /** @type {number[]} */ ([]);
		Object.assign(window, { endmarkLong: list });
		const note = (/** @type {PerformanceObserverEntryList} */ seen) =>
			list.push(...seen.getEntries().map(({ duration }) => duration));
		new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
	});
	await open(tab, page);
	const { metrics } = await inspector.send("Performance.getMetrics");
	const figure = (/** @type {string} */ name) =>
		metrics.find((one) => one.name === name)?.value ?? Number.NaN;
	const longest = await tab.evaluate(() => Math.max(0, .../** @type {any} */ (window).endmarkLong));
	const heap = await measureHeap(inspector);
	await inspector.send("Debugger.enable");
	return {
		main: 1000 * figure("TaskDuration"),
		script: 1000 * figure("ScriptDuration"),
		heap,
		longest,
		scripts,
	};
}

/** @param {Session} session @param {Page} tab @param {SavedPage} page @returns {Promise<{ main: number, memory: number }>} */
async function inFirefox(session, tab, page) {
	await open(tab, page);
	return measureProcess(session, tab.url());
}
