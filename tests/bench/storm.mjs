/** A page that never rests: ten thousand changes a second, and then a block that has to go. */

import { readFile } from "node:fs/promises";
import { pause, until } from "../browser/report.mjs";
import { lookAtClock, readClock, sum } from "./clock.mjs";
import { inTab } from "./visit.mjs";

/** @typedef {import("../browser/report.mjs").Desk} Desk */
/** @typedef {import("../browser/site.mjs").Site} Site */
/** @typedef {{ rate: number, share: number, late: number | null }} Storm `late`: milliseconds of quiet before the block was gone */

const PAGE = new URL("../pages/sahifa.html", import.meta.url);
const SECONDS = 10;
const RATE = 10_000;
/** How long a block may stay before it counts as never gone, in milliseconds. */
const PATIENCE = 15_000;

const COMMENTS = `<section id="late" class="comments"><h3>2 Comments</h3><ul>${["Wilma", "Jonas"]
	.map((name) => `<li><b>${name}</b> <time>2 hours ago</time><p>Well said, I could not agree more.</p></li>`)
	.join("")}</ul><form><textarea></textarea><button>Post comment</button></form></section>`;

/** In the page, as it stands. @param {{ seconds: number, rate: number, block: string }} given */
function rage({ seconds, rate, block }) {
	const feed = document.body.appendChild(document.createElement("div"));
	const began = performance.now();
	let changes = 0;
	const timer = setInterval(() => {
		const spent = performance.now() - began;
		while (changes < (Math.min(spent, 1000 * seconds) * rate) / 1000) {
			if (changes % 2 === 0) feed.append(document.createElement("span"));
			else feed.firstChild?.remove();
			changes++;
		}
		if (spent < 1000 * seconds) return;
		clearInterval(timer);
		document.querySelector("article")?.insertAdjacentHTML("beforeend", block);
		Object.assign(window, { endmarkQuiet: { changes, spent, since: performance.now() } });
		const watch = setInterval(() => {
			const late = document.querySelector("#late");
			if (!late || getComputedStyle(late).display !== "none") return;
			clearInterval(watch);
			Object.assign(window, { endmarkGone: performance.now() });
		}, 20);
	}, 5);
}

/** @param {Desk} desk @param {Site} site @param {number} [seconds] that it lasts @returns {Promise<Storm>} */
export async function measureStorm(desk, site, seconds = SECONDS) {
	const given = { seconds, rate: RATE, block: COMMENTS };
	const script = `addEventListener("storm", () => (${rage})(${JSON.stringify(given).replaceAll("</", "<\\/")}));`;
	const page = await readFile(PAGE, "utf8");
	site.put(
		"/storm.html",
		page.replace("</body>", () => `<script>${script}</script></body>`),
	);
	return inTab(desk, async (tab) => {
		await tab.goto(site.address("/storm.html"), { waitUntil: "load" });
		const before = sum((await readClock(tab)).spent);
		await tab.evaluate(() => void dispatchEvent(new Event("storm")));
		await pause(1000 * seconds);
		const quiet = await until("the end of the storm", () =>
			tab.evaluate(() => /** @type {any} */ (window).endmarkQuiet),
		);
		const after = sum((await lookAtClock(tab))?.spent ?? {});
		const late = await until(
			"the block to go",
			() =>
				tab.evaluate(() => {
					const { endmarkGone, endmarkQuiet } = /** @type {any} */ (window);
					return endmarkGone - endmarkQuiet.since;
				}),
			PATIENCE,
		).catch(() => null);
		return { rate: (1000 * quiet.changes) / quiet.spent, share: (after - before) / quiet.spent, late };
	});
}
