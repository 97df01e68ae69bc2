/** What is asked for on the command line. */

import { parseArgs } from "node:util";

const USAGE =
	"usage: bench.mjs --extension DIR [--browser chrome|firefox] [--loads N] [--sample N] [--parts PART,…] [--out STEM] [--save FILE] [--against FILE] [FOLDER [WORD...]]";

/** What can be measured: on the pages, on whole loads of them, on what is seen of slow ones, on made-up pages, on a page that never rests. */
const PARTS = ["visits", "loads", "paint", "growth", "storm"];

export function readCommand() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			extension: { type: "string" },
			browser: { type: "string", default: "chrome" },
			loads: { type: "string", default: "1" },
			sample: { type: "string" },
			parts: { type: "string", default: PARTS.join() },
			out: { type: "string" },
			save: { type: "string" },
			against: { type: "string" },
		},
	});
	const { extension, out, save, against } = values;
	const parts = values.parts.split(",");
	if (!extension || parts.some((part) => !PARTS.includes(part))) throw new Error(USAGE);
	const [folder, ...words] = positionals;
	return {
		extension,
		browser: readBrowser(values.browser),
		loads: readNumber(values.loads),
		sample: values.sample === undefined ? null : readNumber(values.sample),
		parts,
		out,
		save,
		against,
		folder,
		words,
	};
}

/** @typedef {ReturnType<typeof readCommand>} Command */

/** @param {string} name @returns {import("../browser/launch.mjs").BrowserName} */
function readBrowser(name) {
	if (name === "chrome" || name === "firefox") return name;
	throw new Error(USAGE);
}

/** @param {string} text */
function readNumber(text) {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 1) throw new Error(USAGE);
	return number;
}

/** So many of a list, evenly over all of it. @template T @param {T[]} list @param {number | null} count @returns {T[]} */
export function takeSample(list, count) {
	if (count === null || count >= list.length) return list;
	return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]);
}
