/** What the popup says of a page where the extension had to stop. */

import assert from "node:assert/strict";
import { readTexts } from "./look.mjs";
import { until } from "./report.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./stage.mjs").Stage} Stage */

/** What the popup says of a tab: headline and hint. @param {Stage} stage @param {Page} tab */
async function readPopup({ desk }, tab) {
	const popup = await desk.openPopup(tab);
	const said = await until("the popup's words", async () => {
		const [headline, hint] = await readTexts(popup, "#headline, #hint");
		return hint && { headline, hint };
	});
	await popup.close();
	return said;
}

/** @param {Stage} stage @param {string[]} keys */
const say = ({ desk }, ...keys) =>
	desk.page.evaluate((keys) => keys.map((key) => chrome.i18n.getMessage(key)), keys);

/** It says that it stopped, and why. @param {Stage} stage @param {Page} tab @param {string} why */
export async function checkStopped(stage, tab, why) {
	const [headline, hint] = await say(stage, "stopped", why);
	assert.ok(headline && hint);
	assert.deepEqual(await readPopup(stage, tab), { headline, hint });
}
