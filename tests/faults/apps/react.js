/** The page as React makes it, of whichever version `h` is. */
import { comments, title, words } from "./page.js";

/** @typedef {(type: string, props: object | null, ...children: unknown[]) => unknown} Make */

/** @param {Make} h @param {number} count */
const author = (h, count) =>
	h(
		"section",
		{ key: "author", id: "author-box", className: "author-box" },
		h("h3", null, "About the author"),
		h("p", null, `Ines Calder has written about harbours since 1998. Visits: ${count}`),
	);

/** @param {Make} h @param {boolean} turned */
const thread = (h, turned) =>
	h(
		"div",
		{ key: "thread", id: "comments", className: "comments-area" },
		h("h2", { className: "comments-title" }, `${comments.length} Comments`),
		h(
			"ol",
			{ className: "comment-list" },
			(turned ? comments.toReversed() : comments).map(({ name, text }) =>
				h("li", { key: name, className: "comment" }, h("b", null, name), h("p", null, text)),
			),
		),
	);

/** @param {Make} h @param {{ open?: boolean, turned?: boolean, count?: number }} shown */
export function page(h, { open = true, turned = false, count = 0 }) {
	const blocks = [author(h, count), thread(h, turned)];
	return [
		h(
			"article",
			{ key: "article" },
			h("h1", null, title),
			h("p", { className: "byline" }, "By Ines Calder"),
			words.map((line, at) => h("p", { key: at, className: "text" }, line)),
		),
		open ? (turned ? blocks.toReversed() : blocks) : null,
	];
}
