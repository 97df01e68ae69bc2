/** A page that never rests, as the bench measures it. */

import assert from "node:assert/strict";
import { it } from "node:test";
import { addClock } from "../bench/clock.mjs";
import { measureStorm } from "../bench/storm.mjs";
import { EXTENSION, openStage } from "../browser/stage.mjs";

/** Of the time, and milliseconds of quiet. */
const MOST = { share: 0.05, late: 1000 };
/** What else the machine does costs time too: of so many storms the least counts. */
const TIMES = 3;
/** Seconds of a storm that lasts. */
const LASTING = 60;

/** @param {import("../browser/stage.mjs").Stage} stage @param {number} [seconds] */
async function measureLeast({ desk, site }, seconds) {
	let least = await measureStorm(desk, site, seconds);
	for (let time = 1; time < TIMES && least.share > MOST.share; time++) {
		const next = await measureStorm(desk, site, seconds);
		if (next.share < least.share) least = next;
	}
	return least;
}

/** @param {number} [seconds] that it lasts */
async function check(seconds) {
	const clock = await addClock(EXTENSION);
	const stage = await openStage({
		extension: clock.folder,
		preferences: { "privacy.reduceTimerPrecision": false },
	});
	try {
		const { share, late } = await measureLeast(stage, seconds);
		assert.ok(share <= MOST.share, `${(100 * share).toFixed(1)} % of the time`);
		assert.ok(late !== null && late <= MOST.late, `${late} ms`);
	} finally {
		await stage.close();
		await clock.remove();
	}
}

it("costs a restless page little, and is right once it rests", () => check());

it("costs a page little that is restless for a minute, and is right once it rests", () => check(LASTING));
