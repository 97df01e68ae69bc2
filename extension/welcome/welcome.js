/** The page after the installation: what Endmark does, on an example, and what it still needs for that. */

import { get, localise, sayCount } from "../text.js";

/** How long the example is seen as it came, in milliseconds. */
const AT_FIRST = 1200;
const EVERYWHERE = { origins: ["http://*/*", "https://*/*"] };

/** @type {HTMLInputElement} */
const pageSwitch = get("switch");
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

function draw() {
	const isOn = pageSwitch.checked;
	get("page").classList.toggle("clean", isOn);
	const count = isOn ? document.querySelectorAll(".block").length : 0;
	get("taken").textContent = sayCount("welcome_taken", count);
}

function takeOff() {
	pageSwitch.checked = true;
	draw();
}

/** The first block is seen before it goes: the tab can be behind another, and the example below the fold. */
const sight = new IntersectionObserver((entries) => {
	if (!entries.some((entry) => entry.isIntersecting)) return;
	sight.disconnect();
	waiting = setTimeout(takeOff, AT_FIRST);
});

pageSwitch.addEventListener("change", () => {
	sight.disconnect();
	clearTimeout(waiting);
	draw();
});

async function showAccess() {
	get("access").hidden = await chrome.permissions.contains(EVERYWHERE);
}

// Browsers ask only straight after a click: nothing may be waited for before.
get("allow").addEventListener("click", () => {
	chrome.permissions.request(EVERYWHERE).then(showAccess);
});
chrome.permissions.onAdded.addListener(showAccess);
chrome.permissions.onRemoved.addListener(showAccess);

pageSwitch.setAttribute("role", "switch");
localise();
showAccess();
chrome.storage.local.set({ greeted: true });
if (matchMedia("(prefers-reduced-motion: reduce)").matches) takeOff();
else {
	draw();
	sight.observe(get("also"));
}
