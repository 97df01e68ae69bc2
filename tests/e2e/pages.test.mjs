/** Every page of tests/pages: what is to go goes, what is to stay stays, and all of it comes back. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { launch } from "../browser/launch.mjs";
import { isGone, look, readSource } from "../browser/look.mjs";
import { serve } from "../browser/site.mjs";
import { NAME, openStage, PAGES } from "../browser/stage.mjs";

/** @typedef {import("../browser/look.mjs").Sight} Sight */
/** @typedef {{ select: string, category: string | string[] }} Take */
/** @typedef {{ description: string, article: boolean, takes: Take[], leaves: string[] }} Spec */
/** @typedef {{ source: string, takes: Sight[][], leaves: Sight[][] }} Plain what a page is without the extension */

const wanted = process.env.ENDMARK_PAGES?.split(",");
const names = readdirSync(PAGES)
	.filter((file) => file.endsWith(".json"))
	.map((file) => file.slice(0, -5))
	.filter((name) => !wanted || wanted.some((part) => name.includes(part)));

/** @param {string} name @returns {Spec} */
const readSpec = (name) => JSON.parse(readFileSync(`${PAGES}/${name}.json`, "utf8"));

/** @type {Map<string, Plain>} */
const plain = new Map();
/** @type {import("../browser/stage.mjs").Stage} */
let stage;

before(async () => {
	await seePlain();
	stage = await openStage();
});
after(() => stage?.close());

async function seePlain() {
	const site = await serve(PAGES);
	const { browser, close } = await launch({ name: NAME, offline: true });
	const tab = await browser.newPage();
	for (const name of names) {
		const { takes, leaves } = readSpec(name);
		await tab.goto(site.address(`/${name}.html`), { waitUntil: "load" });
		const selectors = takes.map((take) => take.select);
		plain.set(name, {
			source: await readSource(tab),
			takes: await look(tab, selectors),
			leaves: await look(tab, leaves),
		});
	}
	await close();
	await site.close();
}

for (const name of names) {
	const spec = readSpec(name);
	describe(`${name}: ${spec.description}`, () => {
		/** @type {import("puppeteer-core").Page} */
		let tab;
		/** @type {import("../browser/report.mjs").Report} */
		let report;
		const selectors = spec.takes.map((take) => take.select);
		const without = () => /** @type {Plain} */ (plain.get(name));

		before(async () => {
			({ tab, report } = await stage.open(stage.site.address(`/${name}.html`)));
		});
		after(() => tab?.close());

		it("finds what the test names", () => {
			const named = [...selectors, ...spec.leaves];
			const found = [...without().takes, ...without().leaves];
			assert.deepEqual(
				named.filter((_, at) => found[at].length === 0),
				[],
			);
		});

		it("takes off the clutter", async () => {
			assert.deepEqual(await listLeft(tab, selectors, without().takes), [], "still to be seen");
		});

		it("leaves everything else", async () => {
			const now = await look(tab, spec.leaves);
			assert.deepEqual(
				spec.leaves.filter((_, at) => differs(now[at], without().leaves[at])),
				[],
				`not what it was; taken: ${report.blocks.map((block) => `${block.rule} ${block.path}`).join(", ")}`,
			);
		});

		it("reports each block with its category and reason", async () => {
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
		});

		it("gives everything back", async () => {
			const taken = await look(tab, selectors);
			await stage.desk.tell(tab, { kind: "show-all" });
			assert.equal(await readSource(tab), without().source);
			assert.deepEqual(await look(tab, selectors), without().takes);
			await stage.desk.tell(tab, { kind: "hide-all" });
			assert.deepEqual(await look(tab, selectors), taken, "not taken off again");
		});
	});
}

/**
 * Selectors of which something is left.
 * @param {import("puppeteer-core").Page} tab
 * @param {string[]} selectors
 * @param {Sight[][]} before
 */
async function listLeft(tab, selectors, before) {
	const now = await look(tab, selectors);
	return selectors.filter((_, at) => !now[at].every((sight, nth) => isGone(sight, before[at][nth])));
}

/** @param {Sight[]} now @param {Sight[]} before */
const differs = (now, before) => JSON.stringify(now) !== JSON.stringify(before);

/**
 * The categories of the blocks that each selector's elements lie in, found by hiding one block at a time.
 * @param {import("puppeteer-core").Page} tab
 * @param {string[]} selectors
 */
async function attribute(tab, selectors) {
	const report = await stage.desk.tell(tab, { kind: "show-all" });
	const shown = await look(tab, selectors);
	/** @type {string[][]} */
	const categories = selectors.map(() => []);
	for (const { id, category } of report?.blocks ?? []) {
		await stage.desk.tell(tab, { kind: "hide", id });
		const now = await look(tab, selectors);
		for (const [at, sights] of now.entries()) if (differs(sights, shown[at])) categories[at].push(category);
		await stage.desk.tell(tab, { kind: "show", id });
	}
	await stage.desk.tell(tab, { kind: "hide-all" });
	return categories;
}
