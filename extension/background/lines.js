/** Lines of rules as entries: each with a place between its neighbours, which it keeps when others come and go. */

/** New lines between two others take this part of the room before the next. */
const PART = 1 / 64;
/** New lines at the end stand so close that those of two devices hardly ever come to stand between each other. */
const STEP = 2 ** -20;

/** @typedef {import("./entries.js").Entries} Entries */
/** @typedef {import("./entries.js").Value} Value */

/** @param {string} rules @param {Entries} known @param {Entries} others @returns {[string, number][]} */
export function placeLines(rules, known, others) {
	const lines = nameLines(rules);
	const places = lines.map((line) => known.get(line)?.[0]);
	const placed = placeAnew(places, findHighest([known, others]));
	return lines.map((line, at) => [line, placed[at]]);
}

/** The place of the last line. @param {Entries[]} all */
const findHighest = (all) =>
	all
		.flatMap((entries) => [...entries.values()])
		.reduce((highest, [value]) => (typeof value === "number" ? Math.max(highest, value) : highest), 0);

/** Lines that are alike are told apart by a number. @param {string} rules */
function nameLines(rules) {
	/** @type {Map<string, number>} */
	const seen = new Map();
	const lines = rules === "" ? [] : rules.split("\n");
	return lines.map((line) => {
		const before = seen.get(line) ?? 0;
		seen.set(line, before + 1);
		return `rule ${before} ${line}`;
	});
}

/**
 * Rising numbers, which lines keep where they can, so that a new line between two others changes neither.
 * Lines that two devices append apart from each other stay together, since each begins at a place of its own.
 * @param {(Value | undefined)[]} places as they were
 * @param {number} highest of all places
 * @returns {number[]}
 */
function placeAnew(places, highest) {
	const following = findFollowing(places);
	let last = 0;
	let isAtEnd = false;
	return places.map((place, at) => {
		const between = last + (following[at] - last) * PART;
		const after = isAtEnd ? last + STEP : Math.max(last, highest) + 1 + Math.random();
		const isKnown = typeof place === "number" && place > last;
		isAtEnd = !isKnown && between <= last;
		if (isKnown) last = place;
		else last = isAtEnd ? after : between;
		return last;
	});
}

/** For each line the next known place, or 0. @param {(Value | undefined)[]} places */
function findFollowing(places) {
	/** @type {number[]} */
	const following = [];
	let next = 0;
	for (const place of places.toReversed()) {
		following.push(next);
		if (typeof place === "number") next = place;
	}
	return following.reverse();
}
