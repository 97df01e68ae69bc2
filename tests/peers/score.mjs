/** What is left of a page's clutter and of its article in the text that a tool leaves of it. */

import { countRuns, intersect, RUN, splitWords, subtract, total } from "./runs.mjs";

/**
 * A labelled block. Those that lie in one another are a group, in which one is the outer.
 * @typedef {{ category: string, text: string, group: number, outer: boolean }} Block
 */

/**
 * What of a page can be seen: all of it, its article, what is neither that nor clutter, and the clutter.
 * @typedef {{ seen: string, article: string, rest: string, blocks: Block[] }} Truth
 */

/** Runs of words before and after. @typedef {{ before: number, after: number }} Kept */

/**
 * @typedef {object} Score
 * @property {{ category: string, gone: boolean }[]} blocks those that have words
 * @property {Kept} article all of it, with headings, captions, byline and date
 * @property {Kept} prose its paragraphs
 * @property {boolean} damaged
 */

/** A block of which no more than this share is left is gone. */
const GONE = 0.1;
/** A page that lost more than this share of its paragraphs is damaged. */
const DAMAGE = 0.005;
/** A line of so many words is a paragraph: bylines, dates and captions are shorter, and their loss is no damage. */
const PARAGRAPH = 20;

/**
 * @param {Truth} truth
 * @param {string} output
 * @returns {Score}
 */
export function score(truth, output) {
	const lines = truth.article.split("\n").map(splitWords);
	const seen = countRuns(splitWords(truth.seen));
	const left = countRuns(splitWords(output));
	const article = scoreText(lines.flat(), seen, left);
	const paragraphs = lines.filter((words) => words.length >= PARAGRAPH);
	const prose = scoreText(paragraphs.flat(), seen, left);
	const damaged = prose.before - prose.after > DAMAGE * prose.before;
	return { blocks: scoreBlocks(truth, output), article, prose, damaged };
}

/**
 * What could not be seen to begin with is no loss; nor are runs across two lines between which something stood.
 * @param {string[]} words
 * @param {Map<string, number>} seen
 * @param {Map<string, number>} left
 * @returns {Kept}
 */
function scoreText(words, seen, left) {
	const runs = intersect(countRuns(words), seen);
	return { before: total(runs), after: total(intersect(runs, left)) };
}

/**
 * Words that are in the article or the rest too count as theirs; of clutter that is there twice, what is left
 * counts once.
 * @param {Truth} truth
 * @param {string} output
 */
function scoreBlocks({ article, rest, blocks }, output) {
	const remains = openRemains(splitWords(output), [splitWords(article), splitWords(rest)]);
	const inOrder = blocks.toSorted((a, b) => a.group - b.group || Number(a.outer) - Number(b.outer));
	return inOrder.flatMap(({ category, text, outer }) => {
		const words = splitWords(text);
		if (words.length === 0) return [];
		const length = Math.min(RUN, words.length);
		const runs = countRuns(words, length);
		const left = intersect(runs, remains(length));
		if (outer) subtract(remains(length), left);
		return [{ category, gone: total(left) <= GONE * total(runs) }];
	});
}

/**
 * The runs of an output that are accounted for by nothing that may stay, for each length of run.
 * @param {string[]} output
 * @param {string[][]} staying
 */
function openRemains(output, staying) {
	/** @type {Map<number, Map<string, number>>} */
	const byLength = new Map();
	return (/** @type {number} */ length) => {
		const known = byLength.get(length);
		if (known) return known;
		const runs = countRuns(output, length);
		for (const words of staying) subtract(runs, countRuns(words, length));
		byLength.set(length, runs);
		return runs;
	};
}
