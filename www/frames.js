/** The page before and after, each in a frame that runs nothing and loads nothing. */

import { get } from "./text.js";

/** Nothing but the page's own inline styles and pictures; links lead nowhere. */
const PRELUDE = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><base target="_blank">`;
const COMMENT = /\s*(?:<!---?>|<!--[\s\S]*?--!?>)/y;
const DOCTYPE = /\s*<!doctype[^>]*>/iy;
const MARK = "data-endmark-block";
/** What marks the blocks that go, in the page before. */
const OUTLINES = `<style>[${MARK}]{outline:2px dashed #b83a0c!important;outline-offset:2px!important}[${MARK}][data-endmark-seen]{outline:4px solid #b83a0c!important}</style>`;

/** @typedef {import("./worker.js").Cleaned} Cleaned */
/** @typedef {import("./main.js").Source} Source */

const before = /** @type {HTMLIFrameElement} */ (get("before"));
const after = /** @type {HTMLIFrameElement} */ (get("after"));

/** A page that is shown again stays where it was scrolled to. @param {HTMLIFrameElement} frame @param {string} html */
function put(frame, html) {
	if (frame.srcdoc === html) return;
	const top = frame.contentWindow?.scrollY ?? 0;
	frame.addEventListener("load", () => frame.contentWindow?.scrollTo(0, top), { once: true });
	frame.srcdoc = html;
}

/** The policy stands before everything that could load something, and after the doctype, which must come first. @param {string} html @param {string} prelude */
function guard(html, prelude) {
	DOCTYPE.lastIndex = COMMENT.lastIndex = 0;
	while (COMMENT.test(html)) DOCTYPE.lastIndex = COMMENT.lastIndex;
	const end = DOCTYPE.test(html) ? DOCTYPE.lastIndex : 0;
	return html.slice(0, end) + prelude + html.slice(end);
}

/** @param {Source} source @param {Cleaned} cleaned */
export function showBefore({ bytes }, { encoding, cuts }) {
	/** @type {Uint8Array[]} */
	const parts = [];
	let at = 0;
	for (const { start, block } of cuts) {
		const name = findNameEnd(bytes, start);
		parts.push(bytes.subarray(at, name), new TextEncoder().encode(` ${MARK}="${block}"`));
		at = name;
	}
	parts.push(bytes.subarray(at));
	put(before, guard(decode(parts, encoding), PRELUDE + OUTLINES));
}

/** Where the name of the tag that begins at a place ends. @param {Uint8Array} bytes @param {number} start */
function findNameEnd(bytes, start) {
	let at = start + 1;
	while (at < bytes.length && !/[\s/>]/.test(String.fromCharCode(bytes[at]))) at++;
	return at;
}

/** Shows where a block stood; 0 for none. @param {number} id */
export function point(id) {
	const page = before.contentDocument;
	for (const seen of page?.querySelectorAll("[data-endmark-seen]") ?? []) {
		seen.removeAttribute("data-endmark-seen");
	}
	const all = [...(page?.querySelectorAll(`[${MARK}="${id}"]`) ?? [])];
	for (const element of all) element.setAttribute("data-endmark-seen", "");
	const view = page?.defaultView;
	if (!view || all.length === 0) return;
	// Scrolling the element into sight would scroll the page around the frame too.
	const { top, height } = all[0].getBoundingClientRect();
	view.scrollTo({ top: view.scrollY + top + height / 2 - view.innerHeight / 2 });
}

/**
 * @param {Source} source @param {Cleaned} cleaned @param {Set<number>} shown blocks that were given back
 * @returns {Blob} the page without the others, byte by byte as it was
 */
export function showAfter({ bytes }, { encoding, cuts }, shown) {
	/** @type {Uint8Array<ArrayBuffer>[]} */
	const parts = [];
	let at = 0;
	for (const { start, end, block } of cuts) {
		if (shown.has(block)) continue;
		parts.push(bytes.subarray(at, start));
		at = end;
	}
	parts.push(bytes.subarray(at));
	put(after, guard(decode(parts, encoding), PRELUDE));
	return new Blob(parts, { type: "text/html" });
}

/** @param {Uint8Array[]} parts @param {string} encoding */
function decode(parts, encoding) {
	const decoder = new TextDecoder(encoding);
	return parts.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
}
