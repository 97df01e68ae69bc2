/** A page that fights for a block by taking the mark away, instead of making the block anew. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { addScript, openStage, readPage } from "../browser/stage.mjs";

const BOX = ".about-author";
/** How often a block is taken off again; the first time does not count. */
const PATIENCE = 20;

/** Takes away whatever attribute comes, and gives cause to look at the page again. */
const fight = () => {
	const box = /** @type {Element} */ (document.querySelector(".about-author"));
	const own = box.getAttributeNames();
	Object.assign(window, { fights: 0 });
	new MutationObserver(() => {
		for (const name of box.getAttributeNames()) {
			if (own.includes(name)) continue;
			box.removeAttribute(name);
			/** @type {any} */ (window).fights++;
		}
	}).observe(box, { attributes: true });
	setInterval(() => document.body.append(document.createElement("i")), 50);
};

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
	stage.site.put("/tug", addScript(await readPage("avada"), `(${fight})()`));
});
after(() => stage?.close());

it("yields to a page that takes the mark away as soon as it is set", async () => {
	const tab = await stage.desk.openWindow();
	await tab.goto(stage.site.address("/tug"), { waitUntil: "load" });
	await until(
		"the page to win",
		async () => (await stage.desk.report(tab))?.why === "stopped-reinserting",
		120_000,
	);
	const count = () => tab.evaluate(() => /** @type {any} */ (window).fights);
	const last = await count();
	await pause(3000);
	assert.equal(await count(), last, "taken off again");
	assert.ok(last <= 1 + PATIENCE, `taken off ${last} times`);
	assert.equal(await isSeen(tab, BOX), true);
	assert.equal(await isSeen(tab, ".related-posts"), false);
});
