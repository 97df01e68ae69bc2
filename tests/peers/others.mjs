/** The tools that Endmark is held against, as they are run in a page. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/**
 * What a tool gives for a page, and the milliseconds that it took; `parts` by what it did.
 * @typedef {{ title: string, html: string, took: number, parts: Record<string, number> }} Extract
 * @typedef {object} Other
 * @property {string} name
 * @property {string} package
 * @property {string[]} files
 * @property {() => Extract} run goes into the page as it stands, alone
 */

/** @type {Other[]} */
export const OTHERS = [
	{
		name: "Readability.js",
		package: "@mozilla/readability",
		files: ["Readability.js", "Readability-readerable.js"],
		run() {
			const { Readability, isProbablyReaderable } = /** @type {any} */ (globalThis);
			const began = performance.now();
			isProbablyReaderable(document);
			const asked = performance.now();
			const copy = /** @type {Document} */ (document.cloneNode(true));
			const cloned = performance.now();
			const article = new Readability(copy).parse();
			const ended = performance.now();
			const parts = { ask: asked - began, clone: cloned - asked, parse: ended - cloned };
			return { title: article?.title ?? "", html: article?.content ?? "", took: ended - began, parts };
		},
	},
	{
		name: "Defuddle",
		package: "defuddle",
		files: ["dist/index.js"],
		run() {
			const { Defuddle } = /** @type {any} */ (globalThis);
			const began = performance.now();
			const article = new Defuddle(document, { url: location.href, useAsync: false }).parse();
			const took = performance.now() - began;
			return { title: article?.title ?? "", html: article?.content ?? "", took, parts: { parse: took } };
		},
	},
];

const { resolve } = createRequire(import.meta.url);

/** What has to be loaded before a tool can run. @param {Other} other */
export async function readScripts(other) {
	const main = resolve(other.package);
	const root = main.slice(0, main.lastIndexOf(other.package) + other.package.length);
	const sources = await Promise.all(other.files.map((file) => readFile(`${root}/${file}`, "utf8")));
	const { version } = JSON.parse(await readFile(`${root}/package.json`, "utf8"));
	return { ...other, title: `${other.name} ${version}`, sources };
}

/** @typedef {Awaited<ReturnType<typeof readScripts>>} Loaded */
