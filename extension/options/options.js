/** The options page: what is taken off everywhere, and what was decided for single sites. */

import { get, localise, make, say, sayCategory } from "../text.js";
import { drawRules, listenToRules } from "./rules.js";
import { drawSites } from "./sites.js";
import { drawSync, listenToSync } from "./sync.js";
import { listenToTransfer } from "./transfer.js";

/** What of the storage is shown here. */
const SHOWN = ["sites", "categories", "rules", "sync"];

/** @param {object} message */
async function ask(message) {
	const answer = await chrome.runtime.sendMessage(message).catch(() => null);
	// Where faults are named, trying again is no advice.
	get("failed").hidden = answer !== null && (answer.ok !== false || Array.isArray(answer.faults));
	return answer;
}

/** What is in sight, as text. */
let shown = "";

/** @returns {Promise<Choices | null>} */
async function fetchChoices() {
	const choices = await chrome.runtime.sendMessage({ kind: "choices" }).catch(() => null);
	return choices?.categories ? choices : null;
}

/** Shows what is stored, which after a failed change is what it was before. */
async function show() {
	const choices = await fetchChoices();
	if (choices) draw(choices);
}

/** What is as it was is not drawn anew under the user's hand. */
async function refresh() {
	const choices = await fetchChoices();
	if (choices && JSON.stringify(choices) !== shown) draw(choices);
}

/** @param {Choices} choices */
function draw(choices) {
	shown = JSON.stringify(choices);
	keepFocus(() => {
		const categories = /** @type {[Category, boolean][]} */ (Object.entries(choices.categories));
		get("categories").replaceChildren(...categories.map(makeCategory));
		drawSites(choices, { turn, forget, choose });
	});
	drawRules(choices.rules, choices.hits);
	drawSync(choices.sync);
	get("aside").hidden = choices.aside.length === 0;
	get("aside-text").textContent = choices.aside.join("\n\n");
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
get("sites-search").addEventListener("input", show);
get("sites-title").tabIndex = -1;
localise();
show();
window.addEventListener("focus", refresh);
// Other pages of ours, and other devices, change what is shown here.
chrome.storage.onChanged.addListener((changes) => {
	if (SHOWN.some((name) => name in changes)) refresh();
});
