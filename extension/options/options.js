/** The options page: what is taken off everywhere, and what was decided for single sites. */

import { get, localise, make, say, sayCategory } from "../text.js";
import { drawRules, listenToRules } from "./rules.js";
import { drawSites } from "./sites.js";
import { listenToTransfer } from "./transfer.js";

/** @param {object} message */
async function ask(message) {
	const answer = await chrome.runtime.sendMessage(message).catch(() => null);
	// Where faults are named, trying again is no advice.
	get("failed").hidden = answer !== null && (answer.ok !== false || Array.isArray(answer.faults));
	return answer;
}

/** Shows what is stored, which after a failed change is what it was before. */
async function show() {
	/** @type {Choices | null} */
	const choices = await chrome.runtime.sendMessage({ kind: "choices" }).catch(() => null);
	if (!choices?.categories) return;
	keepFocus(() => {
		const categories = /** @type {[Category, boolean][]} */ (Object.entries(choices.categories));
		get("categories").replaceChildren(...categories.map(makeCategory));
		drawSites(choices.sites, { turn, forget });
	});
	drawRules(choices.rules, choices.hits);
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
get("sites-search").addEventListener("input", show);
get("sites-title").tabIndex = -1;
localise();
show();
window.addEventListener("focus", show);
