/** The table of faults names tests that there are, and tells of each what came of it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { beginning, judge, locate, readCases, writeTable } from "../faults/cases.mjs";

/** @typedef {import("../faults/cases.mjs").Outcome} Outcome */

const FILE = "e2e/one.test.mjs";
const CASE = { must: "nothing breaks", tests: { [FILE]: ["stands", "bears …"] } };

/** @param {string} name @param {Partial<Outcome>} [more] @returns {Outcome} */
const outcome = (name, more) => ({ file: FILE, name, passed: true, ...more });

/** The names of the tests in a file, as they are written. @param {string} file */
const listTitles = (file) =>
	[...readFileSync(locate(file), "utf8").matchAll(/\bit\(\s*(["`])(.*?)\1/g)].map(([, , title]) => title);

/** Whether a test of this title can have a name; what is filled in may be anything. @param {string} title @param {string} name */
function fits(title, name) {
	if (name.endsWith("…")) return title.startsWith(beginning(name));
	const parts = title.split(/\$\{.*?\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(`^${parts.join(".+")}$`).test(name);
}

it("names for each case tests that stand in their files", () => {
	for (const [id, { tests }] of Object.entries(readCases()))
		for (const [file, names] of Object.entries(tests)) {
			const titles = listTitles(file);
			for (const name of names)
				assert.ok(
					titles.some((title) => fits(title, name)),
					`${id}: ${file}: ${name}`,
				);
		}
});

it("counts what survived, and names what did not", () => {
	const outcomes = [outcome("stands"), outcome("bears rain"), outcome("bears snow", { passed: false })];
	const row = judge("F00", CASE, "chrome", [...outcomes, outcome("stands", { file: "e2e/two.test.mjs" })]);
	assert.deepEqual([row.runs, row.survived, row.broken], [3, 2, ["bears snow"]]);
	assert.match(writeTable([row]), /\| F00 \| nothing breaks \| chrome \| 3 \| 2; bears snow \|$/);
});

it("takes a test that did not run for broken, and one that says why it fails for known", () => {
	const row = judge("F00", CASE, "chrome", [outcome("bears rain", { passed: false, todo: "not built" })]);
	assert.deepEqual([row.survived, row.known, row.broken], [0, ["not built"], ["did not run: stands"]]);
});

it("says why a browser cannot run what is skipped there, one by one or as a group", () => {
	const skipped = judge("F00", CASE, "chrome", [outcome("a group", { skip: "only Firefox can" })]);
	assert.deepEqual([skipped.runs, skipped.cannot, skipped.broken], [0, ["only Firefox can"], []]);
	assert.match(writeTable([skipped]), /\| – \| only Firefox can \|$/);
});

it("refuses a case that there is not", () => {
	assert.throws(() => readCases(["F99"]), /F99/);
});
