/** Every page of tests/pages: what is to go goes, what is to stay stays, and all of it comes back. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { isGone, look, readSource } from "../browser/look.mjs";
import { AT_ONCE, openPairs } from "../browser/pairs.mjs";
import { PAGES } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/look.mjs").Sight} Sight */
/** @typedef {import("../browser/pairs.mjs").Pair} Pair */
/** @typedef {{ select: string, category: string | string[] }} Take */
/** @typedef {{ description: string, article: boolean, takes: Take[], leaves: string[] }} Spec */
/** @typedef {{ source: string, takes: Sight[][], leaves: Sight[][] }} Plain what a page is without the extension */

/**
 * A page that is open, and the extension at rest on it.
 * @typedef {object} Visit
 * @property {Page} tab
 * @property {Spec} spec
 * @property {string[]} selectors of what it takes
 * @property {Plain} plain
 * @property {import("../browser/report.mjs").Report} report
 * @property {Sight[][]} taken what is left of what it takes
 */

const wanted = process.env.ENDMARK_PAGES?.split(",");
const names = readdirSync(PAGES)
	.filter((file) => file.endsWith(".json"))
	.map((file) => file.slice(0, -5))
	.filter((name) => !wanted || wanted.some((part) => name.includes(part)));

/** @param {string} name @returns {Spec} */
const readSpec = (name) => JSON.parse(readFileSync(`${PAGES}/${name}.json`, "utf8"));

const pairs = openPairs(names.length);

describe("every page", { concurrency: AT_ONCE }, () => {
	for (const name of names) describePage(name, readSpec(name));
});

/** @param {string} name @param {Spec} spec */
function describePage(name, spec) {
	// Without this its tests would inherit that they run at once.
	describe(`${name}: ${spec.description}`, { concurrency: 1 }, () => {
		/** @type {Pair} */
		let pair;
		/** @type {Visit} */
		let visit;

		before(async () => {
			pair = pairs.take();
			visit = await open(pair, pairs.stage.site.address(`/${name}.html`), spec);
		});
		after(() => pairs.giveBack(pair));

		it("finds what the test names", () => checkNames(visit));
		it("takes off the clutter", () => checkTaken(visit));
		it("leaves everything else", () => checkLeft(visit));
		it("reports each block with its category and reason", () => checkReport(visit));
		it("gives everything back", () => checkReturn(visit));
	});
}

/**
 * @param {Pair} pair
 * @param {string} address
 * @param {Spec} spec
 * @returns {Promise<Visit>}
 */
async function open({ bare, tab }, address, spec) {
	const selectors = spec.takes.map((take) => take.select);
	const [plain, report] = await Promise.all([
		seePlain(bare, address, selectors, spec.leaves),
		settle(tab, address),
	]);
	return { tab, spec, selectors, plain, report, taken: await look(tab, selectors) };
}

/**
 * @param {Page} tab
 * @param {string} address
 * @param {string[]} takes
 * @param {string[]} leaves
 * @returns {Promise<Plain>}
 */
async function seePlain(tab, address, takes, leaves) {
	await tab.goto(address, { waitUntil: "load" });
	return { source: await readSource(tab), takes: await look(tab, takes), leaves: await look(tab, leaves) };
}

/** @param {Page} tab @param {string} address */
async function settle(tab, address) {
	await tab.goto(address, { waitUntil: "load" });
	return pairs.stage.desk.settled(tab);
}

/** @param {Visit} visit */
function checkNames({ spec, selectors, plain }) {
	const named = [...selectors, ...spec.leaves];
	const found = [...plain.takes, ...plain.leaves];
	assert.deepEqual(
		named.filter((_, at) => found[at].length === 0),
		[],
	);
}

/** @param {Visit} visit */
function checkTaken({ selectors, plain, taken }) {
	const left = selectors.filter(
		(_, at) => !taken[at].every((sight, nth) => isGone(sight, plain.takes[at][nth])),
	);
	assert.deepEqual(left, [], "still to be seen");
}

/** @param {Visit} visit */
async function checkLeft({ tab, spec, plain, report }) {
	const now = await look(tab, spec.leaves);
	assert.deepEqual(
		spec.leaves.filter((_, at) => differs(now[at], plain.leaves[at])),
		[],
		`not what it was; taken: ${report.blocks.map((block) => `${block.rule} ${block.path}`).join(", ")}`,
	);
}

/** @param {Visit} visit */
async function checkReport({ tab, spec, selectors, report }) {
	const found = await attribute(tab, selectors);
	const wrong = spec.takes.filter(({ category }, at) =>
		found[at].some((taken) => ![category].flat().includes(taken)),
	);
	assert.deepEqual(wrong, [], `taken as ${JSON.stringify(found)}`);
	assert.deepEqual(
		report.blocks.filter((block) => !block.rule || block.reasons.length === 0),
		[],
		"without rule or reason",
	);
}

/** @param {Visit} visit */
async function checkReturn({ tab, selectors, plain, taken }) {
	await pairs.stage.desk.tell(tab, { kind: "show-all" });
	assert.equal(await readSource(tab), plain.source);
	assert.deepEqual(await look(tab, selectors), plain.takes);
	await pairs.stage.desk.tell(tab, { kind: "hide-all" });
	assert.deepEqual(await look(tab, selectors), taken, "not taken off again");
}

/** @param {Sight[]} now @param {Sight[]} before */
const differs = (now, before) => JSON.stringify(now) !== JSON.stringify(before);

/**
 * The categories of the blocks that each selector's elements lie in, found by hiding one category at a time.
 * @param {Page} tab
 * @param {string[]} selectors
 */
async function attribute(tab, selectors) {
	const { blocks = [] } = (await pairs.stage.desk.tell(tab, { kind: "show-all" })) ?? {};
	const shown = await look(tab, selectors);
	/** @type {string[][]} */
	const categories = selectors.map(() => []);
	for (const category of new Set(blocks.map((block) => block.category))) {
		const ids = blocks.filter((block) => block.category === category).map((block) => block.id);
		await pairs.stage.desk.tell(tab, ...ids.map((id) => ({ kind: "hide", id })));
		const now = await look(tab, selectors);
		for (const [at, sights] of now.entries()) if (differs(sights, shown[at])) categories[at].push(category);
		await pairs.stage.desk.tell(tab, ...ids.map((id) => ({ kind: "show", id })));
	}
	await pairs.stage.desk.tell(tab, { kind: "hide-all" });
	return categories;
}
