/** The extension's background: ends as the browser ends it whenever it has been idle for a while, and tells its faults. */

import { listErrors } from "./firefox.mjs";
import { until } from "./report.mjs";

/** @typedef {import("./launch.mjs").Session} Session */

/** What Firefox needs to be launched with, so that its event page ends soon. */
export const SOON = 1000;

/** @param {Session} session */
const findTarget = ({ browser, origin }) =>
	browser.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(origin));

/**
 * @param {Session} session
 * @param {import("./report.mjs").Desk} desk
 */
export async function endBackground(session, desk) {
	if (session.name === "firefox") {
		await until("the event page's end", () =>
			desk.page.evaluate(() => chrome.extension.getBackgroundPage() === null),
		);
		return;
	}
	const worker = await findTarget(session)?.worker();
	await worker?.close();
	await until("the service worker's end", async () => !findTarget(session));
}

/** Chromium's service worker, once it runs. @param {Session} session */
export const findWorker = (session) => until("the service worker", async () => findTarget(session)?.worker());

/**
 * Listens for what goes wrong in the background with nobody to catch it.
 * @param {Session} session
 * @returns {Promise<() => Promise<string[]>>} what it was so far
 */
export async function hearFaults(session) {
	if (session.name === "firefox") return () => listErrors(session);
	const worker = await findWorker(session);
	await worker.evaluate(() => {
		const faults = /** @type {string[]} */ ([]);
		Object.assign(globalThis, { faults });
		addEventListener("error", ({ message }) => faults.push(message));
		addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
	});
	return () => worker.evaluate(() => /** @type {any} */ (globalThis).faults);
}
