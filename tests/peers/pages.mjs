/** The pages to measure on, with what is clutter and what is the article on each. */

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findPages } from "../browser/saved.mjs";

/**
 * What is what on a page. Elements are named by number, in the order in which the parser adds them, or by selector.
 * @typedef {object} Labels
 * @property {{ find: number | string, category: string }[]} junk
 * @property {(number | string)[]} body
 * @property {string | null} text the article's text, where it is known as text only
 */

/** @typedef {import("../browser/saved.mjs").SavedPage & { labels: Labels }} LabelledPage */

/** Prose in what is to stay: the rest of that is the site's, which no reading view keeps. */
const PROSE = ":is(p, blockquote, pre):not(:is(header, nav, aside, footer) *)";
/** @param {string} select */
const proseIn = (select) => (select === "body" ? PROSE : `:is(${select})${PROSE}`);

/**
 * The articles of a folder of saved pages.
 * @param {string} folder
 * @param {string[]} words
 * @returns {Promise<LabelledPage[]>}
 */
export async function findLabelled(folder, words) {
	const pages = await findPages(folder, words);
	const found = await Promise.all(
		pages.map(async (page) => {
			const labels = await readLabels(join(folder, page.id));
			return labels ? [{ ...page, labels }] : [];
		}),
	);
	return found.flat();
}

/**
 * @param {string} folder
 * @returns {Promise<Labels | null>} null for what is no article, or has neither labels nor text
 */
async function readLabels(folder) {
	const labelled = await readText(join(folder, "labels.json"));
	if (labelled === null) {
		const text = await readText(join(folder, "body.txt"));
		return text === null ? null : { junk: [], body: [], text };
	}
	/** @type {{ article: boolean, junk: { n: number, category: string }[], body: number[] }} */
	const { article, junk, body } = JSON.parse(labelled);
	if (!article) return null;
	return { junk: junk.map(({ n, category }) => ({ find: n, category })), body, text: null };
}

/** @param {string} path */
async function readText(path) {
	if (existsSync(path)) return readFile(path, "utf8");
	return existsSync(`${path}.gz`) ? gunzipSync(await readFile(`${path}.gz`)).toString("utf8") : null;
}

/**
 * The articles among the project's own pages, whose descriptions say what goes.
 * @param {string} folder
 * @param {string[]} words
 * @returns {Promise<LabelledPage[]>}
 */
export async function findFixtures(folder, words) {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
	const asked = names.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
	const found = await Promise.all(
		asked.map(async (name) => {
			const id = basename(name, ".json");
			/** @type {{ article: boolean, takes: { select: string, category: string | string[] }[], leaves: string[] }} */
			const { article, takes, leaves } = JSON.parse(await readFile(join(folder, name), "utf8"));
			if (!article) return [];
			const junk = takes.map(({ select, category }) => ({ find: select, category: [category].flat()[0] }));
			const labels = { junk, body: leaves.map(proseIn), text: null };
			const read = () => readFile(join(folder, `${id}.html`));
			return [{ id, address: `https://news.test/${id}.html`, read, labels }];
		}),
	);
	return found.flat();
}
