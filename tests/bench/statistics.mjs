/** Few numbers that say what many are like. */

import { percentile } from "../peers/sum.mjs";

/**
 * @typedef {object} Spread
 * @property {number} median
 * @property {number} late the 95th percentile
 * @property {number} most
 */

/** @param {number[]} values @returns {Spread} */
export const spread = (values) => ({
	median: percentile(values, 0.5),
	late: percentile(values, 0.95),
	most: percentile(values, 1),
});

/**
 * The power of x with which y grows: the slope of the straight line through their logarithms.
 * @param {[number, number][]} points
 */
export function fitExponent(points) {
	const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
	const mean = (/** @type {number} */ at) => logs.reduce((sum, pair) => sum + pair[at], 0) / logs.length;
	const [x, y] = [mean(0), mean(1)];
	const along = logs.reduce((sum, pair) => sum + (pair[0] - x) ** 2, 0);
	const both = logs.reduce((sum, pair) => sum + (pair[0] - x) * (pair[1] - y), 0);
	return both / along;
}

/**
 * Whether so many of the differences lie on one side of nothing as chance would have it 19 times in 20.
 * @param {number[]} differences
 */
export function isWithinChance(differences) {
	const decided = differences.filter((one) => one !== 0);
	const above = decided.filter((one) => one > 0).length;
	return Math.abs(2 * above - decided.length) <= 1.96 * Math.sqrt(decided.length);
}
