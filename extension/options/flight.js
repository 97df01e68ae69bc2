/** The switch for marking pages while they come in: it is what the browser grants, so that off means that nothing of it can run. */

import { isGranted, permissions } from "../granted.js";
import { get } from "../text.js";

/** @type {HTMLInputElement} */
const flightSwitch = get("flight");

export async function drawFlight() {
	get("flight-choice").hidden = permissions.length === 0;
	flightSwitch.checked = await isGranted();
}

/** The browser is asked within the click, or it would refuse. */
async function turn() {
	const change = flightSwitch.checked
		? chrome.permissions.request({ permissions })
		: chrome.permissions.remove({ permissions });
	await change.catch(() => {});
	await drawFlight();
}

export function listenToFlight() {
	flightSwitch.setAttribute("role", "switch");
	flightSwitch.addEventListener("change", turn);
	chrome.permissions.onAdded.addListener(drawFlight);
	chrome.permissions.onRemoved.addListener(drawFlight);
}
