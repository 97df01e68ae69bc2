/** A run as a table in Markdown. */

/** @typedef {import("./flat.mjs").Verdict} Verdict */

const WORDS = new Map([
	[true, "flat"],
	[false, "**not flat**"],
	[null, "**looked at too seldom**"],
]);

/** @param {number} bytes */
const write = (bytes) => (bytes / 1e6).toFixed(2);

/**
 * @param {Record<string, number>} counts
 * @param {Verdict[]} verdicts
 */
export const writeTable = (counts, verdicts) =>
	[
		`| ${Object.keys(counts).join(" | ")} |`,
		`|${"---:|".repeat(Object.keys(counts).length)}`,
		`| ${Object.values(counts).join(" | ")} |`,
		"",
		"| memory of | first third, MB | last third, MB | ratio | at most | |",
		"|---|---:|---:|---:|---:|---|",
		...verdicts.map(({ what, first, last, ratio, most, flat }) => {
			const cells = [what, write(first), write(last), ratio.toFixed(3), most, WORDS.get(flat)];
			return `| ${cells.join(" | ")} |`;
		}),
	].join("\n");
