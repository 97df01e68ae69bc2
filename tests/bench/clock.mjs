/** A copy of the built extension with a clock in its content scripts; nothing else of it differs. */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pause } from "../browser/report.mjs";
import { startClock, tellClock, timeAsking, timeBreathing, timeBrowser, timeEngine } from "./inside.mjs";

/** @typedef {import("./inside.mjs").Reading} Reading */
/** @typedef {import("puppeteer-core").Page} Page */

/** How long the extension has to do nothing, in milliseconds. */
const QUIET = 500;
const PATIENCE = 20_000;

// Entry points are wrapped: both browsers can be measured so, and a trace names no script after an `await`.
// Chromium's profiler had 3 to 24 % more in the same loads, the clock's own calls among them.

/** The first content script of all. */
const FIRST = [startClock, timeBrowser, tellClock].map((part) => `(${part})();\n`).join("");

/** What is put behind a content script. */
const BEHIND = {
	"content/background.js": `(${timeAsking})();`,
	"content/page.js": `(${timeBreathing})();`,
	"content/engine.js": `(${timeEngine})();`,
	"content.js": "endmarkClock.close();",
};

/** The first and the last script around the script form. */
const AROUND = {
	"clock-open.js": 'endmarkClock.breathed(); endmarkClock.open("script form");',
	"clock-close.js": "endmarkClock.close();",
};

/**
 * @param {string} extension
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function addClock(extension) {
	const folder = await mkdtemp(join(tmpdir(), "endmark-bench-"));
	await cp(extension, folder, { recursive: true });
	const made = { "clock.js": FIRST, ...AROUND };
	for (const [name, source] of Object.entries(made)) await writeFile(join(folder, name), source);
	for (const [name, source] of Object.entries(BEHIND)) {
		await edit(join(folder, name), (before) => `${before}\n${source}\n`);
	}
	await replaceIn(join(folder, "background/registration.js"), '"core.js"', '"clock.js", "core.js"');
	const form = '"core-script.js"';
	await replaceIn(join(folder, "background/sheet.js"), form, `"clock-open.js", ${form}, "clock-close.js"`);
	return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** @param {string} path @param {(source: string) => string} change */
async function edit(path, change) {
	await writeFile(path, change(await readFile(path, "utf8")));
}

/** @param {string} path @param {string} before @param {string} after */
const replaceIn = (path, before, after) =>
	edit(path, (source) => {
		if (source.split(before).length !== 2) throw new Error(`${path} names ${before} not once`);
		return source.replace(before, () => after);
	});

/** What the clock of a tab shows now; null where no content script runs. @param {Page} tab @returns {Promise<Reading | null>} */
export async function lookAtClock(tab) {
	const told = await tab.evaluate(() => {
		/** @type {string | null} */
		let told = null;
		const hear = (/** @type {Event} */ event) => {
			told = /** @type {CustomEvent} */ (event).detail;
		};
		document.addEventListener("endmark-tells-clock", hear, { once: true });
		document.dispatchEvent(new Event("endmark-asks-clock"));
		return told;
	});
	return told === null ? null : JSON.parse(told);
}

/**
 * The clock once the extension is at rest. Nothing else may be asked of it before, since it would count the answer.
 * @param {Page} tab
 * @param {number} [patience] milliseconds
 * @returns {Promise<Reading>}
 */
export async function readClock(tab, patience = PATIENCE) {
	const end = Date.now() + patience;
	let total = -1;
	let since = Date.now();
	while (Date.now() < end) {
		const reading = await lookAtClock(tab);
		const now = reading ? sum(reading.spent) : -1;
		if (now !== total || !reading?.resting) since = Date.now();
		total = now;
		if (reading && Date.now() - since >= QUIET) return reading;
		await pause(100);
	}
	throw new Error("the extension did not come to rest");
}

/** @param {Record<string, number>} spent */
export const sum = (spent) => Object.values(spent).reduce((total, one) => total + one, 0);
