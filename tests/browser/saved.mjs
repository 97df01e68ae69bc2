/** Saved pages: a folder each, with `page.html` and `meta.json`. */

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** @typedef {{ id: string, address: string, read: () => Promise<Buffer> }} SavedPage */

/**
 * Every saved page of a folder in name order, or those whose name contains one of the words.
 * @param {string} folder
 * @param {string[]} words
 * @returns {Promise<SavedPage[]>}
 */
export async function findPages(folder, words) {
	const entries = await readdir(folder, { withFileTypes: true });
	const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	const asked = ids.filter((id) => words.length === 0 || words.some((word) => id.includes(word)));
	return Promise.all(asked.sort().map((id) => findPage(join(folder, id), id)));
}

/**
 * @param {string} folder
 * @param {string} id
 */
async function findPage(folder, id) {
	const meta = JSON.parse(await readFile(join(folder, "meta.json"), "utf8"));
	return { id, address: addressOf(id, meta.url), read: () => readUnpacked(join(folder, "page.html")) };
}

/**
 * The address that a page had; one of its own where that is not known.
 * @param {string} id
 * @param {string} [url]
 */
function addressOf(id, url) {
	if (url && URL.canParse(url) && /^https?:/i.test(url)) return new URL(url).href.replace(/#.*/, "");
	return `https://${id.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}.test/article`;
}

/** @param {string} path */
async function readUnpacked(path) {
	return existsSync(path) ? readFile(path) : gunzipSync(await readFile(`${path}.gz`));
}
