/** The run itself: what happens in it, what it remembers, and what it calls flat. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judge } from "./flat.mjs";
import { PLAIN, SITES, schedule } from "./schedule.mjs";
import { writeTable } from "./table.mjs";
import { Wanted } from "./wanted.mjs";

/** @typedef {import("./schedule.mjs").Step} Step */

const PAGES = Array.from({ length: 40 }, (_, at) => `page-${at}`);
const KEYS = ["bio", "share"];

/** @param {number} seed @param {number} count */
function take(seed, count) {
	const steps = schedule(seed, PAGES);
	return Array.from({ length: count }, () => steps.next().value);
}

/** @param {Step[]} steps */
const listPlain = (steps) =>
	steps.flatMap((step) => (step.kind === "visit" && step.site === PLAIN ? step.page : []));

describe("a schedule", () => {
	it("is the same for a seed, and another for another", () => {
		assert.deepEqual(take(7, 500), take(7, 500));
		assert.notDeepEqual(take(7, 500), take(8, 500));
	});

	it("comes to every page before it comes to one again, in another order", () => {
		const pages = listPlain(take(7, 500));
		const [first, second] = [pages.slice(0, 40), pages.slice(40, 80)];
		for (const round of [first, second]) assert.deepEqual(round.toSorted(), PAGES.toSorted());
		assert.notDeepEqual(first, second);
	});

	it("has kills of every sort, and decisions of every kind", () => {
		const steps = take(7, 2000);
		const kinds = new Set(
			steps.map((step) => {
				if (step.kind === "setting") return step.setting.kind + (step.kill ? " and kill" : "");
				return step.kind === "visit" && step.kill !== null ? "kill in a visit" : step.kind;
			}),
		);
		const settings = [...Object.keys(SITES), "category"];
		const all = [
			"visit",
			"kill",
			"kill in a visit",
			...settings,
			...settings.map((kind) => `${kind} and kill`),
		];
		assert.deepEqual([...kinds].sort(), all.sort());
	});
});

describe("what was decided", () => {
	const fresh = () => new Wanted({ tags: false, share: true });
	/** @type {import("./schedule.mjs").Setting[]} */
	const SETTINGS = [
		{ kind: "site", on: false },
		{ kind: "site-category", category: "share", on: false },
		{ kind: "category", category: "tags", on: true },
		{ kind: "keep", nth: 1, stays: true },
		{ kind: "rules", lines: ["! 1", "ruled.localhost##.post-meta"] },
	];
	/** @type {import("./wanted.mjs").Choices} */
	const told = {
		categories: { share: true, tags: true },
		sites: {
			"switched.localhost": { on: false, categories: {}, kept: [] },
			"choosy.localhost": { categories: { share: false } },
			"keeping.localhost": { on: true, kept: ["share"] },
		},
		rules: "! 1\nruled.localhost##.post-meta",
	};
	const decideAll = () => {
		const wanted = fresh();
		for (const setting of SETTINGS) wanted.take(setting, KEYS);
		return wanted;
	};

	it("is all found again", () => {
		assert.deepEqual(decideAll().listLost(told), []);
	});

	it("is missed, whatever of it is lost", () => {
		const wanted = decideAll();
		for (const host of Object.keys(told.sites)) {
			const { [host]: _, ...sites } = told.sites;
			assert.deepEqual(wanted.listLost({ ...told, sites }), [
				`what was decided for ${host.replace(".localhost", "")}`,
			]);
		}
		assert.deepEqual(wanted.listLost({ ...told, rules: "" }), ["rules"]);
		assert.deepEqual(wanted.listLost({ ...told, categories: { share: true, tags: false } }), ["categories"]);
	});

	it("can be taken back, and bears on its own site alone", () => {
		const wanted = decideAll();
		const before = wanted.bearingOn(SITES.keep);
		assert.notEqual(before, wanted.bearingOn(PLAIN));
		assert.equal(wanted.bearingOn(PLAIN), wanted.bearingOn(SITES.site));
		wanted.take({ kind: "keep", nth: 1, stays: false }, KEYS);
		assert.equal(wanted.bearingOn(SITES.keep), wanted.bearingOn(PLAIN));
		wanted.take({ kind: "site-category", category: "share", on: null }, KEYS);
		assert.equal(wanted.categoriesAt(SITES["site-category"]).share, true);
	});
});

describe("memory", () => {
	/** @param {number} count @param {(at: number) => number} size */
	const series = (count, size) =>
		judge(
			"it",
			Array.from({ length: count }, (_, at) => size(at)),
			1.1,
		);

	it("is flat where it goes up and down, and where a single look finds more", () => {
		assert.equal(series(30, (at) => 100 + (at % 5)).flat, true);
		assert.equal(series(30, (at) => (at === 29 ? 500 : 100)).flat, true);
	});

	it("is not flat where every load leaves something", () => {
		const { first, last, ratio, flat } = series(30, (at) => 100 + at);
		assert.deepEqual([first, last, flat], [104, 124, false]);
		assert.ok(Math.abs(ratio - 124 / 104) < 1e-9);
	});

	it("is neither where it was looked at too seldom", () => {
		assert.equal(series(5, () => 100).flat, null);
		assert.equal(series(6, () => 100).flat, true);
	});

	it("is told as a table", () => {
		const table = writeTable({ loads: 500, kills: 3 }, [series(30, (at) => 1e6 * (100 + at))]);
		assert.match(table, /^\| loads \| kills \|\n.*\n\| 500 \| 3 \|$/m);
		assert.match(table, /\| it \| 104\.00 \| 124\.00 \| 1\.192 \| 1\.1 \| \*\*not flat\*\* \|$/);
	});
});
