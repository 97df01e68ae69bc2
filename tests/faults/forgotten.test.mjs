/** What the page has taken away can go from memory: nothing of ours keeps it there. */

import assert from "node:assert/strict";
import { it } from "node:test";
import { evaluateInWindow } from "../browser/firefox.mjs";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

/** Lets the browser forget what nobody holds. @param {import("../browser/stage.mjs").Stage} stage @param {import("puppeteer-core").Page} tab */
async function collect({ session }, tab) {
	if (NAME === "firefox") {
		await evaluateInWindow(session, () => {
			/** @type {any} */ (globalThis).Services.obs.notifyObservers(null, "child-mmu-request");
		});
		return;
	}
	const inspector = await tab.createCDPSession();
	await inspector.send("HeapProfiler.collectGarbage");
	await inspector.detach();
}

it("holds nothing of blocks that the page has taken away", async () => {
	const stage = await openStage();
	try {
		const { tab } = await stage.open(stage.site.address("/sahifa.html"));
		const taken = ["#author-box", "#related_posts", "#respond"];
		for (const selector of taken) assert.equal(await isSeen(tab, selector), false);
		await tab.evaluate((taken) => {
			const refs = taken.map((selector) => {
				const block = /** @type {Element} */ (document.querySelector(selector));
				block.remove();
				return new WeakRef(block);
			});
			Object.assign(window, { refs });
			document.querySelector(".entry")?.append(document.createElement("p"));
		}, taken);
		await pause(500);
		const { blocks } = await stage.desk.settled(tab);
		assert.ok(blocks.length > 0);
		await until("the blocks to be forgotten", async () => {
			await collect(stage, tab);
			return tab.evaluate(() =>
				/** @type {any} */ (window).refs.every((/** @type {WeakRef<Element>} */ ref) => !ref.deref()),
			);
		});
	} finally {
		await stage.close();
	}
});
