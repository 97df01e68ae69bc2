/** Pages on a processor that is made four times as slow, with the bench's clock in the extension. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { addClock, readClock } from "../bench/clock.mjs";
import { inTab } from "../bench/visit.mjs";
import { EXTENSION, NAME, openStage, PAGES } from "../browser/stage.mjs";

const SLOWER = 4;
/** Milliseconds of the longest task of ours. */
const LONG = 50;
/** What else the machine does costs time too: of so many loads the least counts. */
const TIMES = 3;
/** Of the pages every so manieth. */
const EVERY = 24;

/** @type {Awaited<ReturnType<typeof addClock>>} */
let clock;
/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	if (NAME !== "chrome") return;
	clock = await addClock(EXTENSION);
	stage = await openStage({ extension: clock.folder });
});
after(async () => {
	await stage?.close();
	await clock?.remove();
});

/** The longest task of ours in a load, in milliseconds. @param {string} address */
const measure = (address) =>
	inTab(stage.desk, async (tab) => {
		await tab.emulateCPUThrottling(SLOWER);
		await tab.goto(address, { waitUntil: "domcontentloaded" });
		const { tasks } = await readClock(tab);
		assert.ok(tasks.length > 0, "no task was measured");
		return Math.max(...tasks.map(({ took }) => took));
	});

describe("slowed down", { skip: NAME !== "chrome" && "only Chromium can be made slow" }, () => {
	const pages = readdirSync(PAGES)
		.filter((name) => name.endsWith(".html"))
		.sort();
	for (const page of pages.filter((_, at) => at % EVERY === 0)) {
		it(`has no long task on a slow processor: ${page}`, async () => {
			let least = Number.POSITIVE_INFINITY;
			for (let time = 0; time < TIMES && least > LONG; time++)
				least = Math.min(least, await measure(stage.site.address(`/${page}`)));
			assert.ok(least <= LONG, `${least.toFixed(0)} ms`);
		});
	}
});
