/** Firefox with pages marked while they come in: the switch for it, and what the reader sees meanwhile. */

import { evaluateInWindow } from "./firefox.mjs";
import { until } from "./report.mjs";
import { NAME } from "./stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./stage.mjs").Stage} Stage */

/** For tests of what only Firefox can do. */
export const ONLY_FIREFOX = { skip: NAME === "chrome" && "only Firefox lets extensions change answers" };

/** What nothing else on a page is coloured like, as red, green and blue. */
export const SIGNAL = "rgb(255, 0, 255)";

/** Presses the switch in the options, and waits until it is as wanted. @param {Page} options @param {boolean} on */
export async function switchFlight(options, on) {
	await options.bringToFront();
	await options.locator("#flight").click();
	await until(`the switch to be ${on ? "on" : "off"}`, () =>
		options.evaluate(async (on) => {
			const { optional_permissions: permissions } = chrome.runtime.getManifest();
			const granted = await chrome.permissions.contains({ permissions: /** @type {any} */ (permissions) });
			const [script] = await chrome.scripting.getRegisteredContentScripts();
			const input = /** @type {HTMLInputElement} */ (document.getElementById("flight"));
			return granted === on && input.checked === on && Boolean(script.css?.length) === on;
		}, on),
	);
}

/** Opens the options page with the switch. @param {Stage} stage */
export async function openSwitch({ desk }) {
	const options = await desk.openOptions();
	await until("the switch", () =>
		options.$eval("#flight-choice", (choice) => !(/** @type {HTMLElement} */ (choice).hidden)),
	);
	return options;
}

/**
 * Looks at the tab in front again and again until it is told to end.
 * @param {Stage} stage
 * @returns {Promise<() => Promise<{ frames: number, signals: number }>>} pictures taken, and those with the signal's colour in them
 */
export async function watchFrames({ session }) {
	await evaluateInWindow(session, () => {
		const scope = /** @type {any} */ (globalThis);
		const seen = { frames: 0, signals: 0, isOver: false };
		scope.endmarkFrames = seen;
		const look = async () => {
			const { browsingContext } = scope.gBrowser.selectedBrowser;
			const picture = await browsingContext.currentWindowGlobal?.drawSnapshot(null, 0.25, "white");
			if (!picture) return;
			const canvas = new OffscreenCanvas(picture.width, picture.height);
			const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
			context.drawImage(picture, 0, 0);
			const { data } = context.getImageData(0, 0, picture.width, picture.height);
			let isSignal = false;
			for (let at = 0; at < data.length && !isSignal; at += 4)
				isSignal = data[at] > 200 && data[at + 1] < 60 && data[at + 2] > 200;
			seen.frames++;
			seen.signals += Number(isSignal);
		};
		(async () => {
			while (!seen.isOver) {
				// Between two documents there is nothing to be seen.
				await look().catch(() => {});
				await new Promise((next) => setTimeout(next, 10));
			}
		})();
	});
	return () =>
		evaluateInWindow(session, () => {
			const { endmarkFrames: seen } = /** @type {any} */ (globalThis);
			seen.isOver = true;
			return { frames: seen.frames, signals: seen.signals };
		});
}
