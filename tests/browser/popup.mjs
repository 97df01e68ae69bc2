/** The popup as the browser opens it over the tab in front, with the rights that this gives it. */

import { until } from "./report.mjs";
import { pressShortcut } from "./shortcuts.mjs";

/** @typedef {import("./launch.mjs").Session} Session */
/** @typedef {import("./report.mjs").Desk} Desk */

/** @param {Desk} desk */
const count = (desk) => desk.page.evaluate(() => chrome.extension.getViews({ type: "popup" }).length);

/** @param {Session} session @param {Desk} desk @param {import("puppeteer-core").Page} tab */
export async function openOver(session, desk, tab) {
	await tab.bringToFront();
	if (session.name === "firefox") await pressShortcut(session, desk, "_execute_action");
	else await pressButton(session, tab);
	await until("the popup", async () => (await count(desk)) === 1);
}

/** Presses the button in Chromium's toolbar. @param {Session} session @param {import("puppeteer-core").Page} tab */
async function pressButton({ browser, origin }, tab) {
	const inspector = await browser.target().createCDPSession();
	const { targetInfos } = await inspector.send("Target.getTargets", { filter: [{ type: "tab" }] });
	const shown = targetInfos.find(({ url }) => url === tab.url());
	const order = { id: new URL(origin).host, targetId: shown?.targetId };
	await /** @type {any} */ (inspector).send("Extensions.triggerAction", order);
	await inspector.detach();
}

/** The texts that can be seen under a selector. @param {Desk} desk @param {string} selector @returns {Promise<string[]>} */
export const readIn = (desk, selector) =>
	desk.page.evaluate((selector) => {
		const [popup] = chrome.extension.getViews({ type: "popup" });
		return [...popup.document.querySelectorAll(selector)]
			.filter((element) => element.checkVisibility())
			.map((element) => element.textContent?.trim() ?? "");
	}, selector);

/** @param {Desk} desk @param {string} selector */
export const clickIn = (desk, selector) =>
	desk.page.evaluate((selector) => {
		const [popup] = chrome.extension.getViews({ type: "popup" });
		/** @type {HTMLElement | null} */ (popup.document.querySelector(selector))?.click();
	}, selector);

/** @param {Desk} desk */
export async function close(desk) {
	await desk.page.evaluate(() => {
		for (const popup of chrome.extension.getViews({ type: "popup" })) popup.close();
	});
	await until("the popup's end", async () => (await count(desk)) === 0);
}
