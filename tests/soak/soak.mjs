#!/usr/bin/env node
/** Uses a browser with the extension for long, and says whether anything was lost and whether memory grows. */

import { writeFile } from "node:fs/promises";
import { NAME, openStage } from "../browser/stage.mjs";
import { readCommand } from "./command.mjs";
import { prepare } from "./run.mjs";
import { schedule } from "./schedule.mjs";
import { writeTable } from "./table.mjs";
import { listPages } from "./visits.mjs";

async function tell() {
	const { minutes, loads, seed, json } = readCommand();
	const stage = await openStage();
	try {
		const run = await prepare(stage);
		const end = Date.now() + 60_000 * minutes;
		for (const step of schedule(seed, listPages())) {
			if (run.isHopeless || (Date.now() >= end && run.visits.count >= loads)) break;
			await run.take(step);
		}
		await run.finish();
		const { faults, kills, decisions, visits, samples } = run;
		const verdicts = samples.judge();
		console.log(`${await stage.session.browser.version()}, seed ${seed}, ${minutes} minutes\n`);
		console.log(writeTable({ loads: visits.count, kills, decisions, faults: faults.length }, verdicts));
		if (json) {
			const figures = {
				browser: NAME,
				seed,
				minutes,
				loads: visits.count,
				kills,
				decisions,
				faults,
				verdicts,
			};
			await writeFile(json, `${JSON.stringify({ ...figures, samples: samples.taken }, null, "\t")}\n`);
		}
		process.exitCode = faults.length > 0 || verdicts.some(({ flat }) => !flat) ? 1 : 0;
	} finally {
		await stage.close();
	}
}

await tell();
