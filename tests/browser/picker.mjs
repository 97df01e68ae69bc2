/** What a user does with the picker. */

import { isSeen } from "./look.mjs";
import { until } from "./report.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** Presses the popup's button for it. @param {import("./report.mjs").Desk} desk @param {Page} tab */
export async function startPicker(desk, tab) {
	const popup = await desk.openPopup(tab);
	await until("the button", () =>
		popup.$eval("#pick", (button) => !(/** @type {HTMLElement} */ (button).hidden)),
	);
	await popup.evaluate(() => document.getElementById("pick")?.click());
	await until("the picker", () => isPicking(tab));
	// While the popup closes itself, Firefox does not find the tab for a moment.
	await until("the tab in front", () =>
		tab.bringToFront().then(
			() => true,
			() => false,
		),
	);
}

/** Its host is the only popover at the end of the document. @param {Page} tab */
export const isPicking = (tab) => tab.evaluate(() => document.querySelector("html > div[popover]") !== null);

/** @param {Page} tab @param {string} selector */
export async function point(tab, selector) {
	await tab.evaluate(async (selector) => {
		document.querySelector(selector)?.scrollIntoView({ block: "center" });
		// Until it is drawn there, the browser may take the mouse to be over a frame that has been scrolled away.
		for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
	}, selector);
	const { x, y } = await tab.$eval(selector, (element) => {
		const { left, top, width, height } = element.getBoundingClientRect();
		return { x: left + width / 2, y: top + height / 2 };
	});
	await tab.mouse.move(x - 1, y);
	await tab.mouse.move(x, y);
	return { x, y };
}

/** @param {Page} tab @param {string} selector */
export async function pickByMouse(tab, selector) {
	const { x, y } = await point(tab, selector);
	await tab.mouse.click(x, y);
	await tab.keyboard.press("Enter");
}

/** @param {Page} tab @param {string} selector */
export async function waitForGone(tab, selector) {
	await until(`${selector} to go`, async () => !(await isSeen(tab, selector)));
	await waitForEnd(tab);
}

/** @param {Page} tab */
export const waitForEnd = (tab) => until("the picker's end", async () => !(await isPicking(tab)));
