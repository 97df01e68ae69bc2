/** What is asked for on the command line. */

import { parseArgs } from "node:util";

/** @typedef {import("../browser/launch.mjs").BrowserName} BrowserName */

const USAGE =
	"usage: faults.mjs [--browser chrome|firefox] [--loads N] [--pages DIR] [--json FILE] [CASE...]";

/** @type {BrowserName[]} */
const BROWSERS = ["chrome", "firefox"];

export function readCommand() {
	const { values, positionals: wanted } = parseArgs({
		allowPositionals: true,
		options: {
			browser: { type: "string" },
			loads: { type: "string", default: "100" },
			pages: { type: "string" },
			json: { type: "string" },
		},
	});
	const browsers = BROWSERS.filter((name) => name === (values.browser ?? name));
	if (browsers.length === 0 || !/^[1-9]\d*$/.test(values.loads)) throw new Error(USAGE);
	return { browsers, loads: values.loads, pages: values.pages, json: values.json, wanted };
}
