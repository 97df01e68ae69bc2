/** Cleans pages beside the page that shows them. */

import init, { Cleaner } from "./demo.js";

/** What the module says of a page. @typedef {Omit<import("./demo.js").Answer, "wanted">} Cleaned */
/** @typedef {{ order: number, bytes: Uint8Array, address: string, categories: Partial<Categories> }} Order */

/** @type {Promise<Cleaner>} */
const ready = init({ module_or_path: fetch("demo_bg.wasm") }).then(() => new Cleaner());

/** @param {Cleaner} cleaner @param {string} name */
async function learn(cleaner, name) {
	const answer = await fetch(`words/${name}`);
	if (!answer.ok) throw new Error("The words of this page's language could not be loaded.");
	cleaner.learn(name, new Uint8Array(await answer.arrayBuffer()));
}

/** @param {Order} order @returns {Promise<Cleaned>} */
async function clean({ order, bytes, address, categories }) {
	const cleaner = await ready;
	const tell = (/** @type {number} */ done) => postMessage({ order, done });
	/** @type {Set<string>} */
	const asked = new Set();
	for (;;) {
		const { wanted, ...cleaned } = cleaner.clean(bytes, address, categories, tell);
		if (wanted.length === 0) return cleaned;
		if (wanted.every((name) => asked.has(name))) {
			throw new Error("The words of this page's language could not be read.");
		}
		for (const name of wanted) asked.add(name);
		await Promise.all(wanted.map((/** @type {string} */ name) => learn(cleaner, name)));
	}
}

self.addEventListener("message", async ({ data }) => {
	const { order } = /** @type {Order} */ (data);
	try {
		postMessage({ order, cleaned: await clean(data) });
	} catch (fault) {
		postMessage({ order, fault: fault instanceof Error ? fault.message : String(fault) });
	}
});
