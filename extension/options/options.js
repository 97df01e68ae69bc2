/** The options page: what is taken off everywhere, and what was decided for single sites. */

import { get, localise, make, say, sayCategory } from "../text.js";
import { drawFlight, listenToFlight } from "./flight.js";
import { drawRules, listenToRules } from "./rules.js";
import { drawSites } from "./sites.js";
import { drawSync, listenToSync } from "./sync.js";
import { listenToTransfer } from "./transfer.js";

/** @type {HTMLInputElement} */
const detachSwitch = get("detach");
/** @type {HTMLInputElement} */
const search = get("sites-search");

/** What of the storage is shown here. */
const SHOWN = ["sites", "categories", "rules", "detach", "sync"];

/** What each part of the page shows, as text. @type {Map<string, string>} */
const seen = new Map();

/** @param {object} message */
async function ask(message) {
	const answer = await chrome.runtime.sendMessage(message).catch(() => null);
	// Where faults are named, trying again is no advice.
	const isDone = answer !== null && (answer.ok !== false || Array.isArray(answer.faults));
	get("failed").hidden = isDone;
	// After a failed change the page shows again what is stored.
	if (!isDone) seen.clear();
	return answer;
}

async function show() {
	/** @type {Choices | null} */
	const choices = await chrome.runtime.sendMessage({ kind: "choices" }).catch(() => null);
	if (!choices?.categories) return;
	const { categories, sites, rules, hits, sync, detach, aside } = choices;
	drawWhenNew("categories", categories, () => {
		const all = /** @type {[Category, boolean][]} */ (Object.entries(categories));
		get("categories").replaceChildren(...all.map(makeCategory));
	});
	drawWhenNew("sites", { sites, categories, wanted: search.value }, () =>
		drawSites(choices, { turn, forget, choose }),
	);
	drawWhenNew("rules", { rules, hits }, () => drawRules(rules, hits));
	drawWhenNew("sync", sync, () => drawSync(sync));
	drawWhenNew("detach", detach, () => {
		detachSwitch.checked = detach;
	});
	get("aside").hidden = aside.length === 0;
	get("aside-text").textContent = aside.join("\n\n");
}

/** A page that is out of sight, or about to go, asks for nothing. */
function showWhenSeen() {
	if (!document.hidden) show();
}

/** What is as it was is not drawn anew under the user's hand. @param {string} part @param {unknown} value @param {() => void} draw */
function drawWhenNew(part, value, draw) {
	const text = JSON.stringify(value);
	if (seen.get(part) === text) return;
	seen.set(part, text);
	keepFocus(draw);
}

/** @param {[Category, boolean]} choice */
function makeCategory([category, on]) {
	const id = `category-${category}`;
	const hint = make("span", { textContent: say(`category_${category.replaceAll("-", "_")}_hint`) });
	const input = make("input", { type: "checkbox", id, className: "switch", checked: on });
	input.setAttribute("role", "switch");
	input.addEventListener("change", async () => {
		await ask({ kind: "category", category, on: input.checked });
		await show();
	});
	return make("li", {}, make("label", { htmlFor: id }, sayCategory(category), hint), input);
}

/** @param {string} host @param {boolean} on */
async function turn(host, on) {
	await ask({ kind: "site", host, on });
	await show();
	if (!document.getElementById(`site-${host}`)) get("sites-title").focus();
}

/** @param {string} host */
async function forget(host) {
	await ask({ kind: "site-forget", host });
	await show();
	get("sites-title").focus();
}

/** @param {string} host @param {Category} category @param {boolean | null} on */
async function choose(host, category, on) {
	await ask({ kind: "site-category", host, category, on });
	await show();
	if (!document.getElementById(`site-${host}`)) get("sites-title").focus();
}

/** @param {() => void} redraw */
function keepFocus(redraw) {
	const { id } = document.activeElement ?? {};
	redraw();
	if (id) document.getElementById(id)?.focus();
}

get("forget").addEventListener("click", async () => {
	await ask({ kind: "forget-aside" });
	await show();
});

detachSwitch.setAttribute("role", "switch");
detachSwitch.addEventListener("change", async () => {
	await ask({ kind: "detach", on: detachSwitch.checked });
	await show();
});
listenToRules(async (list) => {
	const answer = await ask({ kind: "rules", list });
	await show();
	return answer;
});
listenToTransfer(ask, show);
listenToSync(async (on) => {
	await ask({ kind: "sync", on });
	await show();
});
listenToFlight();
search.addEventListener("input", show);
get("sites-title").tabIndex = -1;
localise();
drawFlight();
show();
window.addEventListener("focus", showWhenSeen);
document.addEventListener("visibilitychange", showWhenSeen);
// Other pages of ours, and other devices, change what is shown here.
chrome.storage.onChanged.addListener((changes) => {
	if (SHOWN.some((name) => name in changes)) showWhenSeen();
});
