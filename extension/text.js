/** The extension's words in the user's language. */

/** The names of the placeholders of each reason, in the order of the messages. @type {Record<string, string[]>} */
const ORDER = { links: ["count", "share"] };

/** What ends a sentence where it is no dot. @type {Record<string, string>} */
const FULL_STOPS = { ja: "。", "zh-CN": "。" };

const language = chrome.i18n.getMessage("language");
const numbers = new Intl.NumberFormat(language);
const plurals = new Intl.PluralRules(language);
const lists = new Intl.ListFormat(language, { type: "conjunction" });

/** @param {string} key @param {(string | number)[]} params */
export function say(key, ...params) {
	const words = params.map((value) => (typeof value === "number" ? numbers.format(value) : value));
	return chrome.i18n.getMessage(key, words) || key;
}

/** A message that is worded by number: `key_one`, `key_other` and what else the language needs. @param {string} key @param {number} count */
export function sayCount(key, count) {
	const words = [numbers.format(count)];
	const exact = chrome.i18n.getMessage(`${key}_${plurals.select(count)}`, words);
	return exact || say(`${key}_other`, count);
}

/** @param {Category | "own"} category */
export const sayCategory = (category) => say(`category_${underscored(category)}`);

/** @param {string} why */
export const sayWhy = (why) => say(`why_${underscored(why)}`);

/** All reasons as one sentence. @param {Reason[]} reasons */
export function sayReasons(reasons) {
	const sentence = lists.format(reasons.map(sayReason));
	const stop = FULL_STOPS[language] ?? ".";
	return sentence && `${sentence.charAt(0).toLocaleUpperCase(language)}${sentence.slice(1)}${stop}`;
}

/** @param {Reason} reason */
function sayReason({ key, params }) {
	const names = ORDER[key] ?? Object.keys(params);
	const words = names.map((name) => String(params[name]));
	const name = `reason_${underscored(key)}`;
	const byNumber = "count" in params && `${name}_${plurals.select(Number(params.count))}`;
	return (byNumber && chrome.i18n.getMessage(byNumber, words)) || say(name, ...words);
}

/** @param {string} key */
const underscored = (key) => key.replaceAll("-", "_");

/** Fills in the page's own words: `data-say` for text, `data-say-label` for names that are only heard. */
export function localise() {
	document.documentElement.lang = language;
	document.documentElement.dir = say("direction");
	for (const element of document.querySelectorAll("[data-say]")) {
		element.textContent = say(element.getAttribute("data-say") ?? "");
	}
	for (const element of document.querySelectorAll("[data-say-label]")) {
		element.setAttribute("aria-label", say(element.getAttribute("data-say-label") ?? ""));
	}
}

/**
 * An element with properties and children; text only ever becomes text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, properties = {}, ...children) {
	const element = Object.assign(document.createElement(tag), properties);
	element.append(...children);
	return element;
}

/**
 * The element that the page's own markup has under this id.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 */
export const get = (id) => /** @type {T} */ (document.getElementById(id));
