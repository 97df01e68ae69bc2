/** Another root stands in the document's place, as some libraries put it there on the way to the next page. */

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

it("cleans what stands under the new root, and forgets the old one", async () => {
	const next = JSON.stringify(await readPage("avada")).replaceAll("</", "<\\/");
	const script = `window.goOn = () => {
		const page = new DOMParser().parseFromString(${next}, "text/html");
		document.documentElement.replaceWith(document.adoptNode(page.documentElement));
		history.pushState({}, "", "/next");
	};`;
	stage.site.put("/first", addScript(await readPage("sahifa"), script));
	const { tab, report: first } = await stage.open(stage.site.address("/first"));
	assert.ok(first.blocks.some(({ path }) => path.includes("author-box")));
	await tab.evaluate("goOn()");
	await until("the box to go", async () => !(await isSeen(tab, ".about-author")));
	assert.equal(await isSeen(tab, ".post-content p"), true);
	const { state, blocks } = await stage.desk.settled(tab);
	assert.equal(state, "done");
	assert.equal(
		blocks.some(({ path }) => path.includes("author-box")),
		false,
	);
});
