/** Entries in pieces that the browser takes along to other devices: each can be read without the others. */

import { readEntries } from "./entries.js";

/** Pieces of another version of the shape are left alone. */
const PREFIX = "1.";
/** The browser's limits are 8,192 bytes for a piece with its name, and 102,400 for all of them. */
const ROOM = 7600;
const WHOLE_ROOM = 100_000;

/** @typedef {import("./entries.js").Entries} Entries */
/** @typedef {Record<string, Record<string, import("./entries.js").Entry>>} Chunks */

/** @param {Record<string, unknown>} area @returns {Entries[]} what can be used of each piece */
export const unpack = (area) => namesOf(area).map((name) => readEntries(area[name]));

/** @param {Record<string, unknown>} area */
export const namesOf = (area) => Object.keys(area).filter((name) => name.startsWith(PREFIX));

/** @typedef {{ chunks: Chunks, isWhole: boolean, fits: boolean }} Packed isWhole: no entry was too long to be taken along; fits: all pieces together are within the limit */

/** Where there is no room for it, it is forgotten what was taken away longest ago. @param {Entries} entries @returns {Packed} */
export function pack(entries) {
	const gone = [...entries].filter(([, [value]]) => value === null);
	gone.sort(([, [, one]], [, [, other]]) => one - other);
	const kept = new Map(entries);
	let packed = fill(kept);
	while (!packed.fits && gone.length > 0) {
		for (const [key] of gone.splice(0, Math.ceil(gone.length / 8))) kept.delete(key);
		packed = fill(kept);
	}
	return packed;
}

/** @param {Entries} entries @returns {Packed} */
function fill(entries) {
	/** @type {Chunks[string][]} */
	const pieces = [];
	let isWhole = true;
	let filled = ROOM;
	let sum = 0;
	for (const [key, entry] of [...entries].sort(([one], [other]) => (one < other ? -1 : 1))) {
		const weight = weigh(key) + weigh(entry) + 2;
		if (weight > ROOM) {
			isWhole = false;
			continue;
		}
		if (filled + weight > ROOM) {
			pieces.push({});
			filled = 0;
		}
		pieces[pieces.length - 1][key] = entry;
		filled += weight;
		sum += weight;
	}
	const chunks = Object.fromEntries(pieces.map((piece, at) => [`${PREFIX}${at}`, piece]));
	return { chunks, isWhole, fits: sum + pieces.length * 8 <= WHOLE_ROOM };
}

/** Bytes of a value as Chromium counts them, which writes "<" as six. @param {unknown} value */
const weigh = (value) => new TextEncoder().encode(JSON.stringify(value).replaceAll("<", "\\u003C")).length;
