/** What may be said to the background, and by whom. Everything else is not answered. */

import { LONGEST_LIST } from "./rules.js";
import { hostOf, nameSite } from "./sites.js";
import { isCategory, isKey } from "./stored.js";
import { LARGEST_FILE } from "./transfer.js";

const MARK = /^[a-z][a-z0-9-]{5,40}$/;
/** Names of tables of words: `common`, or the tag of a language. */
const TABLE = /^[a-z]{2,6}(-[A-Z][a-z]{3})?$/;
const MOST_TABLES = 6;
const LONGEST_RULE = 4096;
const MOST_RULES = 100;
const STATES = new Set(["working", "done", "not-article", "stopped", "off"]);

/** @typedef {(value: any) => boolean} Check */

/** @type {Check} */
const isFlag = (value) => typeof value === "boolean";
/** @type {Check} */
const isOptionalFlag = (value) => value === undefined || isFlag(value);
/** Null stands for what holds everywhere. @type {Check} */
const isChoice = (value) => value === null || isFlag(value);
/** @type {Check} */
const isSite = (host) => nameSite(host) !== null;
/** @type {Check} */
const isTab = (value) => Number.isSafeInteger(value) && value >= 0;
/** @type {Check} */
const isCount = (value) => Number.isInteger(value) && value >= 0 && value < 100_000;

/** @type {Check} */
const isMark = (mark) => typeof mark === "string" && MARK.test(mark);

/** @type {Check} */
const areTables = (names) =>
	Array.isArray(names) &&
	names.length > 0 &&
	names.length <= MOST_TABLES &&
	names.every((name) => typeof name === "string" && TABLE.test(name));

/** @type {Check} */
const isRule = (rule) => typeof rule === "string" && rule.length <= LONGEST_RULE && !rule.includes("\n");
/** @type {Check} */
const areRules = (rules) => Array.isArray(rules) && rules.length <= MOST_RULES && rules.every(isRule);

/** @type {Record<string, Record<string, Check>>} */
const FROM_PAGE = {
	hello: { mark: (mark) => mark === undefined || isMark(mark) },
	sheet: { mark: isMark },
	count: { count: isCount, state: (state) => STATES.has(state) },
	module: {},
	"script-form": {},
	wake: {},
	words: { names: areTables },
	hits: { rules: areRules },
	pick: { select: isRule },
};

/** @type {Record<string, Record<string, Check>>} */
const FROM_EXTENSION = {
	site: { host: isSite, on: isFlag, private: isOptionalFlag },
	"site-state": { host: isSite, secure: isOptionalFlag, private: isOptionalFlag },
	"site-category": { host: isSite, category: isCategory, on: isChoice, private: isOptionalFlag },
	"site-forget": { host: isSite },
	rules: { list: (list) => typeof list === "string" && list.length <= LONGEST_LIST },
	keep: { host: isSite, key: isKey, stays: isFlag, tab: isTab, private: isOptionalFlag },
	start: { tab: isTab },
	"start-picker": { tab: isTab },
	choices: {},
	category: { category: isCategory, on: isFlag },
	"forget-aside": {},
	sync: { on: isFlag },
	detach: { on: isFlag },
	export: {},
	import: { text: (text) => typeof text === "string" && text.length <= LARGEST_FILE },
	reset: {},
	undo: {},
};

/**
 * @param {unknown} message
 * @param {Record<string, Record<string, Check>>} schema
 */
function fits(message, schema) {
	if (typeof message !== "object" || message === null) return false;
	const { kind, ...rest } = /** @type {Record<string, unknown>} */ (message);
	if (typeof kind !== "string" || !Object.hasOwn(schema, kind)) return false;
	const fields = schema[kind];
	const known = Object.keys(rest).every((name) => Object.hasOwn(fields, name));
	return known && Object.entries(fields).every(([name, check]) => check(rest[name]));
}

/**
 * The page that a content script speaks for, by what the browser says of the sender and never by the message.
 * @param {chrome.runtime.MessageSender} sender
 * @returns {import("./sheet.js").PageSender | null}
 */
function findPage({ id, tab, frameId, url, documentId }) {
	const host = hostOf(url);
	if (id !== chrome.runtime.id || frameId !== 0 || tab?.id === undefined || tab.id < 0) return null;
	return host ? { tabId: tab.id, documentId, host, isPrivate: tab.incognito } : null;
}

/** @param {chrome.runtime.MessageSender} sender */
const isOurPage = ({ id, url }) =>
	id === chrome.runtime.id && url?.startsWith(chrome.runtime.getURL("")) === true;

/**
 * @param {any} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {{ page: import("./sheet.js").PageSender | null, message: any } | null}
 */
export function admit(message, sender) {
	if (isOurPage(sender)) return fits(message, FROM_EXTENSION) ? { page: null, message } : null;
	const page = findPage(sender);
	return page && fits(message, FROM_PAGE) ? { page, message } : null;
}
