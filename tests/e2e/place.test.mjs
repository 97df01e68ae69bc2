/** What goes above the place where somebody reads leaves that place where it was. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { addScript, openStage, readPage } from "../browser/stage.mjs";

const BOX = "#late-box";
/** Milliseconds after which the page puts a box above the reader, so that it is seen before it goes. */
const LATE = 1500;
/** More than the browser rounds by, in pixels. */
const JUMP = 2;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;

before(async () => {
	stage = await openStage();
	const page = await readPage("sahifa");
	const box = `<div id="late-box" class="mc4wp-form" style="height: 300px"><form><label>Get our newsletter</label>
		<input type="email" name="EMAIL"><button>Subscribe</button></form></div>`;
	const text = `<p>${"The council spoke for hours, and the harbour slept through it. ".repeat(6)}</p>`;
	// Where things are is asked once the box has been painted.
	const script = `
		globalThis.where = () => {
			const all = [...document.querySelectorAll(".entry p")];
			const line = all.findIndex((one) => one.getBoundingClientRect().top > innerHeight / 3);
			return { line, top: all[line].getBoundingClientRect().top };
		};
		setTimeout(() => {
			document.querySelector(".entry p").insertAdjacentHTML("afterend", ${JSON.stringify(box)});
			requestAnimationFrame(() => setTimeout(() => {
				globalThis.seen = where();
				globalThis.had = document.querySelector("${BOX}").getBoundingClientRect().height;
			}));
		}, ${LATE});`;
	stage.site.put(
		"/late-box",
		addScript(page.replace(/(<div class="entry">[\s\S]*?<\/p>)/, `$1${text.repeat(20)}`), script),
	);
});
after(() => stage?.close());

it("does so for a box that the page puts above it late", async () => {
	const tab = await stage.visit(stage.site.address("/late-box"));
	/** @type {(name: string) => Promise<any>} */
	const read = (name) => tab.evaluate(name);
	await tab.evaluate(() => scrollTo(0, 1200));
	await until("the box", async () => (await tab.$(BOX)) !== null);
	await until("the box to go", async () => !(await isSeen(tab, BOX)), 5000);
	assert.equal(await read("had"), 300);
	const [then, now] = [await read("seen"), await read("where()")];
	assert.ok(then.line > 1, "no paragraph was being read");
	assert.equal(now.line, then.line);
	assert.ok(Math.abs(now.top - then.top) <= JUMP, `${then.top} before, ${now.top} now`);
	await tab.close();
});
