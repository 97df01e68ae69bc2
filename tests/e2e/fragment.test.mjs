/** An address that points into a hidden block shows that block, and no other. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
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

it("shows them once: taken off again by the user, they stay so", async () => {
	const { tab, report } = await stage.open(stage.site.address("/sahifa.html#respond"));
	const shown = report.blocks.filter((block) => block.shown);
	assert.equal(shown.length, 1);
	await stage.desk.tell(tab, { kind: "hide", id: shown[0].id });
	await until("the form to go", async () => !(await isSeen(tab, "#respond")));
	await tab.evaluate(() => void document.querySelector(".entry")?.append(document.createElement("p")));
	await pause(500);
	await stage.desk.settled(tab);
	assert.equal(await isSeen(tab, "#respond"), false);
	await tab.close();
});

/** Words that a block says, and what the address makes of them. @type {Record<string, string>} */
const QUOTES = {
	"as they stand": "text=Leave%20a%20Reply",
	"in other letters, with what stands around them": "text=Comments-,leave%20A%20reply,Email%20*,-Website",
	"after others": "text=nowhere%20to%20be%20found&text=Leave%20a%20Reply",
};

for (const [name, directive] of Object.entries(QUOTES)) {
	it(`leaves the block that the address quotes from: ${name}`, async () => {
		const { tab } = await stage.open(stage.site.address(`/sahifa.html#:~:${directive}`));
		assert.equal(await isSeen(tab, "#respond"), true);
		assert.equal(await isSeen(tab, "#author-box"), false);
		await tab.close();
	});
}

it("leaves nothing where the address quotes from the article, or in vain, or wrongly", async () => {
	const { tab: plain } = await stage.open(stage.site.address("/sahifa.html"));
	const words = await plain.$eval(".entry p", (line) => (line.textContent ?? "").trim().slice(0, 30));
	for (const quote of [encodeURIComponent(words), "%E0%A4%A", "", "nowhere%20to%20be%20found"]) {
		const { tab } = await stage.open(stage.site.address(`/sahifa.html#:~:text=${quote}`));
		assert.equal(await isSeen(tab, ".entry p"), true);
		assert.equal(await isSeen(tab, "#respond"), false);
		assert.equal(await isSeen(tab, "#author-box"), false);
		await tab.close();
	}
});
