/** The stored settings, changed one after the other. Storage is the only truth. */

import { freshStored, isRecord, tidy, validate, write } from "./stored.js";

const ASIDE_LIMIT = 5;

/** @typedef {import("./stored.js").Stored} Stored */

/**
 * Stored data that cannot be read wholly gives way to the last good copy, or to what can be read of the better of both.
 * @param {Record<string, unknown>} raw
 * @returns {{ stored: Stored, damaged: object | null }} damaged: what is there and cannot be read wholly
 */
function interpret(raw) {
	const { version, sites, categories, rules, detach, good } = raw;
	const main = { version, sites, categories, rules, detach };
	if (![...Object.values(main), good].some((part) => part !== undefined))
		return { stored: freshStored(), damaged: null };
	const { stored, faults } = validate(main);
	if (faults.length === 0) return { stored, damaged: null };
	const copy = isRecord(good) ? validate(good) : { stored, faults };
	return {
		stored: copy.faults.length < faults.length ? copy.stored : stored,
		damaged: copy.faults.length === 0 ? main : { ...main, good },
	};
}

/** @returns {Promise<Stored>} */
export async function read() {
	return interpret(await chrome.storage.local.get(null)).stored;
}

/** @param {Stored} stored @param {object} [beside] what is stored in the same step */
async function save(stored, beside) {
	tidy(stored.sites);
	const whole = write(stored);
	await chrome.storage.local.set({ ...whole, good: whole, ...beside });
}

/** Damaged settings are kept aside as text, for the user to see, before anything is written over them. */
async function repair() {
	const raw = await chrome.storage.local.get(null);
	const { stored, damaged } = interpret(raw);
	if (!damaged) {
		// Settings that were lost are no decision either.
		if (raw.version === undefined && raw.known) await chrome.storage.local.remove("known");
		return stored;
	}
	const text = asText(damaged);
	const others = listAside(raw).filter((known) => known !== text);
	// Where nothing is left but the good copy, there is nothing to be seen.
	const aside = text === "{}" ? others : [...others, text].slice(-ASIDE_LIMIT);
	// What is lost here is no decision that other devices are to follow.
	await save(stored, { aside, known: {} });
	return stored;
}

/** What is nested too deeply to be said must not stand in the way of the rest. @param {object} damaged */
function asText(damaged) {
	try {
		return JSON.stringify(damaged);
	} catch (fault) {
		return String(fault);
	}
}

/** @param {Record<string, unknown>} raw @returns {string[]} */
function listAside(raw) {
	const aside = Array.isArray(raw.aside) ? raw.aside : [];
	return aside.filter((text) => typeof text === "string");
}

/** What was kept aside, after a look at what is stored now. @returns {Promise<string[]>} */
export const readAside = () =>
	inTurn(async () => {
		await repair();
		return listAside(await chrome.storage.local.get("aside"));
	});

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
 * @param {object} [beside] what is stored in the same step, so that both are or neither
 */
export async function change(alter, beside) {
	const stored = await repair();
	if (!alter) return;
	alter(stored);
	await save(stored, beside);
}

/** A compromised page process must not read the list of sites. */
export async function closeToPages() {
	await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
