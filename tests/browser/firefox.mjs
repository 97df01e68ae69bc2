/** What only Firefox's own window can do or tell, which its driver may run scripts in. */

import { until } from "./report.mjs";

/** @typedef {import("./launch.mjs").Session} Session */

/**
 * Runs a function, which goes there as it stands, in the window around the pages.
 * @template {unknown[]} P
 * @template R
 * @param {Session} session
 * @param {(...params: P) => R} run
 * @param {P} params
 * @returns {Promise<Awaited<R>>}
 */
export async function evaluateInWindow({ browser }, run, ...params) {
	const { connection } = /** @type {any} */ (browser);
	const { result: tree } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
	const { result: answer } = await connection.send("script.evaluate", {
		expression: `(async () => JSON.stringify(await (${run})(...${JSON.stringify(params)})))()`,
		target: { context: tree.contexts[0].context },
		awaitPromise: true,
	});
	if (answer.type !== "success") throw new Error(answer.exceptionDetails.text);
	return JSON.parse(answer.result.value ?? "null");
}

/** Presses Alt, Shift and a letter as the system would. @param {Session} session @param {string} letter */
export const pressKeys = (session, letter) =>
	evaluateInWindow(
		session,
		(letter) => {
			const { Cc, Ci } = /** @type {any} */ (globalThis);
			const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
			processor.beginInputTransactionForTests(window);
			const keys = [
				{ key: "Alt", code: "AltLeft", keyCode: 18 },
				{ key: "Shift", code: "ShiftLeft", keyCode: 16 },
				{ key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
			].map((key) => new KeyboardEvent("", key));
			for (const key of keys) processor.keydown(key);
			for (const key of keys.reverse()) processor.keyup(key);
		},
		letter,
	);

/** Clicks an entry of ours in the context menu that is open. @param {Session} session @param {string} entry */
export const clickEntry = (session, entry) =>
	until(`the menu entry ${entry}`, () =>
		evaluateInWindow(
			session,
			(entry) => {
				const menu = /** @type {any} */ (document.getElementById("contentAreaContextMenu"));
				const item = menu.querySelector(`[id^=endmark][id$="-_${entry}"]`);
				if (menu.state !== "open" || !item) return false;
				item.doCommand();
				menu.hidePopup();
				return true;
			},
			entry,
		),
	);

/** Opens an address in the tab in front as if it were typed; of some pages the driver does not hear. @param {Session} session @param {string} address */
export async function enter(session, address) {
	await evaluateInWindow(
		session,
		(address) => {
			const { gBrowser, Services } = /** @type {any} */ (globalThis);
			const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
			gBrowser.selectedBrowser.fixupAndLoadURIString(address, { triggeringPrincipal });
		},
		address,
	);
	await until(address, () =>
		evaluateInWindow(
			session,
			(address) => {
				const { selectedBrowser } = /** @type {any} */ (globalThis).gBrowser;
				return selectedBrowser.currentURI.spec === address && !selectedBrowser.webProgress.isLoadingDocument;
			},
			address,
		),
	);
}

/** What the console holds of errors in the extension, but for words that it asks for and can do without. @param {Session} session */
export const listErrors = (session) =>
	evaluateInWindow(
		session,
		(origin) => {
			const { Ci, Services } = /** @type {any} */ (globalThis);
			/** @type {any[]} */
			const messages = Services.console.getMessageArray();
			return messages
				.filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith(origin))
				.filter((message) => !(message.flags & Ci.nsIScriptError.warningFlag))
				.map((message) => /** @type {string} */ (message.errorMessage))
				.filter((message) => !message.startsWith("Unknown localization message"));
		},
		session.origin,
	);

/** Ends the extension's event page, even while it works. @param {Session} session */
export const terminate = (session) =>
	evaluateInWindow(
		session,
		async (host) => {
			const { extension } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByHostname(host);
			await extension.terminateBackground({ ignoreDevToolsAttached: true });
		},
		new URL(session.origin).host,
	);
