/** The extension's background: ends as the browser ends it whenever it has been idle for a while, and tells its faults. */

import { listErrors, terminate } from "./firefox.mjs";
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
	await killBackground(session);
}

/** Ends it at once, whatever it is about to do. @param {Session} session */
export async function killBackground(session) {
	if (session.name === "firefox") return terminate(session);
	const target = findTarget(session);
	const worker = await target?.worker();
	await until("the service worker's end", async () => {
		// A worker that is busy may not hear it the first time; one that comes after it may be ended too.
		await worker?.close().catch(() => {});
		return !target || findTarget(session) !== target;
	});
}

/**
 * Makes the background wait for ever before it next stores something, or before it reads what is stored.
 * @param {Session} session
 * @param {import("./report.mjs").Desk} desk
 * @param {"set" | "get"} [access]
 * @returns {Promise<() => Promise<boolean>>} whether it waits
 */
export async function stall(session, desk, access = "set") {
	await desk.ask({ kind: "choices" });
	const isFirefox = session.name === "firefox";
	const place = isFirefox ? desk.page : await findWorker(session);
	const scope = isFirefox ? "chrome.extension.getBackgroundPage()" : "globalThis";
	/** @param {(scope: any, access: string) => unknown} run */
	const evaluate = (run) => place.evaluate(`(${run})(${scope}, "${access}")`);
	await evaluate((scope, access) => {
		scope.chrome.storage.local[access] = () => {
			scope.isStalled = true;
			return new Promise(() => {});
		};
	});
	return async () => (await evaluate((scope) => scope.isStalled)) === true;
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
