/** The stored settings, changed one after the other. Storage is the only truth. */

import { freshStored, isRecord, tidy, validate, write } from "./stored.js";

const ASIDE_LIMIT = 5;

/** @typedef {import("./stored.js").Stored} Stored */

/**
 * Stored data that cannot be read wholly gives way to the last good copy, else to what can be read of it.
 * @param {Record<string, unknown>} raw
 */
function interpret(raw) {
	const fresh = !("version" in raw || "sites" in raw || "categories" in raw);
	if (fresh && !isRecord(raw.good)) return { stored: freshStored(), whole: true };
	const { stored, faults } = validate(raw);
	if (faults.length === 0 || !isRecord(raw.good)) return { stored, whole: faults.length === 0 };
	const good = validate(raw.good);
	return { stored: good.faults.length === 0 ? good.stored : stored, whole: false };
}

/** @returns {Promise<Stored>} */
export async function read() {
	return interpret(await chrome.storage.local.get(null)).stored;
}

/** @param {Stored} stored */
async function save(stored) {
	tidy(stored.sites);
	const whole = write(stored);
	await chrome.storage.local.set({ ...whole, good: whole });
}

/** Damaged settings are kept aside as text, for the user to see, before anything is written over them. */
async function repair() {
	const raw = await chrome.storage.local.get(null);
	const { stored, whole } = interpret(raw);
	if (whole) return stored;
	const { version, sites, categories, rules } = raw;
	const damaged = JSON.stringify({ version, sites, categories, rules });
	const aside = [...listAside(raw).filter((text) => text !== damaged), damaged].slice(-ASIDE_LIMIT);
	await chrome.storage.local.set({ aside });
	await save(stored);
	return stored;
}

/** @param {Record<string, unknown>} raw @returns {string[]} */
function listAside(raw) {
	const aside = Array.isArray(raw.aside) ? raw.aside : [];
	return aside.filter((text) => typeof text === "string");
}

/** @returns {Promise<string[]>} */
export const readAside = async () => listAside(await chrome.storage.local.get("aside"));

export const forgetAside = () => inTurn(() => chrome.storage.local.remove("aside"));

/**
 * Runs one change after the other, so that two tabs that switch at once both get what they asked for.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function inTurn(work) {
	const result = last.then(work);
	last = result.catch(() => {});
	return result;
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Changes the stored settings; call within `inTurn`.
 * @param {(stored: Stored) => void} [alter]
 */
export async function change(alter) {
	const stored = await repair();
	if (!alter) return;
	alter(stored);
	await save(stored);
}

/** A compromised page process must not read the list of sites. */
export async function closeToPages() {
	await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
