/** The user's own rules: a text to edit, what of it cannot be used, and what the rest did. */

import { get, make, say, sayCount } from "../text.js";

/** @type {HTMLTextAreaElement} */
const editor = get("rules-text");
/** The text as it is stored, so that what the user is writing is never written over. */
let stored = "";

/** @param {string} rules @param {Record<string, number>} hits */
export function drawRules(rules, hits) {
	if (editor.value === stored) editor.value = rules;
	stored = rules;
	const lines = rules.split(/\r?\n/).map((line) => line.trim());
	const used = [...new Set(lines)].filter((line) => /^[^!].*#@?#|^#@?#/.test(line));
	get("rules-hits").replaceChildren(...used.map((rule) => makeRow(rule, hits[rule] ?? 0)));
	get("rules-used").hidden = used.length === 0;
}

/** @param {string} rule @param {number} count */
function makeRow(rule, count) {
	const said = count > 0 ? sayCount("rule_hits", count) : say("rule_hits_none");
	return make(
		"li",
		{},
		make("code", { className: "site", dir: "ltr", textContent: rule }),
		make("span", { textContent: said }),
	);
}

/** @param {(list: string) => Promise<{ faults?: Fault[], filters?: Filter[] } | null>} store */
export function listenToRules(store) {
	get("rules").addEventListener("submit", async (event) => {
		event.preventDefault();
		const list = editor.value;
		const answer = await store(list);
		if (!answer?.faults) return;
		const unknown = (answer.filters ?? []).filter(({ select }) => !isSelector(select));
		const faults = [...answer.faults, ...unknown.map(({ line }) => ({ line, key: "selector", name: "" }))];
		faults.sort((one, other) => one.line - other.line);
		get("rules-faults").hidden = faults.length === 0;
		get("rules-faults-list").replaceChildren(...faults.map(makeFault));
		get("rules-saved").hidden = false;
	});
	editor.addEventListener("input", () => {
		get("rules-saved").hidden = true;
	});
}

/** Only the browser knows all its selectors. @param {string} select */
function isSelector(select) {
	try {
		document.createDocumentFragment().querySelector(select);
		return true;
	} catch {
		return false;
	}
}

/** @param {Fault} fault */
function makeFault({ line, key, name }) {
	const reason = say(`fault_${key.replaceAll("-", "_")}`, name);
	return make("li", { textContent: say("rule_fault", line, reason) });
}
