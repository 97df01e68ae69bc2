#!/usr/bin/env node
/** Opens saved pages in a browser and writes down what a survey in the page reads: one file for each. */

import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { launch } from "./launch.mjs";
import { numberElements } from "./numbers.mjs";
import { readOutline } from "./outline.mjs";
import { findPages } from "./saved.mjs";

/** @typedef {import("puppeteer-core").Browser} Browser */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./launch.mjs").BrowserName} BrowserName */
/** @typedef {import("./saved.mjs").SavedPage} SavedPage */

const USAGE = "usage: record.mjs --reads JSON --browser chrome|firefox --out DIR FOLDER [WORD...]";
/** Scripts of the page stay off, so that it is what was saved. */
const HEADERS = {
	"content-type": "text/html; charset=utf-8",
	"content-security-policy": "script-src 'none'; frame-src 'none'; object-src 'none'",
};
const PATIENCE = 30_000;

function readCommand() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			reads: { type: "string" },
			browser: { type: "string", default: "chrome" },
			out: { type: "string" },
		},
	});
	const { reads, browser, out } = values;
	const [folder, ...words] = positionals;
	if (!reads || !out || !folder || (browser !== "chrome" && browser !== "firefox")) throw new Error(USAGE);
	return { reads: JSON.parse(reads), browser: /** @type {BrowserName} */ (browser), out, folder, words };
}

/**
 * Answers for the page with what was saved, and refuses everything else.
 * @param {Page} tab
 * @param {Buffer} body
 */
async function answer(tab, body) {
	await tab.setRequestInterception(true);
	tab.on("request", (request) => {
		const isPage = request.isNavigationRequest() && request.frame() === tab.mainFrame();
		const done = isPage ? request.respond({ status: 200, headers: HEADERS, body }) : request.abort();
		// The tab may be closed already.
		done.catch(() => {});
	});
}

/**
 * @param {Browser} browser
 * @param {SavedPage} page
 * @param {import("./outline.mjs").Reads} reads
 */
async function record(browser, page, reads) {
	const tab = await browser.newPage();
	try {
		await tab.evaluateOnNewDocument(numberElements);
		await answer(tab, await page.read());
		await tab.goto(page.address, { waitUntil: "load", timeout: PATIENCE });
		return await tab.evaluate(readOutline, reads);
	} finally {
		await tab.close();
	}
}

/** @param {string} path @param {unknown[]} lines */
const write = (path, lines) =>
	writeFile(path, gzipSync(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n`));

async function run() {
	const { reads, browser: name, out, folder, words } = readCommand();
	const pages = await findPages(resolve(folder), words);
	if (pages.length === 0) throw new Error(`no page in ${folder}`);
	await mkdir(out, { recursive: true });
	const { browser, close } = await launch({ name, offline: true });
	let failed = 0;
	try {
		const version = await browser.version();
		for (const page of pages) {
			try {
				const lines = await record(browser, page, reads);
				const head = { page: page.id, address: page.address, browser: version };
				await write(join(out, `${page.id}.jsonl.gz`), [head, ...lines]);
			} catch (error) {
				failed += 1;
				console.error(`${page.id}: ${String(error).split("\n")[0]}`);
			}
		}
	} finally {
		await close();
	}
	console.log(`${pages.length - failed} of ${pages.length} pages recorded in ${resolve(out)}`);
	process.exitCode = failed ? 1 : 0;
}

await run();
