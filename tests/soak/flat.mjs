/** Whether memory grows: the middle of the last third of a run against that of the first. */

import { spread } from "../bench/statistics.mjs";

/**
 * @typedef {object} Verdict
 * @property {string} what
 * @property {number} first bytes
 * @property {number} last bytes
 * @property {number} ratio
 * @property {number} most that the ratio may be
 * @property {boolean | null} flat null where too few samples say nothing
 */

/** So many samples are needed. */
const LEAST = 6;

/**
 * @param {string} what
 * @param {number[]} samples bytes, in the order in which they were taken
 * @param {number} most
 * @returns {Verdict}
 */
export function judge(what, samples, most) {
	const third = Math.floor(samples.length / 3);
	const first = spread(samples.slice(0, third)).median;
	const last = spread(samples.slice(-third)).median;
	const ratio = last / first;
	return { what, first, last, ratio, most, flat: samples.length < LEAST ? null : ratio <= most };
}
