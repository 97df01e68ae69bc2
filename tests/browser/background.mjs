/** Ends the extension's background, as the browser does whenever it has been idle for a while. */

import { until } from "./report.mjs";

/** What Firefox needs to be launched with, so that its event page ends soon. */
export const SOON = 1000;

/**
 * @param {import("./launch.mjs").Session} session
 * @param {import("./report.mjs").Desk} desk
 */
export async function endBackground({ name, browser, origin }, desk) {
	if (name === "firefox") {
		await until("the event page's end", () =>
			desk.page.evaluate(() => chrome.extension.getBackgroundPage() === null),
		);
		return;
	}
	const find = () =>
		browser.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(origin));
	const worker = await find()?.worker();
	await worker?.close();
	await until("the service worker's end", async () => !find());
}
