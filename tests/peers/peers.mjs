#!/usr/bin/env node
/** Measures Endmark, Readability.js and Defuddle on the same pages, side by side. */

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../browser/launch.mjs";
import { openDesk } from "../browser/report.mjs";
import { measurePage, OURS } from "./measure.mjs";
import { OTHERS, readScripts } from "./others.mjs";
import { findFixtures, findLabelled } from "./pages.mjs";
import { addStopwatch } from "./stopwatch.mjs";
import { sumUp } from "./sum.mjs";
import { writeTable } from "./table.mjs";

/** @typedef {import("./sum.mjs").Measured} Measured */

const USAGE =
	"usage: peers.mjs --extension DIR [--browser chrome|firefox] [--rounds N] [--json FILE] [FOLDER [WORD...]]";
const FIXTURES = fileURLToPath(new URL("../pages", import.meta.url));

function readCommand() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			extension: { type: "string" },
			browser: { type: "string", default: "chrome" },
			rounds: { type: "string", default: "3" },
			json: { type: "string" },
		},
	});
	const { extension, browser, json } = values;
	const rounds = Number(values.rounds);
	if (!extension || !Number.isInteger(rounds) || rounds < 1) throw new Error(USAGE);
	/** @type {import("../browser/launch.mjs").BrowserName[]} */
	const browsers = ["chrome", "firefox"];
	const chosen = browsers.find((name) => name === browser);
	if (!chosen) throw new Error(USAGE);
	const [folder, ...words] = positionals;
	return { extension, browser: chosen, rounds, json, folder, words };
}

/** @typedef {ReturnType<typeof readCommand>} Command */

/**
 * Each page in several loads; the others take turns in going first.
 * @param {import("../browser/report.mjs").Desk} desk
 * @param {import("./pages.mjs").LabelledPage[]} pages
 * @param {import("./others.mjs").Loaded[]} others
 * @param {number} rounds
 */
async function measureAll(desk, pages, others, rounds) {
	/** @type {Measured[]} */
	const measured = [];
	for (const [at, page] of pages.entries()) {
		try {
			/** @type {Measured["rounds"]} */
			const results = [];
			for (let round = 0; round < rounds; round++) {
				const inTurn = (at + round) % 2 === 0 ? others : others.toReversed();
				results.push(await measurePage(desk, page, inTurn));
			}
			measured.push({ page: page.id, rounds: results });
		} catch (error) {
			console.error(`${page.id}: ${String(error).split("\n")[0]}`);
		}
	}
	return measured;
}

async function run() {
	const command = readCommand();
	const { folder, words, rounds } = command;
	const pages = await (folder ? findLabelled(folder, words) : findFixtures(FIXTURES, words));
	if (pages.length === 0) throw new Error(`no labelled article in ${folder ?? FIXTURES}`);
	const others = await Promise.all(OTHERS.map(readScripts));
	const { measured, version } = await measureIn(command, pages, others);
	if (measured.length === 0) throw new Error("no page could be measured");
	const tools = [OURS, ...others.map(({ title }) => title)];
	const sums = Object.fromEntries(tools.map((tool) => [tool, sumUp(measured, tool)]));
	console.log(`${measured.length} of ${pages.length} pages, ${rounds} loads each, in ${version}\n`);
	console.log(writeTable(sums, measured.length));
	const figures = { browser: version, rounds, sums, pages: measured };
	if (command.json) await writeFile(command.json, `${JSON.stringify(figures, null, "\t")}\n`);
	process.exitCode = measured.length < pages.length ? 1 : 0;
}

/**
 * @param {Command} command
 * @param {import("./pages.mjs").LabelledPage[]} pages
 * @param {import("./others.mjs").Loaded[]} others
 */
async function measureIn({ extension, browser: name, rounds }, pages, others) {
	const timed = await addStopwatch(extension);
	try {
		const session = await launch({ name, extension: timed.folder, offline: true });
		try {
			const desk = await openDesk(session);
			const measured = await measureAll(desk, pages, others, rounds);
			return { measured, version: await session.browser.version() };
		} finally {
			await session.close();
		}
	} finally {
		await timed.remove();
	}
}

await run();
