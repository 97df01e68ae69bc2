/** An address that points into a hidden block shows that block, and no other. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { addScript, openStage, readPage } from "../browser/stage.mjs";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

it("shows the comments at #comments from the start", async () => {
	const { tab } = await stage.open(stage.site.address("/sahifa.html#comments"));
	assert.equal(await isSeen(tab, "#comments-box"), true);
	assert.equal(await isSeen(tab, "#author-box"), false);
});

it("shows the one comment that the address names", async () => {
	const { tab } = await stage.open(stage.site.address("/sahifa.html#comment-112"));
	assert.equal(await isSeen(tab, "#comment-112"), true);
	assert.equal(await isSeen(tab, "#author-box"), false);
});

it("shows them when a link of the page leads there", async () => {
	const page = (await readPage("sahifa")).replace(
		'<div class="entry">',
		'<div class="entry"><a id="down" href="#comments">comments</a>',
	);
	stage.site.put("/linked", addScript(page, ""));
	const { tab } = await stage.open(stage.site.address("/linked"));
	assert.equal(await isSeen(tab, "#comments-box"), false);
	await tab.evaluate(() =>
		document
			.querySelector("#down")
			?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
	);
	await until("the comments to be shown", () => isSeen(tab, "#comments-box"));
	assert.equal(await isSeen(tab, "#related_posts"), false);
});
