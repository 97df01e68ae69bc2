/** A copy of the built extension that counts the time it spends in a page; nothing else of it differs. */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../browser/report.mjs";

/** The engine, in both its forms. */
const ENGINES = ["core.js", "core-script.js"];
const LOADER = "content/engine.js";
/** How long it has to do nothing, in milliseconds. */
const QUIET = 800;

/**
 * @param {string} extension
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function addStopwatch(extension) {
	const folder = await mkdtemp(join(tmpdir(), "endmark-peers-"));
	await cp(extension, folder, { recursive: true });
	for (const name of ENGINES) await edit(join(folder, name), timeScript);
	await edit(join(folder, LOADER), (source) => `${source}\n(${timeEngine})();\n`);
	return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Firefox's extension has no script form.
 * @param {string} path
 * @param {(source: string) => string} change
 */
async function edit(path, change) {
	const source = await readFile(path, "utf8").catch(() => null);
	if (source !== null) await writeFile(path, change(source));
}

/** @param {string} source */
const timeScript = (source) =>
	`globalThis.endmarkSpent = (globalThis.endmarkSpent ?? 0) - performance.now();\n${source}\n;globalThis.endmarkSpent += performance.now();\n`;

/** Behind the loader, in the content script's world: counts what loading takes, and every call into the engine. */
function timeEngine() {
	/** @typedef {{ Endmark: new (...given: unknown[]) => object }} Form */
	/** @typedef {{ initSync: (source: unknown) => unknown }} Glue */
	/** @typedef {{ endmarkSpent: number, endmarkEngine: { load: () => Promise<Form | null> }, wasm_bindgen: Glue }} World */
	const own = /** @type {World} */ (/** @type {unknown} */ (globalThis));
	const { load } = own.endmarkEngine;
	const { initSync } = own.wasm_bindgen;
	let isInside = false;

	/** @template T @param {() => T} call @returns {T} */
	function time(call) {
		if (isInside) return call();
		isInside = true;
		const began = performance.now();
		try {
			return call();
		} finally {
			own.endmarkSpent += performance.now() - began;
			isInside = false;
		}
	}

	/** @param {object} prototype */
	function timeMembers(prototype) {
		for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
			const { value, get } = member;
			if (name === "constructor" || !(get || typeof value === "function")) continue;
			/** @this {unknown} @param {unknown[]} given */
			const timed = function (...given) {
				return time(() => (get ?? value).apply(this, given));
			};
			Object.defineProperty(prototype, name, { ...member, ...(get ? { get: timed } : { value: timed }) });
		}
	}

	own.wasm_bindgen.initSync = (source) => time(() => initSync(source));
	own.endmarkEngine.load = async () => {
		const made = await load();
		if (!made) return null;
		const { Endmark } = made;
		timeMembers(Endmark.prototype);
		/** @type {ProxyHandler<Form["Endmark"]>} */
		const timed = { construct: (target, given) => time(() => Reflect.construct(target, given)) };
		return { Endmark: new Proxy(Endmark, timed) };
	};

	document.addEventListener("endmark-asks-time", () => {
		document.dispatchEvent(new CustomEvent("endmark-tells-time", { detail: String(own.endmarkSpent) }));
	});
}

/**
 * The milliseconds that the extension has spent in a page once it is at rest. Nothing else may be asked of it
 * before, since it would count the answer.
 * @param {import("puppeteer-core").Page} tab
 */
export async function readStopwatch(tab) {
	let spent = 0;
	let since = Date.now();
	return until("the extension to come to rest", async () => {
		const now = await askTime(tab);
		if (now !== spent) since = Date.now();
		spent = now;
		return Date.now() - since >= QUIET ? spent : null;
	});
}

/** @param {import("puppeteer-core").Page} tab */
const askTime = (tab) =>
	tab.evaluate(() => {
		let spent = Number.NaN;
		const hear = (/** @type {Event} */ event) => {
			spent = Number(/** @type {CustomEvent} */ (event).detail);
		};
		document.addEventListener("endmark-tells-time", hear, { once: true });
		document.dispatchEvent(new Event("endmark-asks-time"));
		return spent;
	});
