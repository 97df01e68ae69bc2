/** Keeping in step with other devices: whether it is wanted, and what stands in its way. */

import { get, say } from "../text.js";

/** @type {HTMLInputElement} */
const input = get("sync");

/** @param {Choices["sync"]} sync */
export function drawSync({ on, fault }) {
	input.checked = on;
	get("sync-fault").textContent = on && fault ? say(`sync_${fault}`) : "";
}

/** @param {(on: boolean) => void} turn */
export function listenToSync(turn) {
	input.setAttribute("role", "switch");
	input.addEventListener("change", () => turn(input.checked));
}
