/** Texts as runs of words, by which one text is looked for in another. */

/** How many words make a run. */
export const RUN = 4;

/** Letters of these scripts are written without blanks between words: each counts as a word. */
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;
const BETWEEN = /[^\p{L}\p{M}\p{N}]+/gu;

/** @param {string} text */
export function splitWords(text) {
	const spaced = text.normalize("NFKC").toLowerCase().replace(UNSPACED, " $1 ");
	return spaced.replace(BETWEEN, " ").trim().split(" ").filter(Boolean);
}

/**
 * Every run of words, and how often it is there.
 * @param {string[]} words
 * @param {number} [length]
 * @returns {Map<string, number>}
 */
export function countRuns(words, length = RUN) {
	/** @type {Map<string, number>} */
	const counts = new Map();
	for (let at = 0; at + length <= words.length; at++) {
		const run = words.slice(at, at + length).join(" ");
		counts.set(run, (counts.get(run) ?? 0) + 1);
	}
	return counts;
}

/**
 * What both have, as often as both have it.
 * @param {Map<string, number>} one
 * @param {Map<string, number>} other
 */
export function intersect(one, other) {
	/** @type {Map<string, number>} */
	const both = new Map();
	for (const [run, count] of one) {
		const shared = Math.min(count, other.get(run) ?? 0);
		if (shared > 0) both.set(run, shared);
	}
	return both;
}

/**
 * @param {Map<string, number>} from
 * @param {Map<string, number>} runs
 */
export function subtract(from, runs) {
	for (const [run, count] of runs) from.set(run, Math.max(0, (from.get(run) ?? 0) - count));
}

/** @param {Map<string, number>} runs */
export const total = (runs) => [...runs.values()].reduce((sum, count) => sum + count, 0);
