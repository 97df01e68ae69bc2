/** Settings as entries that devices change apart from each other: of each the latest change holds everywhere. */

import { placeLines } from "./lines.js";
import { freshSite, freshStored, isCategory, isHost, isKey, isRecord, MOST_KEPT } from "./stored.js";

/** How long it is remembered that something was taken away, in milliseconds: a device that comes back later brings it back. */
const LONGEST_MEMORY = 180 * 24 * 3600 * 1000;
/** A kind, a name, and what else there is to it: `here example.org share`. */
const KEY = /^(\S+) (\S+)(?: (.*))?$/s;

/** @typedef {import("./stored.js").Stored} Stored */
/** @typedef {boolean | number | null} Value null stands for what was taken away; a number for a rule's place */
/** @typedef {[value: Value, time: number]} Entry time: of the change, in milliseconds since 1970 */
/** @typedef {Map<string, Entry>} Entries */

/**
 * @typedef {object} Kind
 * @property {(name: string, rest: string | undefined) => boolean} fits
 * @property {"boolean" | "number"} value
 * @property {(stored: Stored, value: any, name: string, rest: any) => void} put
 */

/** @type {Record<string, Kind>} */
const KINDS = {
	everywhere: {
		fits: (name, rest) => isCategory(name) && rest === undefined,
		value: "boolean",
		put: ({ categories }, value, name) => Object.assign(categories, { [name]: value }),
	},
	off: {
		fits: (name, rest) => isHost(name) && rest === undefined,
		value: "boolean",
		put: (stored, value, name) => {
			if (value) siteOf(stored, name).on = false;
		},
	},
	here: {
		fits: (name, rest) => isHost(name) && isCategory(rest),
		value: "boolean",
		put: (stored, value, name, rest) => Object.assign(siteOf(stored, name).categories, { [rest]: value }),
	},
	keep: {
		fits: (name, rest) => isHost(name) && isKey(rest),
		value: "boolean",
		put: (stored, _value, name, rest) => siteOf(stored, name).kept.push(rest),
	},
	advanced: {
		fits: (name, rest) => name === "detach" && rest === undefined,
		value: "boolean",
		put: (stored, value) => {
			stored.detach = value;
		},
	},
	rule: {
		fits: (name, rest) => /^\d{1,6}$/.test(name) && rest !== undefined && !rest.includes("\n"),
		value: "number",
		put: (stored, _value, _name, rest) => {
			stored.rules += `\n${rest}`;
		},
	},
};

/** What holds on the first day. @type {Map<string, Value>} */
const DEFAULTS = spread(freshStored(), new Map(), new Map());

/** @param {Stored} stored @param {string} host */
function siteOf({ sites }, host) {
	const site = sites.get(host) ?? freshSite();
	sites.set(host, site);
	return site;
}

/**
 * The entries as they are after what was changed here.
 * @param {Entries} known how they were when devices were last brought in step
 * @param {Entries} others how they are elsewhere
 * @param {Stored} stored
 * @param {number} now
 * @returns {Entries}
 */
export function stamp(known, others, stored, now) {
	const present = spread(stored, known, others);
	const gone = [...known.keys()].filter((key) => !present.has(key));
	const entries = new Map(known);
	for (const [key, value] of [
		...present,
		.../** @type {[string, Value][]} */ (gone.map((key) => [key, null])),
	]) {
		const [before, time] = known.get(key) ?? [undefined, 0];
		if (before !== value)
			entries.set(key, [value, isDefault(key, value, before) ? 0 : Math.max(now, time + 1)]);
	}
	return entries;
}

/** What nobody decided gives way to every decision. @param {string} key @param {Value} value @param {Value | undefined} before */
const isDefault = (key, value, before) => before === undefined && DEFAULTS.get(key) === value;

/** @param {Stored} stored @param {Entries} known @param {Entries} others @returns {Map<string, Value>} */
function spread({ sites, categories, rules, detach }, known, others) {
	/** @type {Map<string, Value>} */
	const present = new Map();
	for (const [name, on] of Object.entries(categories)) present.set(`everywhere ${name}`, on);
	present.set("advanced detach", detach);
	for (const [host, { on, categories: here, kept }] of sites) {
		if (on === false) present.set(`off ${host}`, true);
		for (const [name, takes] of Object.entries(here)) present.set(`here ${host} ${name}`, takes);
		for (const key of kept) present.set(`keep ${host} ${key}`, true);
	}
	for (const [line, place] of placeLines(rules, known, others)) present.set(line, place);
	return present;
}

/** Of each entry the latest; where two are of the same time, the same one on all devices. @param {Entries} one @param {Entries} other */
export function merge(one, other) {
	const merged = new Map(one);
	for (const [key, entry] of other) if (isLater(entry, merged.get(key))) merged.set(key, entry);
	return merged;
}

/** Whether one side has something that the other does not have yet. @param {Entries} one @param {Entries} other */
export const exceeds = (one, other) => [...one].some(([key, entry]) => isLater(entry, other.get(key)));

/** @param {Entry} one @param {Entry | undefined} other */
const isLater = ([value, time], other) =>
	other === undefined || time > other[1] || (time === other[1] && String(value) > String(other[0]));

/**
 * What was taken away is remembered for a while, and only where others may have it.
 * @param {Entries} entries @param {Entries} others @param {number} now @returns {Entries}
 */
export const forget = (entries, others, now) =>
	new Map(
		[...entries].filter(
			([key, [value, time]]) => value !== null || (others.has(key) && time > now - LONGEST_MEMORY),
		),
	);

/** @param {Entries} entries @returns {Stored} */
export function compose(entries) {
	const stored = freshStored();
	const present = [...entries].filter(([, [value]]) => value !== null);
	for (const [key, [value]] of present.sort(byPlaceOrTime)) {
		const [, kind, name, rest] = /** @type {string[]} */ (/** @type {unknown} */ (KEY.exec(key)));
		KINDS[kind].put(stored, value, name, rest);
	}
	stored.rules = stored.rules.slice(1);
	for (const site of stored.sites.values()) site.kept = site.kept.slice(-MOST_KEPT);
	return stored;
}

/** Rules by their places, everything else by its time. @param {[string, Entry]} one @param {[string, Entry]} other */
function byPlaceOrTime([key, [value, time]], [otherKey, [otherValue, otherTime]]) {
	const isRule = typeof value === "number";
	const isOtherRule = typeof otherValue === "number";
	const order = isRule && isOtherRule ? value - otherValue : time - otherTime;
	return Number(isRule) - Number(isOtherRule) || order || (key < otherKey ? -1 : 1);
}

/** What can be used of a record of entries from outside. @param {unknown} record @returns {Entries} */
export function readEntries(record) {
	const pairs = Object.entries(isRecord(record) ? record : {});
	return new Map(/** @type {[string, Entry][]} */ (pairs.filter(([key, entry]) => isSound(key, entry))));
}

/** @param {string} key @param {unknown} entry */
function isSound(key, entry) {
	const [, kind = "", name, rest] = KEY.exec(key) ?? [];
	if (!Array.isArray(entry) || entry.length !== 2 || !Object.hasOwn(KINDS, kind)) return false;
	const [value, time] = entry;
	const { fits, value: type } = KINDS[kind];
	const isValue = value === null || (typeof value === type && (type === "boolean" || value > 0));
	return isValue && fits(name, rest) && Number.isSafeInteger(time) && time >= 0;
}
