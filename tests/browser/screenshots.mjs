#!/usr/bin/env node
/** Pictures of what the user sees of the extension: each of its pages in light, in dark, and from right to left. */

import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./launch.mjs";
import { isSeen, readTexts } from "./look.mjs";
import { point, startPicker } from "./picker.mjs";
import { openDesk, until } from "./report.mjs";
import { serve } from "./site.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./report.mjs").Desk} Desk */

const USAGE = "usage: screenshots.mjs --extension DIR --out DIR";
const PAGES = fileURLToPath(new URL("../pages", import.meta.url));
const SAMPLE = "/sahifa.html";
const BLOCK = "#tides p";
const PAGE = { width: 1000, height: 560 };

const LOOKS = /** @type {const} */ ([
	{ look: "light", scheme: "light", language: "en" },
	{ look: "dark", scheme: "dark", language: "en" },
	{ look: "arabic", scheme: "light", language: "ar" },
]);

function readCommand() {
	const { values } = parseArgs({ options: { extension: { type: "string" }, out: { type: "string" } } });
	const { extension, out } = values;
	if (!extension || !out) throw new Error(USAGE);
	return { extension, out: resolve(out) };
}

/**
 * @param {Page} page
 * @param {string} path
 * @param {{ width: number, height?: number }} size as high as the page where no height is named
 * @param {string} scheme
 */
async function shoot(page, path, { width, height }, scheme) {
	await page.bringToFront();
	await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
	const whole = await page.evaluate(() => document.body.scrollHeight);
	await page.setViewport({ width, height: height ?? whole });
	await until("the colours", () => page.evaluate(() => document.getAnimations().length === 0));
	await page.screenshot({ path });
}

/** Something of everything that the options page can show. @param {Desk} desk */
async function fillOptions(desk) {
	await desk.ask({ kind: "site", host: "tides.example", on: false });
	await desk.ask({ kind: "site-category", host: "courier.example", category: "share", on: false });
	await desk.ask({ kind: "rules", list: "courier.example##.weather\n##.app-banner" });
}

/** @param {Page} page @param {string} selector */
const waitForSome = (page, selector) =>
	until(selector, async () => (await readTexts(page, selector)).length > 0);

/**
 * @param {ReturnType<typeof readCommand>} command
 * @param {import("./site.mjs").Site} site
 * @param {typeof LOOKS[number]} dress
 */
async function shootAll({ extension, out }, site, { look, scheme, language }) {
	const session = await launch({ extension, language, offline: true });
	/** @param {string} name */
	const pathOf = (name) => join(out, `${name}-${look}.png`);
	try {
		const desk = await openDesk(session);
		const tab = await desk.openTab();
		await tab.goto(site.address(SAMPLE));
		await desk.settled(tab);

		const popup = await desk.openPopup(tab);
		await popup.setViewport({ width: 360, height: 200 });
		await waitForSome(popup, "#blocks li");
		await shoot(popup, pathOf("popup"), { width: 360 }, scheme);
		await popup.close();

		await tab.setViewport(PAGE);
		await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
		await startPicker(desk, tab);
		const { x, y } = await point(tab, BLOCK);
		await tab.mouse.click(x, y);
		await shoot(tab, pathOf("picker"), PAGE, scheme);
		await tab.keyboard.press("Escape");

		await fillOptions(desk);
		const options = await desk.openOptions();
		await options.setViewport({ width: 660, height: 1000 });
		await waitForSome(options, "#sites li");
		await waitForSome(options, "#rules-hits li");
		await shoot(options, pathOf("options"), { width: 660, height: 1000 }, scheme);

		const welcome = await desk.openOptions("welcome/welcome.html");
		await welcome.bringToFront();
		await welcome.setViewport({ width: 660, height: 1000 });
		await until("the example to be cleaned", async () => !(await isSeen(welcome, ".bio")));
		await shoot(welcome, pathOf("welcome"), { width: 660, height: 760 }, scheme);
	} finally {
		await session.close();
	}
}

const command = readCommand();
await mkdir(command.out, { recursive: true });
const site = await serve(PAGES);
try {
	for (const dress of LOOKS) await shootAll(command, site, dress);
} finally {
	await site.close();
}
