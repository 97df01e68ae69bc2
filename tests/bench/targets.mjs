/** What the project wants to reach, and whether it does. */

import { isWithinChance } from "./statistics.mjs";

/** @typedef {import("./summary.mjs").Rows} Rows */

/**
 * All that a run has measured; null for what it was not asked for.
 * @typedef {object} Run
 * @property {Rows} rows
 * @property {number} scriptsOff scripts of ours in pages of sites that are off
 * @property {Awaited<ReturnType<typeof import("./size.mjs").measureSizes>>} sizes
 * @property {ReturnType<typeof import("./growth.mjs").sumUpGrowth> | null} growth
 * @property {import("./storm.mjs").Storm | null} storm
 */

/** `met` is null where there is no figure. @typedef {{ target: string, figure: string, met: boolean | null }} Verdict */

const SLICE = 4;
/** An element's own cost may come on top of a slice, in milliseconds. */
const ELEMENT = 1;
const LONG = 50;
/** What a tab may cost before it is idle, for as many may be restored at once. */
const START = 5;
const QUIET = 1000;

/** @param {Run} run @returns {Verdict[]} */
export const judge = (run) => [
	...judgeTimes(run.rows),
	...judgeLoads(run),
	...judgePaint(run.rows),
	...judgeSizes(run),
	...judgeGrowth(run),
	...judgeStorm(run),
];

/**
 * @param {string} target
 * @param {number | null | undefined} value
 * @param {number} limit
 * @param {(value: number) => string} write
 * @returns {Verdict}
 */
function atMost(target, value, limit, write) {
	if (value === null || value === undefined) return { target, figure: "not measured", met: null };
	return { target, figure: write(value), met: value <= limit };
}

const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const more = (/** @type {number} */ ratio) => `${ratio < 1 ? "−" : "+"}${percent(Math.abs(ratio - 1))}`;

/** @param {Rows} rows */
function judgeTimes(rows) {
	const [readability, defuddle] = [rows["to-readability"]?.spread, rows["to-defuddle"]?.spread];
	const slow = rows["slow-task"]?.spread.most;
	const start = rows.inject?.spread.late;
	return [
		atMost(
			"cold, median: at most 8 % of Readability.js' clone and parse",
			readability?.median,
			0.08,
			percent,
		),
		atMost("cold, median: at most 3 % of Defuddle", defuddle?.median, 0.03, percent),
		atMost("cold, 95th percentile: at most 15 % of Readability.js", readability?.late, 0.15, percent),
		atMost("no slice over 4 ms beyond an element's own cost", rows.slice?.spread.most, SLICE + ELEMENT, ms),
		atMost("no task of ours over 50 ms on a processor four times as slow", slow, LONG, ms),
		atMost("before a tab is idle, 95th percentile: at most 5 ms", start, START, ms),
	];
}

/** @param {Run} run @returns {Verdict[]} */
function judgeLoads({ rows, scriptsOff }) {
	const off = rows["off-to-without"];
	return [
		atMost("load, median: main thread at most +3 %", rows["with-to-without"]?.spread.median, 1.03, more),
		atMost(
			"load, median: memory at most +4 MB",
			(rows.heap ?? rows.memory)?.spread.median,
			4,
			(mb) => `+${mb.toFixed(1)} MB`,
		),
		{
			target: "site that is off: no difference beyond noise",
			figure: off ? `median ${more(off.spread.median)}` : "not measured",
			met: off ? isWithinChance(off.values.map((ratio) => ratio - 1)) : null,
		},
		atMost("site that is off: no script of ours", off && scriptsOff, 0, String),
	];
}

/** @param {Rows} rows */
function judgePaint(rows) {
	const shift = rows.shift?.spread.median;
	return [
		atMost("what is certain from its markup: seen in no frame", rows["certain-seen"]?.spread.most, 0, String),
		atMost("what is in sight, median: jumps no more", shift, 0, (value) => value.toFixed(3)),
	];
}

/** @param {Run} run */
function judgeSizes({ sizes: { module, script } }) {
	return [
		atMost("page module: at most 150 KB", module.raw, 150_000, kilobytes),
		atMost("page module: at most 60 KB gzipped", module.gzip, 60_000, kilobytes),
		atMost("JavaScript form: at most 90 KB gzipped", script?.gzip, 90_000, kilobytes),
	];
}

/** @param {Run} run */
function judgeGrowth({ growth }) {
	return (growth ?? []).flatMap(({ shape, exponent, beyond, stops }) => [
		atMost(`${shape} pages: time grows with at most the power 1.05`, exponent, 1.05, (n) => n.toFixed(2)),
		atMost(
			`${shape} pages that are too large: stops, in no more time than the largest takes`,
			stops || beyond === null ? beyond : Number.POSITIVE_INFINITY,
			1,
			(share) => (stops ? percent(share) : "does not stop"),
		),
	]);
}

/** @param {Run} run @returns {Verdict[]} */
function judgeStorm({ storm }) {
	if (!storm) return [];
	const { rate, share, late } = storm;
	return [
		atMost(`${Math.round(rate)} changes a second: at most 5 % of the time`, share, 0.05, percent),
		{
			target: "after them: right within a second of quiet",
			figure: late === null ? "never" : ms(late),
			met: late !== null && late <= QUIET,
		},
	];
}
