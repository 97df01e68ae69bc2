/** Keeps what the user decides in step with other devices, through the browser's own account, where the user wants it. */

import { namesOf, pack, unpack } from "./chunks.js";
import { compose, exceeds, forget, merge, readEntries, stamp } from "./entries.js";
import { change, inTurn, read } from "./settings.js";
import { isRecord, write } from "./stored.js";

const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 3600 * 1000;
/** Browsers take 120 writes a minute and 1,800 an hour. */
const DELAY = 2000;

/** Why not everything was taken along. @typedef {"" | "full" | "long" | "refused"} SyncFault */

/**
 * @typedef {object} Sync
 * @property {boolean} on
 * @property {SyncFault} fault
 * @property {number} tries how often the browser refused since it last took something
 * @property {number} after when it may be tried again, in milliseconds since 1970
 */

/** @type {Sync} */
const REST = { on: false, fault: "", tries: 0, after: 0 };

/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextStep;

/** @returns {Promise<Sync>} */
export async function readSync() {
	const { sync } = await chrome.storage.local.get("sync");
	return isRecord(sync) ? { ...REST, ...sync } : REST;
}

/** @param {boolean} on */
export const storeSync = (on) => inTurn(() => turnSync(on));

/** Call within `inTurn`. What was known is forgotten, so that joining again takes nothing away on either side. @param {boolean} on */
export async function turnSync(on) {
	await chrome.storage.local.remove("known");
	await chrome.storage.local.set({ sync: { ...REST, on } });
}

/** Whether a change in storage is one that other devices, or this one, must hear of. @param {Record<string, unknown>} changes @param {string} area */
export const isOfInterest = (changes, area) =>
	area === "sync" ||
	(area === "local" && ["sites", "categories", "rules", "detach"].some((name) => name in changes));

/**
 * Soon, and once for all that happens until then.
 * @param {() => Promise<void>} adopt for what came from other devices
 * @param {number} [delay]
 */
export function keepInStep(adopt, delay = DELAY) {
	clearTimeout(nextStep);
	nextStep = setTimeout(async () => {
		const hasNews = await bringInStep().catch(() => false);
		if (hasNews) await adopt().catch(() => {});
		const { after } = await readSync();
		if (after > Date.now()) keepInStep(adopt, after - Date.now());
	}, delay);
}

/** @returns {Promise<boolean>} whether something was changed here by another device */
export const bringInStep = () =>
	inTurn(async () => {
		const sync = await readSync();
		const now = Date.now();
		if (!sync.on) return false;
		const area = await chrome.storage.sync.get(null);
		const there = unpack(area).reduce(merge, new Map());
		const { entries, hasNews } = await takeOver(there, now);
		if (now < sync.after) return hasNews;
		const fault = await bringOut(entries, there, area);
		await chrome.storage.local.set({ sync: settle(sync, fault, now) });
		return hasNews;
	});

/**
 * What is stored here becomes what is the latest of both sides. Written before anything is sent.
 * @param {import("./entries.js").Entries} there @param {number} now
 */
async function takeOver(there, now) {
	await change();
	const stored = await read();
	const { known } = await chrome.storage.local.get("known");
	const before = readEntries(known);
	const entries = forget(merge(stamp(before, there, stored, now), there), there, now);
	const next = compose(entries);
	const hasNews = JSON.stringify(sorted(next)) !== JSON.stringify(sorted(stored));
	const beside = { known: Object.fromEntries(entries) };
	if (hasNews) await change((stored) => Object.assign(stored, next), beside);
	else await chrome.storage.local.set(beside);
	return { entries, hasNews };
}

/** Alike where nothing else than the order of sites and blocks is. @param {import("./stored.js").Stored} stored */
function sorted(stored) {
	const { sites, categories, rules, detach } = write(stored);
	const order = (/** @type {object} */ record) =>
		Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
	const all = order(sites).map(([host, site]) => [
		host,
		site.on === false,
		order(site.categories),
		[...site.kept].sort(),
	]);
	return { all, categories: order(categories), rules, detach };
}

/**
 * @param {import("./entries.js").Entries} entries
 * @param {import("./entries.js").Entries} there
 * @param {Record<string, unknown>} area
 * @returns {Promise<SyncFault>}
 */
async function bringOut(entries, there, area) {
	const { chunks, isWhole, fits } = pack(entries);
	if (!fits) return "full";
	const packed = unpack(chunks).reduce(merge, new Map());
	try {
		if (exceeds(packed, there)) {
			await chrome.storage.sync.set(chunks);
			const stale = namesOf(area).filter((name) => !Object.hasOwn(chunks, name));
			if (stale.length > 0) await chrome.storage.sync.remove(stale);
		}
		return isWhole ? "" : "long";
	} catch {
		return "refused";
	}
}

/** After each refusal the pause is twice as long. @param {Sync} sync @param {SyncFault} fault @param {number} now @returns {Sync} */
export function settle(sync, fault, now) {
	if (fault !== "refused") return { ...sync, fault, tries: 0, after: 0 };
	const pause = Math.min(FIRST_PAUSE * 2 ** sync.tries, LONGEST_PAUSE);
	return { ...sync, fault, tries: sync.tries + 1, after: now + pause };
}
