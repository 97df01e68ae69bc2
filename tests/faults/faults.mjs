#!/usr/bin/env node
/** Runs the tests that prove the cases, in the browsers, and prints what came of each case. */

import { writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { run } from "node:test";
import { judge, listFiles, locate, readCases, writeTable } from "./cases.mjs";
import { readCommand } from "./command.mjs";

/** @typedef {import("./cases.mjs").Outcome} Outcome */

/**
 * @param {string} browser
 * @param {string[]} files
 * @returns {Promise<Outcome[]>}
 */
async function runTests(browser, files) {
	process.env.ENDMARK_BROWSER = browser;
	/** @type {Outcome[]} */
	const outcomes = [];
	for await (const { type, data } of run({ files: files.map(locate), concurrency: 1 })) {
		if (type !== "test:pass" && type !== "test:fail") continue;
		const { name, file = "", skip, todo, details } = data;
		const isGroup = details.type === "suite";
		const passed = type === "test:pass";
		if (!passed && !isGroup && !todo) console.error(`${browser}: ${name}: ${details.error?.cause ?? ""}`);
		if (isGroup && !skip) continue;
		outcomes.push({ file: relative(locate(""), file), name, passed, skip: say(skip), todo: say(todo) });
	}
	return outcomes;
}

/** @param {string | boolean | undefined} reason */
const say = (reason) => (reason ? String(reason) : undefined);

async function tell() {
	const { browsers, loads, pages, json, wanted } = readCommand();
	const cases = readCases(wanted);
	process.env.ENDMARK_LOADS = loads;
	if (pages) process.env.ENDMARK_FOLDER = pages;
	const rows = [];
	for (const browser of browsers) {
		const outcomes = await runTests(browser, listFiles(cases));
		for (const [id, one] of Object.entries(cases)) rows.push(judge(id, one, browser, outcomes));
	}
	rows.sort((a, b) => a.case.localeCompare(b.case));
	console.log(writeTable(rows));
	if (json) await writeFile(json, `${JSON.stringify(rows, null, "\t")}\n`);
	process.exitCode = rows.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

await tell();
