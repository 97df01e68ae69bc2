/** What a run is held against: ratios of an earlier one, since times differ from machine to machine. */

import { readFile, writeFile } from "node:fs/promises";

/** @typedef {Record<string, number>} Ratios */

/** By how much a ratio may be worse. */
const TOLERANCE = 0.1;

/** @param {import("./targets.mjs").Run} run @returns {Ratios} */
export function listRatios({ rows, growth, storm }) {
	const medians = Object.entries(rows).filter(([, { unit }]) => unit === "×");
	return {
		...Object.fromEntries(medians.map(([key, { spread }]) => [key, spread.median])),
		...Object.fromEntries(
			(growth ?? []).flatMap(({ shape, exponent }) =>
				exponent === null ? [] : [[`growth-${shape}`, exponent]],
			),
		),
		...(storm && { storm: storm.share }),
	};
}

/**
 * What is worse than before by more than a tenth. What only one of the two has measured is not compared.
 * @param {Ratios} before
 * @param {Ratios} now
 */
export const compare = (before, now) =>
	Object.entries(now)
		.filter(([key, ratio]) => key in before && ratio > before[key] * (1 + TOLERANCE))
		.map(([key, ratio]) => ({ key, before: before[key], now: ratio }));

/** @param {string} path @param {string} browser @param {Ratios} ratios */
export async function saveRatios(path, browser, ratios) {
	await writeFile(path, `${JSON.stringify({ browser, ratios }, null, "\t")}\n`);
}

/** @param {string} path @param {string} browser whose ratios they have to be @returns {Promise<Ratios>} */
export async function readRatios(path, browser) {
	const saved = JSON.parse(await readFile(path, "utf8"));
	if (saved.browser !== browser) throw new Error(`${path} is of ${saved.browser}, not of ${browser}`);
	return saved.ratios;
}
