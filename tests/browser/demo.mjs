#!/usr/bin/env node
/** Shows one page before and after the extension, and says what was taken off, where and why. */

import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./launch.mjs";
import { openDesk, pause } from "./report.mjs";
import { serve } from "./site.mjs";
import { readMessages, writeTable } from "./table.mjs";

const USAGE =
	"usage: demo.mjs --extension DIR [--browser chrome|firefox] [--headed] [--out DIR] [FILE | ADDRESS]";
const PAGES = fileURLToPath(new URL("../pages", import.meta.url));
const SAMPLE = "sahifa.html";

/** @type {import("./launch.mjs").BrowserName[]} */
const BROWSERS = ["chrome", "firefox"];

/** A mistake in what was asked for: told in one line. */
class Refusal extends Error {}

function readCommand() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			extension: { type: "string" },
			browser: { type: "string", default: "chrome" },
			headed: { type: "boolean", default: false },
			out: { type: "string", default: "demo" },
		},
	});
	const { browser, extension } = values;
	if (!extension || positionals.length > 1) throw new Refusal(USAGE);
	const chosen = BROWSERS.find((name) => name === browser);
	if (!chosen) throw new Refusal(USAGE);
	const { headed, out } = values;
	return { browser: chosen, extension, headed, out, page: positionals[0] };
}

/**
 * Where the page is: an address as it is, a file under a server of ours.
 * @param {string} [page]
 */
async function findPage(page) {
	if (page && /^https?:\/\//i.test(page)) return { address: page, close: async () => {} };
	const file = page ? resolve(page) : join(PAGES, SAMPLE);
	const found = await stat(file).catch(() => null);
	if (!found?.isFile()) throw new Refusal(`no such file: ${page}`);
	const site = await serve(dirname(file));
	return { address: site.address(pathToFileURL(`/${basename(file)}`).pathname), close: site.close };
}

/**
 * @param {import("puppeteer-core").Page} tab
 * @param {string} address
 */
async function visit(tab, address) {
	try {
		await tab.goto(address, { waitUntil: "load", timeout: 30_000 });
	} catch (error) {
		const loaded = await tab.evaluate(() => document.body?.childElementCount ?? 0).catch(() => 0);
		const isLate = error instanceof Error && error.name === "TimeoutError";
		if (!isLate || loaded === 0) throw new Refusal(`cannot open ${address}: ${firstLine(error)}`);
	}
}

/** @param {unknown} error */
const firstLine = (error) => String(error instanceof Error ? error.message : error).split("\n")[0];

/**
 * @param {ReturnType<typeof readCommand>} command
 * @param {string} address
 * @param {string} path
 */
async function shootBefore({ browser: name }, address, path) {
	const session = await launch({ name });
	try {
		const tab = await session.browser.newPage();
		await visit(tab, address);
		await tab.screenshot({ path, fullPage: true });
	} finally {
		await session.close();
	}
}

/**
 * @param {ReturnType<typeof readCommand>} command
 * @param {string} address
 * @param {string} path
 */
async function shootAfter({ browser: name, extension, headed }, address, path) {
	const session = await launch({ name, extension, headed });
	try {
		const desk = await openDesk(session);
		const tab = await desk.openTab();
		await visit(tab, address);
		const report = await desk.settled(tab).catch(() => desk.report(tab));
		if (!report) throw new Refusal(`the extension does not answer on ${address}`);
		await tab.screenshot({ path, fullPage: true });
		console.log(writeTable(report, await readMessages(extension)));
		console.log(`\nbefore: ${resolve(dirname(path), "before.png")}\nafter:  ${path}`);
		if (headed) await waitForReader(session, tab);
	} finally {
		await session.close();
	}
}

/**
 * @param {import("./launch.mjs").Session} session
 * @param {import("puppeteer-core").Page} tab
 */
async function waitForReader({ browser }, tab) {
	await tab.bringToFront();
	console.log("\nClose the window to end the demo.");
	while (browser.connected && !tab.isClosed()) await pause(300);
}

async function run() {
	const command = readCommand();
	const manifest = await stat(join(command.extension, "manifest.json")).catch(() => null);
	if (!manifest) throw new Refusal(`no extension in ${command.extension}; build it with: cargo xtask build`);
	const page = await findPage(command.page);
	try {
		const out = resolve(command.out);
		await mkdir(out, { recursive: true });
		await shootBefore(command, page.address, join(out, "before.png"));
		await shootAfter(command, page.address, join(out, "after.png"));
	} finally {
		await page.close();
	}
}

try {
	await run();
} catch (error) {
	console.error(error instanceof Refusal ? error.message : error);
	process.exitCode = 1;
}
