/** The user's own rules: kept as text, and beside it as they were read when the text last changed. */

import { read_rules } from "../desk.js";
import { openDesk } from "./desk.js";
import { change, inTurn, read } from "./settings.js";
import { isRecord } from "./stored.js";

/** What lists of rules may weigh, in UTF-16 units. */
export const LONGEST_LIST = 2 << 20;

const MOST_TOLD = 100;

/** @typedef {{ filters: Filter[], faults: Fault[] }} Read */

/** What was read last: tabs that ask at once wait for one reading. @type {{ list: string, read: Promise<Read> } | undefined} */
let latest;

/** @param {string} list */
export function readRules(list) {
	if (latest?.list !== list) latest = { list, read: readAnew(list) };
	return latest.read;
}

/** @param {string} list @returns {Promise<Read>} */
async function readAnew(list) {
	await openDesk();
	return read_rules(list);
}

/** @typedef {{ local: chrome.storage.StorageArea, session: chrome.storage.StorageArea }} Areas */

/**
 * The filters of a list, read anew only where the list is another than last time.
 * @param {string} list
 * @param {keyof Areas} area where what was read is kept
 * @returns {Promise<Filter[]>}
 */
async function filtersOf(list, area) {
	if (list === "") return [];
	const { compiled } = await chrome.storage[area].get("compiled");
	if (isRecord(compiled) && compiled.list === list && areFilters(compiled.filters)) return compiled.filters;
	const { filters } = await readRules(list);
	// Where there is no room for it, the list is read anew each time.
	await chrome.storage[area].set({ compiled: { list, filters } }).catch(() => {});
	return filters;
}

/** @param {unknown} filters @returns {filters is Filter[]} */
const areFilters = (filters) =>
	Array.isArray(filters) &&
	filters.every(
		(filter) =>
			isRecord(filter) &&
			[filter.rule, filter.select, filter.text].every((part) => typeof part === "string") &&
			[filter.hosts, filter.but].every((hosts) => Array.isArray(hosts)),
	);

/** @returns {Promise<string>} rules picked in private windows */
async function readPrivateRules() {
	const { privateRules } = await chrome.storage.session.get("privateRules");
	return typeof privateRules === "string" ? privateRules : "";
}

/**
 * The rules that hold on a site; those that keep come last.
 * @param {string} list
 * @param {string[]} domains the host and every domain above it
 * @param {boolean} isPrivate
 * @returns {Promise<OwnRule[]>}
 */
export async function rulesFor(list, domains, isPrivate) {
	const lasting = await filtersOf(list, "local");
	const passing = isPrivate ? await filtersOf(await readPrivateRules(), "session") : [];
	/** @param {Filter} filter */
	const holds = ({ hosts, but }) =>
		(hosts.length === 0 || hosts.some((host) => domains.includes(host))) &&
		!but.some((host) => domains.includes(host));
	return [...lasting, ...passing]
		.filter(holds)
		.sort((one, other) => Number(one.keeps) - Number(other.keeps))
		.map(({ rule, select, text, keeps }) => ({ rule, select, text, keeps }));
}

/** @param {string} list */
export async function storeRules(list) {
	const told = await tellRules(list);
	await inTurn(() =>
		change((stored) => {
			stored.rules = list;
		}),
	);
	return told;
}

/** What came of the lines of a list, for the page that says so: the first faults, and how many more there are. @param {string} list */
export async function tellRules(list) {
	const { filters, faults } = await readRules(list);
	const told = faults.slice(0, MOST_TOLD);
	return {
		filters: filters.map(({ line, select }) => ({ line, select })),
		faults: told,
		more: faults.length - told.length,
	};
}

/**
 * Adds the rule of a block that was picked on a site.
 * @param {string} host @param {string} select @param {boolean} isPrivate
 */
export async function storePick(host, select, isPrivate) {
	const rule = `${host}##${select}`;
	const { filters } = await readRules(rule);
	if (filters.length !== 1 || filters[0].select !== select) throw new Error("no rule");
	/** @param {string} list */
	const add = (list) =>
		list.split("\n").includes(rule) ? list : [...(list ? [list.trimEnd()] : []), rule].join("\n");
	if (!isPrivate) {
		await inTurn(() =>
			change((stored) => {
				stored.rules = add(stored.rules);
			}),
		);
	} else {
		await inTurn(async () => chrome.storage.session.set({ privateRules: add(await readPrivateRules()) }));
	}
}

/** Counts the pages on which rules took something off. @param {string[]} rules */
export const countHits = (rules) =>
	inTurn(async () => {
		const hits = await readHits();
		const { rules: list } = await read();
		const known = new Set(list.split(/\r?\n/).map((line) => line.trim()));
		for (const rule of rules) hits.set(rule, (hits.get(rule) ?? 0) + 1);
		const kept = [...hits].filter(([rule]) => known.has(rule));
		await chrome.storage.local.set({ hits: Object.fromEntries(kept) });
	});

/** @returns {Promise<Map<string, number>>} */
export async function readHits() {
	const { hits } = await chrome.storage.local.get("hits");
	const entries = Object.entries(isRecord(hits) ? hits : {});
	return new Map(entries.flatMap(([rule, count]) => (typeof count === "number" ? [[rule, count]] : [])));
}
