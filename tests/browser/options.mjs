/** What a user does in the options page, and reads there. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTexts } from "./look.mjs";
import { until } from "./report.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** Types a list of rules and saves it. @param {Page} options @param {string[]} rules */
export async function typeRules(options, ...rules) {
	await options.bringToFront();
	await options.$eval(
		"#rules-text",
		(editor, text) => {
			const area = /** @type {HTMLTextAreaElement} */ (editor);
			area.value = text;
			area.dispatchEvent(new Event("input"));
		},
		rules.join("\n"),
	);
	await options.click("#rules-save");
	await until("the word that it is saved", () =>
		options.$eval("#rules-saved", (said) => !(/** @type {HTMLElement} */ (said).hidden)),
	);
}

/**
 * Presses "Export" and catches the file on its way out.
 * @param {Page} options
 * @returns {Promise<{ name: string, text: string }>}
 */
export async function exportFile(options) {
	await options.bringToFront();
	const caught = options.evaluate(
		() =>
			new Promise((done) => {
				const { prototype } = HTMLAnchorElement;
				const { click } = prototype;
				prototype.click = async function () {
					prototype.click = click;
					done({ name: this.download, text: await (await fetch(this.href)).text() });
				};
			}),
	);
	await options.click("#export");
	return /** @type {Promise<any>} */ (caught);
}

/**
 * Chooses a file to import and waits for what is said of it.
 * @param {Page} options
 * @param {string | Buffer} content
 */
export async function importFile(options, content) {
	await options.bringToFront();
	const folder = await mkdtemp(join(tmpdir(), "endmark-import-"));
	const path = join(folder, "settings.json");
	await writeFile(path, content);
	await options.evaluate(() => {
		for (const said of document.querySelectorAll("#failed, #transfer-faults"))
			said.setAttribute("hidden", "");
		for (const said of document.querySelectorAll("#transfer-text")) said.textContent = "";
	});
	const input = await options.$("#import-file");
	await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
	const answer = await until("a word on the import", () => readAnswer(options));
	await rm(folder, { recursive: true });
	return answer;
}

/** What is said of an import, a reset or an undo; null before that. @param {Page} options */
export async function readAnswer(options) {
	const [[done = ""], faults, [failed = ""]] = await Promise.all([
		readTexts(options, "#transfer-done:not([hidden]) #transfer-text"),
		readTexts(options, "#transfer-faults:not([hidden]) li"),
		readTexts(options, "#failed:not([hidden])"),
	]);
	return done || failed || faults.length > 0 ? { done, faults, failed } : null;
}

/** All that is stored for good. @param {Page} page of the extension @returns {Promise<Record<string, any>>} */
export const readStored = (page) => page.evaluate(() => chrome.storage.local.get(null));

/** The settings as the options page shows them. @param {Page} options */
export const readShown = (options) =>
	options.evaluate(() => {
		/** @param {string} selector */
		const find = (selector) => /** @type {any[]} */ ([...document.querySelectorAll(selector)]);
		const on = find("#categories input").filter((input) => input.checked);
		return {
			categories: on.map((input) => input.id.replace("category-", "")),
			sites: find("#sites > li").map((row) => row.querySelector("label").textContent),
			rules: find("#rules-text")[0].value,
			aside: find("#aside:not([hidden]) pre").map((text) => text.textContent),
		};
	});
