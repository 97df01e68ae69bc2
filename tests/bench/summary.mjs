/** What a run says in the end: a row for each thing that was measured on the pages. */

import { spread } from "./statistics.mjs";

/** @typedef {import("./visit.mjs").Visit} Visit */
/** @typedef {import("./visit.mjs").Others} Others */
/** @typedef {import("./load.mjs").Loads} Loads */
/** @typedef {import("./paint.mjs").Paint} Paint */

/** All loads of a page. @typedef {{ page: string, visits: Visit[], loads: Loads[], paints: Paint[] }} Measured */

/**
 * @typedef {object} Row
 * @property {string} title
 * @property {"ms" | "MB" | "×" | "blocks" | "shift"} unit
 * @property {number[]} values a page each
 * @property {import("./statistics.mjs").Spread} spread
 */

/** @typedef {Record<string, Row>} Rows */

const MEGABYTE = 1e6;

/** @param {Others} others @param {string} tool @param {string[]} parts */
const took = (others, tool, parts) => parts.reduce((sum, part) => sum + others[tool][part], 0);
/** @param {Others} others */
const readability = (others) => took(others, "Readability.js", ["clone", "parse"]);
/** @param {Others} others */
const defuddle = (others) => took(others, "Defuddle", ["parse"]);

/** In milliseconds. @type {[string, string, (visit: Visit) => number | null | undefined][]} */
const VISITS = [
	["cold", "Endmark, cold", ({ cold }) => cold.total],
	["inject", "– scripts parsed and run", ({ cold }) => cold.spent.inject],
	["decode", "– module and words decoded", ({ cold }) => cold.spent.decode],
	["compile", "– wasm compiled", ({ cold }) => cold.spent.compile],
	["instantiate", "– wasm instantiated", ({ cold }) => cold.spent.instantiate],
	["turn", "– turns of the engine", ({ cold }) => cold.spent.turn],
	["warm", "Endmark, warm", ({ warm }) => warm.total],
	["warm-turn", "– turns of the engine", ({ warm }) => warm.spent.turn],
	["script", "Endmark as JavaScript, cold", ({ script }) => script?.total],
	["slice", "longest slice of the engine, cold", ({ cold }) => cold.slice],
	["warm-slice", "longest slice of the engine, warm", ({ warm }) => warm.slice],
	["task", "longest task with the start, cold", ({ cold }) => cold.task],
	["slow-task", "longest task with the start, processor slowed to a quarter", ({ slow }) => slow?.task],
	["hidden", "end of parsing to last hide, cold", ({ cold }) => cold.hidden],
	["warm-hidden", "end of parsing to last hide, warm", ({ warm }) => warm.hidden],
	["ask", "isProbablyReaderable, cold", ({ coldOthers }) => took(coldOthers, "Readability.js", ["ask"])],
	["clone", "Readability.js, cold: clone", ({ coldOthers }) => took(coldOthers, "Readability.js", ["clone"])],
	["parse", "Readability.js, cold: parse", ({ coldOthers }) => took(coldOthers, "Readability.js", ["parse"])],
	["readability", "Readability.js, cold: both", ({ coldOthers }) => readability(coldOthers)],
	["warm-readability", "Readability.js, warm: both", ({ warmOthers }) => readability(warmOthers)],
	["defuddle", "Defuddle, cold", ({ coldOthers }) => defuddle(coldOthers)],
	["warm-defuddle", "Defuddle, warm", ({ warmOthers }) => defuddle(warmOthers)],
];

/** @type {[string, string, "ms" | "MB", (loads: Loads) => number | undefined][]} */
const LOADS = [
	["main-without", "load without Endmark: main thread", "ms", (loads) => loads.without.main],
	["main-with", "load with Endmark: main thread", "ms", (loads) => loads.with.main],
	["main-off", "load on a site that is off: main thread", "ms", (loads) => loads.off.main],
	["script-without", "load without Endmark: scripts", "ms", (loads) => loads.without.script],
	["script-with", "load with Endmark: scripts", "ms", (loads) => loads.with.script],
	[
		"longest-without",
		"load without Endmark: longest task over 50 ms",
		"ms",
		(loads) => loads.without.longest,
	],
	["longest-with", "load with Endmark: longest task over 50 ms", "ms", (loads) => loads.with.longest],
	["heap", "heap more with Endmark", "MB", (loads) => more(loads.with.heap, loads.without.heap)],
	["memory", "the process's memory more", "MB", (loads) => more(loads.with.memory, loads.without.memory)],
];

/** @type {[string, string, Row["unit"], (paint: Paint) => number | null][]} */
const PAINTS = [
	[
		"certain",
		"page that comes in slowly: hidden before it is there",
		"blocks",
		(paint) => paint.with.certain,
	],
	["certain-seen", "– of those seen", "blocks", (paint) => paint.with.certainSeen],
	["late", "page that comes in slowly: hidden later", "blocks", (paint) => paint.with.others],
	["late-seen", "– of those seen", "blocks", (paint) => paint.with.othersSeen],
	["shift-without", "what is in sight jumps, without Endmark", "shift", (paint) => paint.without.shift],
	[
		"shift",
		"what is in sight jumps more with Endmark",
		"shift",
		({ with: own, without }) =>
			own.shift === null || without.shift === null ? null : own.shift - without.shift,
	],
];

/** @param {number | undefined} own @param {number | undefined} plain */
const more = (own, plain) =>
	own === undefined || plain === undefined ? undefined : (own - plain) / MEGABYTE;

/** One row by another, page by page. @type {[string, string, string, string][]} */
const RATIOS = [
	["to-readability", "Endmark to Readability.js, cold", "cold", "readability"],
	["to-defuddle", "Endmark to Defuddle, cold", "cold", "defuddle"],
	["warm-to-readability", "Endmark to Readability.js, warm", "warm", "warm-readability"],
	["warm-to-defuddle", "Endmark to Defuddle, warm", "warm", "warm-defuddle"],
	["script-to-wasm", "Endmark as JavaScript to wasm, cold", "script", "cold"],
	["with-to-without", "main thread with Endmark to without", "main-with", "main-without"],
	["off-to-without", "main thread on a site that is off to without", "main-off", "main-without"],
];

/** @param {Measured[]} pages @returns {Rows} */
export function sumUp(pages) {
	/** @type {Map<string, (number | null)[]>} */
	const columns = new Map();
	/** @type {Rows} */
	const rows = {};
	/** @param {string} key @param {string} title @param {Row["unit"]} unit @param {(number | null)[]} column */
	const add = (key, title, unit, column) => {
		const values = column.filter((value) => value !== null);
		columns.set(key, column);
		if (values.length > 0) rows[key] = { title, unit, values, spread: spread(values) };
	};
	for (const [key, title, figure] of VISITS) {
		add(
			key,
			title,
			"ms",
			pages.map(({ visits }) => least(visits.map(figure))),
		);
	}
	for (const [key, title, unit, figure] of LOADS) {
		add(
			key,
			title,
			unit,
			pages.map(({ loads }) => least(loads.map(figure))),
		);
	}
	for (const [key, title, unit, figure] of PAINTS) {
		add(
			key,
			title,
			unit,
			pages.map(({ paints }) => most(paints.map(figure))),
		);
	}
	for (const [key, title, over, under] of RATIOS) {
		add(key, title, "×", divide(columns.get(over) ?? [], columns.get(under) ?? []));
	}
	return rows;
}

/**
 * Of several loads the least, since what else the machine does only adds to it; null where it is in none.
 * @param {(number | null | undefined)[]} values
 */
function least(values) {
	const known = values.filter((value) => typeof value === "number");
	return known.length === 0 ? null : Math.min(...known);
}

/** What was seen once was seen; null where it is in none. @param {(number | null)[]} values */
function most(values) {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : Math.max(...known);
}

/** @param {(number | null)[]} over @param {(number | null)[]} under */
const divide = (over, under) =>
	over.map((value, at) => {
		const other = under[at] ?? null;
		return value === null || other === null ? null : value / other;
	});
