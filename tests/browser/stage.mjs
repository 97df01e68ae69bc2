/** What an end-to-end test needs: a site, a browser with the built extension, and a desk to ask it from. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./launch.mjs";
import { readSource } from "./look.mjs";
import { openDesk } from "./report.mjs";
import { serve } from "./site.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PAGES = fileURLToPath(new URL("../pages", import.meta.url));

/** The browser that the tests are to run in. */
export const NAME = readName();

function readName() {
	const name = process.env.ENDMARK_BROWSER;
	if (name === "chrome" || name === "firefox") return name;
	throw new Error("say which browser: ENDMARK_BROWSER=chrome or ENDMARK_BROWSER=firefox");
}

/** The folder of the built extension. */
export const EXTENSION = process.env.ENDMARK_EXTENSION ?? `${ROOT}dist/${NAME}`;

/** The text of a page of tests/pages. @param {string} name */
export const readPage = (name) => readFile(`${PAGES}/${name}.html`, "utf8");

/** A page with a script of its own at the end. @param {string} html @param {string} script */
export const addScript = (html, script) => html.replace("</body>", () => `<script>${script}</script></body>`);

/**
 * What a page is in a browser without the extension.
 * @param {string} address
 * @param {(tab: Page) => Promise<unknown>} [exercise] what is done with it first
 */
export async function seePlain(address, exercise = async () => {}) {
	const { browser, close } = await launch({ name: NAME, offline: true });
	const tab = await browser.newPage();
	await tab.goto(address, { waitUntil: "load" });
	await exercise(tab);
	const source = await readSource(tab);
	await close();
	return source;
}

/** @param {import("./launch.mjs").Options} [options] */
export async function openStage(options = {}) {
	const site = await serve(PAGES);
	const session = await launch({ name: NAME, extension: EXTENSION, offline: true, ...options });
	const close = async () => {
		await session.close();
		await site.close();
	};
	const desk = await openDesk(session).catch(async (fault) => {
		// A browser that stays open would keep the tests from ending.
		await close();
		throw fault;
	});
	return {
		session,
		site,
		desk,
		/** Opens a page in a tab of its own, without waiting for the extension. @param {string} address */
		async visit(address) {
			const tab = await desk.openTab();
			await tab.goto(address, { waitUntil: "load" });
			return tab;
		},
		/** Opens a page and waits until the extension is done with it. @param {string} address */
		async open(address) {
			const tab = await this.visit(address);
			const report = await desk.settled(tab);
			return { tab, report };
		},
		/** The same in a private window. @param {string} address */
		async openPrivately(address) {
			const tab = await desk.openPrivately(address);
			const report = await desk.settled(tab);
			return { tab, report };
		},
		close,
	};
}

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */
