/** Pages that grow beyond all measure after they were cleaned: what is hidden stays hidden, and no task of ours is long. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { addClock, lookAtClock } from "../bench/clock.mjs";
import { inTab } from "../bench/visit.mjs";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { EXTENSION, NAME, openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";
/** Milliseconds of the longest task of ours. */
const LONG = 50;
/** Milliseconds that a browser may need for such a page. */
const PATIENCE = 120_000;

/** @type {Awaited<ReturnType<typeof addClock>>} */
let clock;
/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	clock = await addClock(EXTENSION);
	stage = await openStage({
		extension: clock.folder,
		preferences: { "privacy.reduceTimerPrecision": false },
	});
});
after(async () => {
	await stage?.close();
	await clock?.remove();
});

/** Elements in each other, in thousands: more of them end Firefox by themselves. */
const DEEP = NAME === "firefox" ? 30 : 100;

/** What makes a page large, as it stands in the page. @type {Record<string, (deep: number) => void>} */
const LARGE = {
	"1,000,000 elements side by side": () => {
		const feed = document.body.appendChild(document.createElement("div"));
		for (let part = 0; part < 100; part++) feed.insertAdjacentHTML("beforeend", "<i></i>".repeat(10_000));
	},
	"elements in each other, as many as the browser bears": (deep) => {
		const outer = document.createElement("div");
		// Laid out, such a chain ends a browser's own process.
		outer.hidden = true;
		let inner = outer;
		// What is put into an element takes longer the deeper that is, so that parts are made first.
		for (let part = 0; part < deep; part++) {
			const first = document.createElement("div");
			let last = first;
			for (let depth = 1; depth < 1000; depth++) last = last.appendChild(document.createElement("div"));
			inner.append(first);
			inner = last;
		}
		document.body.append(outer);
	},
	"a text of 50 MB": () => {
		const box = document.createElement("div");
		box.hidden = true;
		box.append("word ".repeat(10_000_000));
		document.body.append(box);
	},
	"a class of 10 MB": () => {
		const box = document.createElement("div");
		box.className = "name ".repeat(2_000_000);
		document.body.append(box);
	},
	"100,000 attributes": () => {
		const names = Array.from({ length: 100_000 }, (_, at) => `a${at}`);
		document.body.insertAdjacentHTML("beforeend", `<div ${names.join(" ")}></div>`);
	},
};

/** What makes a page too large to be read on. */
const TOO_LARGE = [
	"1,000,000 elements side by side",
	...(DEEP > 65 ? ["elements in each other, as many as the browser bears"] : []),
];

/** A block that comes with what is large. */
const addComments = () =>
	document.querySelector(".content")?.insertAdjacentHTML(
		"beforeend",
		`<section id="late" class="comments"><h3>2 Comments</h3><ul><li><b>Ann</b> <time>2 hours ago</time><p>Well said.</p></li>
		<li><b>Jo</b> <time>an hour ago</time><p>Not so.</p></li></ul><form><textarea></textarea><button>Post comment</button></form></section>`,
	);

/** The longest task of ours since some time, in milliseconds. @param {Page} tab @param {number} [from] */
async function findLongest(tab, from = 0) {
	const { tasks = [] } = (await lookAtClock(tab)) ?? {};
	return Math.max(0, ...tasks.filter(({ at, starts }) => at >= from && !starts).map(({ took }) => took));
}

/** @param {Page} tab */
const isStopped = async (tab) => (await stage.desk.report(tab))?.why === "stopped-too-large";

/** @param {Page} tab */
const isClean = async (tab) => !(await isSeen(tab, "#late"));

for (const [name, grow] of Object.entries(LARGE)) {
	it(`bears ${name}`, () =>
		inTab(stage.desk, async (tab) => {
			await tab.goto(stage.site.address(PAGE), { waitUntil: "load" });
			await stage.desk.settled(tab);
			assert.equal(await isSeen(tab, BIO), false);
			const from = await tab.evaluate(() => performance.now());
			const before = await findLongest(tab);
			await tab.evaluate(grow, DEEP);
			await tab.evaluate(addComments);
			const end = TOO_LARGE.includes(name) ? isStopped : isClean;
			await until("the end", () => end(tab), PATIENCE);
			await pause(500);
			assert.equal(await isSeen(tab, BIO), false);
			assert.equal(await isSeen(tab, ".entry p"), true);
			const longest = await findLongest(tab, from);
			// On a machine that does other things too, the first look at the page took long as well.
			assert.ok(longest < Math.max(LONG, before), `${longest} ms, ${before} ms before`);
		}));
}
