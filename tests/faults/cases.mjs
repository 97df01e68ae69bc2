/** The cases, the tests that prove them, and what came of those. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Case
 * @property {string} must what must happen
 * @property {Record<string, string[]>} tests names by file; one that ends in "…" stands for all that begin so
 */

/** @typedef {{ file: string, name: string, passed: boolean, skip?: string, todo?: string }} Outcome `skip` and `todo` are reasons */

/**
 * @typedef {object} Row
 * @property {string} case
 * @property {string} must
 * @property {string} browser
 * @property {number} runs
 * @property {number} survived
 * @property {string[]} cannot why what is missing cannot be run in this browser
 * @property {string[]} known why something does not survive, as its test says
 * @property {string[]} broken tests that failed, or that did not run at all
 */

const TESTS = fileURLToPath(new URL("..", import.meta.url));

/** Where a file of a case stands. @param {string} file */
export const locate = (file) => TESTS + file;

/**
 * All cases, or those that are wanted.
 * @param {string[]} wanted
 * @returns {Record<string, Case>}
 */
export function readCases(wanted = []) {
	/** @type {Record<string, Case>} */
	const all = JSON.parse(readFileSync(locate("faults/cases.json"), "utf8"));
	const unknown = wanted.filter((name) => !(name in all));
	if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(", ")}`);
	return Object.fromEntries(
		Object.entries(all).filter(([name]) => wanted.length === 0 || wanted.includes(name)),
	);
}

/** The part of a test's name that is written out. @param {string} name */
export const beginning = (name) => name.replace(/…$/, "");

/** @param {string} name as a case has it @param {string} test */
const stands = (name, test) => (name.endsWith("…") ? test.startsWith(beginning(name)) : test === name);

/** The files that have to run. @param {Record<string, Case>} cases */
export const listFiles = (cases) =>
	[...new Set(Object.values(cases).flatMap(({ tests }) => Object.keys(tests)))].sort();

/**
 * @param {string} id
 * @param {Case} one
 * @param {string} browser
 * @param {Outcome[]} outcomes of all files in that browser
 * @returns {Row}
 */
export function judge(id, { must, tests }, browser, outcomes) {
	/** @type {Row} */
	const row = { case: id, must, browser, runs: 0, survived: 0, cannot: [], known: [], broken: [] };
	for (const [file, names] of Object.entries(tests)) {
		const own = outcomes.filter((outcome) => outcome.file === file);
		for (const name of names) count(row, name, own);
	}
	row.cannot = [...new Set(row.cannot)];
	row.known = [...new Set(row.known)];
	return row;
}

/** @param {Row} row @param {string} name @param {Outcome[]} own of the test's file */
function count(row, name, own) {
	const meant = own.filter((outcome) => stands(name, outcome.name));
	// Where a group is skipped, nothing is heard of its tests.
	const skipped = own.find(({ skip }) => skip)?.skip;
	if (meant.length === 0) {
		if (skipped) row.cannot.push(skipped);
		else row.broken.push(`did not run: ${name}`);
	}
	for (const { name: test, passed, skip, todo } of meant) {
		if (skip) {
			row.cannot.push(skip);
			continue;
		}
		row.runs++;
		if (passed) row.survived++;
		else if (todo) row.known.push(todo);
		else row.broken.push(test);
	}
}

/** @param {Row[]} rows */
export function writeTable(rows) {
	const cells = rows.map((row) => [row.case, row.must, row.browser, String(row.runs || "–"), say(row)]);
	const lines = [["case", "what must happen", "browser", "runs", "survived"], Array(5).fill("---"), ...cells];
	return lines.map((line) => `| ${line.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}

/** @param {Row} row */
function say({ runs, survived, cannot, known, broken }) {
	const reasons = [...known.map((why) => `known: ${why}`), ...broken, ...cannot];
	const number = runs > 0 ? [String(survived)] : [];
	return [...number, ...reasons].join("; ");
}
