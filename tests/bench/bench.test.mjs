/** The ruler itself: what is counted, what it is held against, and what is called met. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compare, listRatios } from "./baseline.mjs";
import { takeSample } from "./command.mjs";
import { generate } from "./generate.mjs";
import { sumUpGrowth } from "./growth.mjs";
import { fitExponent, isWithinChance, spread } from "./statistics.mjs";
import { sumUp } from "./summary.mjs";
import { judge } from "./targets.mjs";
import { summarise } from "./visit.mjs";

/** @param {number} total @returns {import("./visit.mjs").Work} */
const work = (total) => ({ total, spent: {}, slice: total / 2, task: total, hidden: null, blocks: 0 });
/** @param {number} parse @returns {import("./visit.mjs").Others} */
const others = (parse) => ({ "Readability.js": { ask: 1, clone: 2, parse }, Defuddle: { parse: 3 * parse } });
/** @param {number} ours @param {number} theirs @returns {import("./visit.mjs").Visit} */
const visit = (ours, theirs) => ({
	elements: 9,
	cold: work(ours),
	coldOthers: others(theirs),
	warm: work(ours / 2),
	warmOthers: others(theirs),
});
/** @param {number} main @returns {import("./load.mjs").Load} */
const load = (main) => ({ main, heap: 1e6 * main, scripts: 0 });
/** @param {number} plain @param {number} own */
const loads = (plain, own) => ({ without: load(plain), with: load(own), off: load(plain) });

/** @param {number} seen @param {number | null} shift @returns {import("./paint.mjs").Paint} */
const paint = (seen, shift) => {
	const sight = { certain: 2, certainSeen: seen, others: 3, othersSeen: 1, shift };
	return { with: sight, without: { ...sight, shift: shift === null ? null : 0.1 } };
};

const SIZES = { module: { raw: 150_000, gzip: 60_001 }, script: null };

/** @param {import("./summary.mjs").Measured[]} pages @returns {import("./targets.mjs").Run} */
const runOf = (pages) => ({ rows: sumUp(pages), scriptsOff: 0, sizes: SIZES, growth: null, storm: null });

/** @param {import("./targets.mjs").Run} run @param {string} words */
function verdictOn(run, words) {
	const found = judge(run).filter(({ target }) => target.includes(words));
	assert.equal(found.length, 1, words);
	return found[0];
}

describe("statistics", () => {
	it("tell the middle, one in twenty and the most", () => {
		const values = Array.from({ length: 100 }, (_, at) => at + 1);
		assert.deepEqual(spread(values), { median: 50, late: 95, most: 100 });
	});

	it("find the power with which something grows", () => {
		for (const power of [0, 1, 1.5]) {
			const points = [1, 10, 100, 1000].map((x) => /** @type {[number, number]} */ ([x, 7 * x ** power]));
			assert.ok(Math.abs(fitExponent(points) - power) < 1e-9);
		}
	});

	it("tell chance from what lies on one side", () => {
		assert.equal(isWithinChance([1, -1, 2, -2, 1]), true);
		assert.equal(isWithinChance(Array.from({ length: 20 }, () => 0.001)), false);
		assert.equal(isWithinChance([]), true);
	});

	it("sample a list evenly", () => {
		assert.deepEqual(takeSample([0, 1, 2, 3, 4, 5], 3), [0, 2, 4]);
		assert.deepEqual(takeSample([0, 1], 3), [0, 1]);
	});
});

describe("a load under the clock", () => {
	const reading = {
		spent: { inject: 10, turn: 12 },
		tasks: [
			{ at: 0, took: 10, starts: true },
			{ at: 50, took: 4, starts: false },
			{ at: 60, took: 8, starts: false },
		],
		notes: { hide: 68, sheet: 71 },
		parsed: 40,
		resting: true,
		count: 2,
	};

	it("has slices apart from the start, and hides once the style sheet is there too", () => {
		const { total, slice, task, hidden } = summarise(reading);
		assert.deepEqual({ total, slice, task, hidden }, { total: 22, slice: 8, task: 10, hidden: 31 });
	});

	it("hides nothing where nothing goes", () => {
		assert.equal(summarise({ ...reading, count: 0 }).hidden, null);
	});
});

describe("a summary", () => {
	it("takes the least of several loads of a page, and ratios page by page", () => {
		const rows = sumUp([
			{ page: "a", visits: [visit(30, 98), visit(20, 198)], loads: [loads(10, 12)], paints: [] },
			{ page: "b", visits: [visit(30, 8)], loads: [loads(10, 11)], paints: [] },
		]);
		assert.deepEqual(rows.cold.values, [20, 30]);
		assert.deepEqual(rows["to-readability"].values, [0.2, 3]);
		assert.deepEqual(rows["with-to-without"].values, [1.2, 1.1]);
		assert.deepEqual(rows.heap.values, [2, 1]);
	});

	it("leaves out what no load has", () => {
		const rows = sumUp([{ page: "a", visits: [visit(30, 98)], loads: [], paints: [] }]);
		for (const key of ["script", "slow-task", "hidden", "main-with", "heap", "memory"])
			assert.ok(!(key in rows), key);
	});
});

