/** A page that a framework owns: taken over with blocks hidden in it, then changed a thousand times. */

import assert from "node:assert/strict";
import { isSeen, readSource } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { seePlain } from "../browser/stage.mjs";

const ROUNDS = 1000;

/** Stands before a page's own script: what goes wrong is kept, whoever says it. */
export const LISTEN = `
	globalThis.faults = [];
	addEventListener("error", (event) => faults.push(event.message));
	addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));
	console.error = console.warn = (...words) => faults.push(words.join(" "));`;

/** All that React's development form says of a mark that the server did not send: it leaves it there. */
const REMARK = /^Warning: Extra attributes from the server: %s%s [a-z][a-z0-9]{11} \n/;

/** Takes the page over, then changes it again and again; gives what went wrong. @param {import("puppeteer-core").Page} tab */
const exercise = (tab) =>
	tab.evaluate(async (rounds) => {
		const page = /** @type {any} */ (globalThis);
		const before = [...document.querySelectorAll("#root *")];
		await page.begin();
		if (!before.every((element) => element.isConnected))
			page.faults.push("what the server sent was made anew");
		for (let round = 1; round <= rounds; round++) {
			await page.show({ open: round % 3 !== 0, turned: round % 2 === 0, count: round });
			if (round % 10 === 0) await new Promise((next) => setTimeout(next));
		}
		return /** @type {string[]} */ (page.faults);
	}, ROUNDS);

/**
 * Nothing goes wrong on the page, and in the end it is what it is in a browser without the extension.
 * @param {import("../browser/stage.mjs").Stage} stage
 * @param {string} address
 */
export async function checkOwned({ desk }, address) {
	const tab = await desk.openTab();
	await tab.goto(address, { waitUntil: "domcontentloaded" });
	await until("the blocks to be taken off", async () => {
		const seen = await Promise.all(["#author-box", "#comments", ".text"].map((it) => isSeen(tab, it)));
		return seen.join() === "false,false,true";
	});
	const faults = await exercise(tab);
	assert.deepEqual(
		faults.filter((fault) => !REMARK.test(fault)),
		[],
	);
	await desk.tell(tab, { kind: "show-all" });
	const source = await readSource(tab);
	assert.match(source, new RegExp(`Visits: ${ROUNDS}<`));
	assert.equal(source, await seePlain(address, exercise));
}
