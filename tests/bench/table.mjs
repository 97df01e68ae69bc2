/** A run as tables in Markdown. */

/** @typedef {import("./summary.mjs").Row} Row */

const MARKS = new Map([
	[true, "met"],
	[false, "**not met**"],
	[null, "–"],
]);

/** @param {import("./summary.mjs").Rows} rows */
export const writeRows = (rows) =>
	[
		"| | median | 95th percentile | most |",
		"|---|---:|---:|---:|",
		...Object.values(rows).map(({ title, unit, spread }) => {
			const cells = [spread.median, spread.late, spread.most].map((value) => write(value, unit));
			return `| ${[title, ...cells].join(" | ")} |`;
		}),
	].join("\n");

/** @param {import("./targets.mjs").Verdict[]} verdicts */
export const writeVerdicts = (verdicts) =>
	[
		"| target | measured | |",
		"|---|---:|---|",
		...verdicts.map(({ target, figure, met }) => `| ${target} | ${figure} | ${MARKS.get(met)} |`),
	].join("\n");

/** @param {import("./growth.mjs").Point[]} points */
export const writeGrowth = (points) =>
	[
		"| page | elements | ms | |",
		"|---|---:|---:|---|",
		...points.map(({ shape, elements, took, why }) => {
			return `| ${shape} | ${elements} | ${took?.toFixed(1) ?? "not loaded"} | ${why ?? ""} |`;
		}),
	].join("\n");

/** @param {number} value @param {Row["unit"]} unit */
const write = (value, unit) => `${value.toFixed(unit === "ms" ? 1 : 2)} ${unit}`;
