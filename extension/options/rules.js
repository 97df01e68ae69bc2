/** The user's own rules: a text to edit, what of it cannot be used, and what the rest did. */

import { get, make, say, sayCount } from "../text.js";
import { listFaults } from "./faults.js";

/** Of more rules than these only those are listed that did something. */
const MOST_LISTED = 500;

/** @type {HTMLTextAreaElement} */
const editor = get("rules-text");
/** The text as it is stored. */
let stored = "";
/** The text that the user's writing began from, which is never written over. */
let base = "";

/** @param {string} rules @param {Record<string, number>} hits */
export function drawRules(rules, hits) {
	if (editor.value === base || editor.value === rules) editor.value = base = rules;
	if (rules !== stored) get("rules-faults").hidden = get("rules-saved").hidden = true;
	stored = rules;
	const lines = rules.split(/\r?\n/).map((line) => line.trim());
	const all = [...new Set(lines)].filter((line) => /^[^!].*#@?#|^#@?#/.test(line));
	const used = all.length <= MOST_LISTED ? all : all.filter((rule) => hits[rule]).slice(0, MOST_LISTED);
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

/**
 * What came of the lines of a list.
 * @typedef {{ faults: Fault[], more: number, filters: Pick<Filter, "line" | "select">[] }} Told
 */

/** @param {(list: string) => Promise<Partial<Told> | null>} store */
export function listenToRules(store) {
	get("rules").addEventListener("submit", async (event) => {
		event.preventDefault();
		const list = withNews(editor.value);
		const { faults, filters, more = 0 } = (await store(list)) ?? {};
		if (!faults || !filters) return;
		editor.value = base = list;
		drawFaults({ faults, filters, more });
		get("rules-saved").hidden = false;
	});
	editor.addEventListener("input", () => {
		get("rules-saved").hidden = true;
	});
}

/** Lines that came from elsewhere while the user was writing are kept. @param {string} text */
function withNews(text) {
	const known = new Set([...base.split("\n"), ...text.split("\n"), ""]);
	const news = stored.split("\n").filter((line) => !known.has(line));
	return [text, ...news].filter((part) => part !== "").join("\n");
}

/** Says of each line that cannot be used why. @param {Told} told */
export function drawFaults({ faults, filters, more }) {
	const unknown = filters.filter(({ select }) => !isSelector(select));
	const all = [...faults, ...unknown.map(({ line }) => ({ line, key: "selector", name: "" }))];
	all.sort((one, other) => one.line - other.line);
	get("rules-faults").hidden = all.length === 0;
	listFaults(get("rules-faults-list"), all, sayFault, more);
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
function sayFault({ line, key, name }) {
	return say("rule_fault", line, say(`fault_${key.replaceAll("-", "_")}`, name));
}
