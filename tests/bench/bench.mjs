#!/usr/bin/env node
/** Measures what Endmark costs a page, beside Readability.js, Defuddle and a browser without it. */

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/launch.mjs";
import { openDesk } from "../browser/report.mjs";
import { findPages } from "../browser/saved.mjs";
import { serve } from "../browser/site.mjs";
import { OTHERS, readScripts } from "../peers/others.mjs";
import { findFixtures } from "../peers/pages.mjs";
import { compare, listRatios, readRatios, saveRatios } from "./baseline.mjs";
import { addClock } from "./clock.mjs";
import { readCommand, takeSample } from "./command.mjs";
import { measureGrowth, sumUpGrowth } from "./growth.mjs";
import { openLoads } from "./load.mjs";
import { measurePaint } from "./paint.mjs";
import { measureSizes } from "./size.mjs";
import { measureStorm } from "./storm.mjs";
import { sumUp } from "./summary.mjs";
import { writeGrowth, writeRows, writeVerdicts } from "./table.mjs";
import { judge } from "./targets.mjs";
import { visitPage } from "./visit.mjs";

/** @typedef {import("./command.mjs").Command} Command */
/** @typedef {import("./summary.mjs").Measured} Measured */
/** @typedef {import("../browser/saved.mjs").SavedPage} SavedPage */
/** @typedef {import("../browser/report.mjs").Desk} Desk */

const FIXTURES = fileURLToPath(new URL("../pages", import.meta.url));
/** Firefox rounds what its clock says, to keep pages from telling it by; here it need not. */
const EXACT = { "privacy.reduceTimerPrecision": false };

/**
 * Each page once for each load, and one page before them all that is not counted; a page that fails is named and left out.
 * @template T
 * @param {SavedPage[]} pages
 * @param {number} loads
 * @param {(page: SavedPage, turn: number) => Promise<T>} measure `turn` tells in which order to go
 */
async function overPages(pages, loads, measure) {
	/** @type {Map<string, T[]>} */
	const measured = new Map();
	await measure(pages[0], 0).catch(() => {});
	for (const [at, page] of pages.entries()) {
		if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${pages.length}  `);
		try {
			/** @type {T[]} */
			const results = [];
			for (let load = 0; load < loads; load++) results.push(await measure(page, at + load));
			measured.set(page.id, results);
		} catch (error) {
			passOver(page.id)(error);
		}
	}
	return measured;
}

/** What fails is named, and the rest goes on. @param {string} what */
const passOver = (what) => (/** @type {unknown} */ error) => {
	console.error(`${what}: ${String(error).split("\n")[0]}`);
	process.exitCode = 1;
	return null;
};

/**
 * All that is measured under the clock.
 * @param {Command} command
 * @param {SavedPage[]} pages
 */
async function measureOwn({ extension, browser: name, loads, parts }, pages) {
	const clock = await addClock(extension);
	const session = await launch({ name, extension: clock.folder, offline: true, preferences: EXACT });
	const site = await serve(FIXTURES);
	try {
		const desk = await openDesk(session);
		const others = await Promise.all(OTHERS.map(readScripts));
		const inTurn = (/** @type {number} */ turn) => (turn % 2 === 0 ? others : others.toReversed());
		const visit = (/** @type {SavedPage} */ page, /** @type {number} */ turn) =>
			visitPage(desk, page, inTurn(turn), name);
		return {
			visits: parts.includes("visits") ? await overPages(pages, loads, visit) : new Map(),
			points: parts.includes("growth") ? await measureGrowth(desk, site, loads) : null,
			storm: parts.includes("storm") ? await measureStorm(desk, site).catch(passOver("storm")) : null,
			version: await session.browser.version(),
		};
	} finally {
		await session.close();
		await site.close();
		await clock.remove();
	}
}

/**
 * Whole loads, with the extension as it is built.
 * @param {Command} command
 * @param {SavedPage[]} pages
 * @returns {Promise<Map<string, import("./load.mjs").Loads[]>>}
 */
async function measureLoads({ extension, browser, loads, parts }, pages) {
	if (!parts.includes("loads")) return new Map();
	/** @type {import("./load.mjs").Case[]} */
	const cases = ["without", "with", "off"];
	const browsers = await openLoads(browser, extension);
	try {
		return await overPages(pages, loads, (page, turn) => {
			const first = turn % cases.length;
			return browsers.measure(page, [...cases.slice(first), ...cases.slice(0, first)]);
		});
	} finally {
		await browsers.close();
	}
}

/**
 * What is seen of pages that come in slowly, with the extension as it is built.
 * @param {Command} command
 * @param {SavedPage[]} pages
 * @returns {Promise<Map<string, import("./paint.mjs").Paint[]>>}
 */
async function measurePaints({ extension, browser: name, loads, parts }, pages) {
	if (!parts.includes("paint")) return new Map();
	const session = await launch({ name, extension, offline: true });
	const site = await serve(FIXTURES);
	try {
		const desk = await openDesk(session);
		return await overPages(pages, loads, (page) => measurePaint(desk, site, page));
	} finally {
		await session.close();
		await site.close();
	}
}

/** @param {Command} command */
async function findAll({ folder, words, sample }) {
	const pages = await (folder ? findPages(folder, words) : findFixtures(FIXTURES, words));
	if (pages.length === 0) throw new Error(`no page in ${folder ?? FIXTURES}`);
	return takeSample(pages, sample);
}

async function run() {
	const command = readCommand();
	const found = await findAll(command);
	const { visits, points, storm, version } = await measureOwn(command, found);
	const loads = await measureLoads(command, found);
	const paints = await measurePaints(command, found);
	/** @type {Measured[]} */
	const pages = found.map(({ id: page }) => ({
		page,
		visits: visits.get(page) ?? [],
		loads: loads.get(page) ?? [],
		paints: paints.get(page) ?? [],
	}));
	const measured = {
		rows: sumUp(pages),
		scriptsOff: [...loads.values()].flat().reduce((sum, { off }) => sum + off.scripts, 0),
		sizes: await measureSizes(command.extension),
		growth: points && sumUpGrowth(points),
		storm,
	};
	const verdicts = judge(measured);
	const text = [
		`${pages.length} pages, loads of each: ${command.loads}, in ${version}`,
		writeVerdicts(verdicts),
		...(Object.keys(measured.rows).length > 0 ? [writeRows(measured.rows)] : []),
		...(points ? [writeGrowth(points)] : []),
	].join("\n\n");
	console.log(text);
	const ratios = listRatios(measured);
	if (command.out) {
		const figures = { browser: version, loads: command.loads, verdicts, ratios, ...measured, points, pages };
		await writeFile(`${command.out}.json`, `${JSON.stringify(figures, null, "\t")}\n`);
		await writeFile(`${command.out}.md`, `${text}\n`);
	}
	await holdAgainst(command, ratios);
}

/** @param {Command} command @param {import("./baseline.mjs").Ratios} ratios */
async function holdAgainst({ browser, save, against }, ratios) {
	if (against) {
		const worse = compare(await readRatios(against, browser), ratios);
		for (const { key, before, now } of worse) {
			console.error(`${key} is worse than in ${against}: ${now.toFixed(3)} instead of ${before.toFixed(3)}`);
		}
		if (worse.length > 0) process.exitCode = 1;
	}
	if (save) await saveRatios(save, browser, ratios);
}

await run();
