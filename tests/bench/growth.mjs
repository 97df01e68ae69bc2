/** How the time grows with the page: made-up pages of any size, up to where the extension says that it stops. */

import { readClock, sum } from "./clock.mjs";
import { generate } from "./generate.mjs";
import { fitExponent } from "./statistics.mjs";
import { inTab } from "./visit.mjs";

/** @typedef {import("../browser/report.mjs").Desk} Desk */
/** @typedef {import("../browser/site.mjs").Site} Site */
/** @typedef {{ shape: import("./generate.mjs").Shape, elements: number, took: number | null, why: string | null }} Point `took` is null where the browser did not load it in time */

/** @type {import("./generate.mjs").Shape[]} */
const SHAPES = ["flat", "deep"];
/** The largest page that is read. */
const LIMIT = 65_536;
const SIZES = [1024, 4096, 16_384, LIMIT, 262_144, 1_000_000];
/** A load of a million elements takes its time. */
const PATIENCE = 120_000;
/** What is the same on every page does not grow. */
const FIXED = ["inject", "ready", "compile", "instantiate", "decode", "ask"];

/**
 * @param {Desk} desk
 * @param {Site} site
 * @param {number} loads of which the fastest counts
 */
export async function measureGrowth(desk, site, loads) {
	/** @type {Point[]} */
	const points = [];
	for (const shape of SHAPES) {
		for (const elements of SIZES) {
			const path = `/${shape}-${elements}.html`;
			site.put(path, generate(shape, elements));
			points.push({ shape, elements, ...(await measureOne(desk, site.address(path), loads)) });
			site.put(path, "");
		}
	}
	return points;
}

/** @param {Desk} desk @param {string} address @param {number} loads */
async function measureOne(desk, address, loads) {
	/** @type {{ took: number | null, why: string | null }} */
	let fastest = { took: null, why: null };
	for (let load = 0; load < loads; load++) {
		const one = await inTab(desk, (tab) => loadOne(desk, tab, address)).catch((error) => {
			console.error(`${address}: ${String(error).split("\n")[0]}`);
			return { took: null, why: null };
		});
		if (one.took !== null && one.took < (fastest.took ?? Number.POSITIVE_INFINITY)) fastest = one;
	}
	return fastest;
}

/** @param {Desk} desk @param {import("puppeteer-core").Page} tab @param {string} address */
async function loadOne(desk, tab, address) {
	await tab.goto(address, { waitUntil: "domcontentloaded", timeout: PATIENCE });
	const { spent } = await readClock(tab, PATIENCE);
	const own = Object.entries(spent).filter(([kind]) => !FIXED.includes(kind));
	return { took: sum(Object.fromEntries(own)), why: (await desk.report(tab))?.why ?? null };
}

/** The exponents by shape, and how long a page takes that is too large beside the largest that is read. @param {Point[]} points */
export function sumUpGrowth(points) {
	return SHAPES.map((shape) => {
		const own = points.flatMap(({ took, ...point }) =>
			point.shape === shape && took !== null ? [{ ...point, took }] : [],
		);
		const read = own.filter(({ elements }) => elements <= LIMIT);
		const beyond = own.filter(({ elements }) => elements > LIMIT);
		const largest = read.at(-1)?.took ?? Number.NaN;
		return {
			shape,
			exponent: read.length > 1 ? fitExponent(read.map(({ elements, took }) => [elements, took])) : null,
			beyond: beyond.length === 0 ? null : Math.max(...beyond.map(({ took }) => took)) / largest,
			stops: beyond.every(({ why }) => why === "stopped-too-large"),
		};
	});
}
