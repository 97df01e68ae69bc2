/** The background's module: made ready once, for whoever needs it. */

import init from "../desk.js";

/** @type {Promise<unknown> | undefined} */
let ready;

export function openDesk() {
	ready ??= init({ module_or_path: fetch(chrome.runtime.getURL("desk.wasm")) });
	return ready;
}
