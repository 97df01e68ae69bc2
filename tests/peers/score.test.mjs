/** The ruler itself: what counts as gone, as kept and as damage. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { score } from "./score.mjs";
import { percentile, sumUp } from "./sum.mjs";
import { writeTable } from "./table.mjs";

const FIRST =
	"The council of the harbour town decided on Tuesday night that the old crane at the western quay will be kept and painted.";
const SECOND =
	"Three members voted against it because the money had been meant for the swimming hall which has been closed since the spring.";
const BIO = "Ann Calder writes about harbours and the people who live from them.";
const TEASERS = "Ferry fares rise again this summer\nA bridge that nobody asked for opens";
const MENU = "News Sports Culture Imprint";

/** @param {string} text @param {string} category */
const block = (text, category, group = 0, outer = true) => ({ text, category, group, outer });

/** @param {import("./score.mjs").Block[]} blocks */
function makeTruth(...blocks) {
	const article = `Crane stays\nBy Ann Calder\n${FIRST}\n${SECOND}`;
	const seen = [MENU, article, ...blocks.map(({ text }) => text)].join("\n");
	return { seen, article, rest: MENU, blocks };
}

/** @param {import("./score.mjs").Score} scored */
const gone = ({ blocks }) => blocks.map((block) => block.gone);

describe("clutter", () => {
	it("is gone when its words are, and left when they are there", () => {
		const truth = makeTruth(block(BIO, "author-bio", 0), block(TEASERS, "teaser", 1));
		assert.deepEqual(gone(score(truth, truth.article)), [true, true]);
		assert.deepEqual(gone(score(truth, `${truth.article}\n${TEASERS}`)), [true, false]);
		assert.deepEqual(gone(score(truth, truth.seen)), [false, false]);
	});

	it("is gone with a tenth left, and left with more", () => {
		const words = Array.from({ length: 33 }, (_, at) => `word${at}`);
		const truth = makeTruth(block(words.join(" "), "comments"));
		assert.deepEqual(gone(score(truth, `${truth.article}\n${words.slice(0, 6).join(" ")}`)), [true]);
		assert.deepEqual(gone(score(truth, `${truth.article}\n${words.slice(0, 7).join(" ")}`)), [false]);
	});

	it("of fewer words than a run is looked for as a whole", () => {
		const truth = makeTruth(block("Teilen", "share"));
		assert.deepEqual(gone(score(truth, `${truth.article}\nteilen`)), [false]);
		assert.deepEqual(gone(score(truth, `${truth.article}\nteilend`)), [true]);
	});

	it("whose words the article has too is gone when only the article is there", () => {
		const truth = makeTruth(block(FIRST, "teaser"));
		assert.deepEqual(gone(score(truth, truth.article)), [true]);
		assert.deepEqual(gone(score(truth, truth.seen)), [false]);
	});

	it("that is there twice and left once counts as left once", () => {
		const truth = makeTruth(block(TEASERS, "teaser", 0), block(TEASERS, "teaser", 1));
		assert.deepEqual(gone(score(truth, `${truth.article}\n${TEASERS}`)), [false, true]);
	});

	it("within other clutter is left where that is left", () => {
		const truth = makeTruth(
			block(`${BIO}\n${TEASERS}`, "comments", 0),
			block(TEASERS, "comment-form", 0, false),
		);
		assert.deepEqual(gone(score(truth, truth.seen)), [false, false]);
		assert.deepEqual(gone(score(truth, `${truth.article}\n${BIO}`)), [true, false]);
	});

	it("without words is not counted", () => {
		assert.deepEqual(score(makeTruth(block(" \n", "share")), "").blocks, []);
	});
});

describe("the article", () => {
	it("is kept by what keeps its words, whatever the marks and blanks between", () => {
		const truth = makeTruth();
		const { article, prose, damaged } = score(truth, truth.article.replaceAll(" ", "\n").toUpperCase());
		assert.equal(article.after, article.before);
		assert.equal(prose.after, prose.before);
		assert.equal(damaged, false);
	});

	it("is damaged where a paragraph is gone", () => {
		const { prose, damaged } = score(makeTruth(), FIRST);
		assert.ok(prose.after < prose.before);
		assert.equal(damaged, true);
	});

	it("loses something, but is not damaged, where only a byline is gone", () => {
		const { article, damaged } = score(makeTruth(), `${FIRST}\n${SECOND}`);
		assert.ok(article.after < article.before);
		assert.equal(damaged, false);
	});

	it("does not lose what could not be seen", () => {
		const truth = makeTruth();
		const { prose } = score({ ...truth, seen: `${MENU}\n${FIRST}` }, FIRST);
		assert.equal(prose.after, prose.before);
	});

	it("in a script without blanks is read sign by sign", () => {
		const article = "港町の議会は火曜日の夜に西岸の古いクレーンを残して塗り直すことを決めた。";
		const truth = { seen: article, article, rest: "", blocks: [] };
		assert.equal(score(truth, article).damaged, false);
		assert.equal(score(truth, article.slice(0, 20)).damaged, true);
	});
});

describe("figures", () => {
	const truth = makeTruth(block(BIO, "author-bio"));
	const round = (/** @type {number} */ took) => ({
		Endmark: { ...score(truth, truth.article), took },
		Other: { ...score(truth, truth.seen), took: 4 * took },
	});
	const measured = [1, 2, 3].map((ms) => ({ page: `p${ms}`, rounds: [round(9 * ms), round(ms)] }));
	const ours = sumUp(measured, "Endmark");
	const theirs = sumUp(measured, "Other");

	it("count blocks by category, and time by the fastest load", () => {
		assert.deepEqual(ours.categories, { "author-bio": { blocks: 3, gone: 3 } });
		assert.deepEqual(theirs.categories, { "author-bio": { blocks: 3, gone: 0 } });
		assert.deepEqual(ours.took, { median: 2, late: 3 });
	});

	it("stand in the table with times as multiples of the first tool's", () => {
		const rows = writeTable({ Endmark: ours, Other: theirs }, 3).split("\n");
		assert.equal(rows[0], "| | Endmark | Other |");
		assert.ok(rows.includes("| about the author, 3: gone | 100.0 % | 0.0 % |"));
		assert.ok(rows.includes("| time, median of the pages | 1.0 × | 4.0 × |"));
	});

	it("take the least value that a share does not exceed", () => {
		const values = Array.from({ length: 100 }, (_, at) => 100 - at);
		assert.equal(percentile(values, 0.5), 50);
		assert.equal(percentile(values, 0.95), 95);
	});
});