describe("targets", () => {
	it("are met up to their limit", () => {
		const at = runOf([{ page: "a", visits: [visit(8, 98)], loads: [loads(100, 103)], paints: [] }]);
		assert.equal(verdictOn(at, "8 % of Readability").met, true);
		assert.equal(verdictOn(at, "main thread at most").met, true);
		const over = runOf([{ page: "a", visits: [visit(8.1, 98)], loads: [loads(100, 103.1)], paints: [] }]);
		assert.equal(verdictOn(at, "memory at most").figure, "+3.0 MB");
		assert.equal(verdictOn(over, "8 % of Readability").met, false);
		assert.equal(verdictOn(over, "main thread at most").met, false);
		assert.equal(verdictOn(at, "150 KB").met, true);
		assert.equal(verdictOn(at, "page module: at most 60 KB").met, false);
	});

	it("want what is certain never to be seen, and nothing to jump", () => {
		/** @param {import("./paint.mjs").Paint[]} paints */
		const run = (...paints) => runOf([{ page: "a", visits: [], loads: [], paints }]);
		assert.equal(verdictOn(run(paint(0, 0.1)), "in no frame").met, true);
		assert.equal(verdictOn(run(paint(0, 0.1)), "jumps no more").met, true);
		assert.equal(verdictOn(run(paint(0, 0.1), paint(1, 0.2)), "in no frame").met, false);
		assert.equal(verdictOn(run(paint(0, 0.1), paint(1, 0.2)), "jumps no more").met, false);
		assert.equal(verdictOn(run(paint(0, null)), "jumps no more").met, null);
	});

	it("are neither met nor missed where nothing was measured", () => {
		const run = runOf([]);
		for (const words of [
			"Defuddle",
			"no task of ours",
			"before a tab is idle",
			"memory",
			"beyond noise",
			"no script",
			"in no frame",
			"jumps no more",
			"JavaScript form",
		]) {
			assert.deepEqual(
				[verdictOn(run, words).met, verdictOn(run, words).figure],
				[null, "not measured"],
				words,
			);
		}
	});

	it("want a page that never rests to come right within a second", () => {
		const storm = { rate: 10_000, share: 0.05, late: 1001 };
		const run = { ...runOf([]), storm };
		assert.equal(verdictOn(run, "changes a second").met, true);
		assert.equal(verdictOn(run, "of quiet").met, false);
		assert.equal(verdictOn({ ...run, storm: { ...storm, late: null } }, "of quiet").met, false);
	});

	it("want growth like the page's, and then an end", () => {
		const points = [1024, 65_536, 131_072].map((elements) => ({
			shape: /** @type {const} */ ("flat"),
			elements,
			took: elements > 65_536 ? 5 : elements / 100,
			why: elements > 65_536 ? "stopped-too-large" : null,
		}));
		const growth = sumUpGrowth(points).slice(0, 1);
		const run = { ...runOf([]), growth };
		assert.equal(verdictOn(run, "power").met, true);
		assert.equal(verdictOn(run, "too large").met, true);
		const endless = sumUpGrowth(points.map((point) => ({ ...point, why: null }))).slice(0, 1);
		assert.equal(verdictOn({ ...run, growth: endless }, "too large").met, false);
	});
});

describe("a baseline", () => {
	it("is broken by what is worse by more than a tenth", () => {
		const before = { cold: 1, storm: 0.04, gone: 2 };
		assert.deepEqual(compare(before, { cold: 1.1, storm: 0.01, new: 9 }), []);
		assert.deepEqual(compare(before, { cold: 1.11 }), [{ key: "cold", before: 1, now: 1.11 }]);
	});

	it("holds ratios and no times", () => {
		const run = runOf([{ page: "a", visits: [visit(20, 98)], loads: [loads(10, 12)], paints: [] }]);
		const ratios = listRatios({ ...run, storm: { rate: 1, share: 0.03, late: 5 } });
		assert.equal(ratios["to-readability"], 0.2);
		assert.equal(ratios.storm, 0.03);
		assert.ok(!("cold" in ratios));
	});
});

describe("made-up pages", () => {
	it("have as many elements as was asked for, flat or deep", () => {
		for (const shape of /** @type {const} */ (["flat", "deep"])) {
			for (const elements of [100, 1023, 4096]) {
				const html = generate(shape, elements);
				assert.equal(html.match(/<[a-z]/g)?.length, elements, `${shape} ${elements}`);
			}
		}
	});
});
