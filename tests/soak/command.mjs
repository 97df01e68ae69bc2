/** What is asked for on the command line. */

import { parseArgs } from "node:util";

const USAGE =
	"usage: ENDMARK_BROWSER=chrome|firefox soak.mjs [--minutes N] [--loads N] [--seed N] [--json FILE]";

export function readCommand() {
	const { values } = parseArgs({
		options: {
			minutes: { type: "string", default: "30" },
			loads: { type: "string", default: "500" },
			seed: { type: "string", default: String(1 + (Date.now() % 1_000_000)) },
			json: { type: "string" },
		},
	});
	const { minutes, loads, seed, json } = values;
	return { minutes: readNumber(minutes), loads: readNumber(loads), seed: readNumber(seed), json };
}

/** @param {string} text */
function readNumber(text) {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) throw new Error(USAGE);
	return number;
}
