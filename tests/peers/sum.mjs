/** The figures of a whole run: accuracy over all pages, and times. */

/** @typedef {import("./measure.mjs").Result} Result */
/** @typedef {{ page: string, rounds: Record<string, Result>[] }} Measured */

/**
 * @typedef {object} Sum
 * @property {Record<string, { blocks: number, gone: number }>} categories
 * @property {number} article share of it that is kept, over all pages
 * @property {number} prose the same of the paragraphs alone
 * @property {number} damaged pages
 * @property {{ median: number, late: number }} took milliseconds; `late` is the 95th percentile
 */

/**
 * What a tool did on all pages: accuracy in the first load; time in the fastest, since what else the machine does
 * only adds to it.
 * @param {Measured[]} measured
 * @param {string} tool
 * @returns {Sum}
 */
export function sumUp(measured, tool) {
	const firsts = measured.map(({ rounds }) => rounds[0][tool]);
	const blocks = firsts.flatMap((result) => result.blocks);
	const names = [...new Set(blocks.map(({ category }) => category))];
	const categories = names.map((name) => {
		const own = blocks.filter(({ category }) => category === name);
		return [name, { blocks: own.length, gone: own.filter(({ gone }) => gone).length }];
	});
	const times = measured.map(({ rounds }) => Math.min(...rounds.map((round) => round[tool].took)));
	return {
		categories: Object.fromEntries(categories),
		article: share(firsts.map(({ article }) => article)),
		prose: share(firsts.map(({ prose }) => prose)),
		damaged: firsts.filter(({ damaged }) => damaged).length,
		took: { median: percentile(times, 0.5), late: percentile(times, 0.95) },
	};
}

/** @param {import("./score.mjs").Kept[]} kept */
function share(kept) {
	const before = kept.reduce((sum, one) => sum + one.before, 0);
	return kept.reduce((sum, one) => sum + one.after, 0) / before;
}

/**
 * The least value that this share of all values does not exceed.
 * @param {number[]} values
 * @param {number} share
 */
export function percentile(values, share) {
	const inOrder = values.toSorted((a, b) => a - b);
	return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)];
}
