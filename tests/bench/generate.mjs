/** Pages made up to any size: an article, and comments that make up the rest of the elements. */

/** @typedef {"flat" | "deep"} Shape */

const WORDS =
	"harbour council crane quay ferry member winter ticket bridge summer painter market voice river garden window".split(
		" ",
	);
/** How deep one comment stands in another; browsers end a tag of their own accord at 512. */
const DEPTH = 100;
/** Of all elements, the share that is the article. */
const ARTICLE = 0.3;

/** @param {number} seed @param {number} count */
const say = (seed, count) =>
	Array.from({ length: count }, (_, at) => WORDS[(seed * 7 + at * at + at) % WORDS.length]).join(" ");

/** Three elements. @param {number} at */
const paragraph = (at) =>
	`<p>The ${say(at, 14)}, <a href="/${at}">${say(at + 3, 2)}</a>, and <em>${say(at + 5, 3)}</em> ${say(at, 9)}.</p>`;

/** Four elements. @param {number} at @param {string} inner */
const comment = (at, inner) =>
	`<div class="comment" id="comment-${at}"><b class="comment-author">${say(at, 1)}</b><time>2 hours ago</time><p>I think that ${say(at, 8)}.</p>${inner}</div>`;

/** Comments one after another, or each within the one before. @param {Shape} shape @param {number} count */
function thread(shape, count) {
	const depth = shape === "deep" ? DEPTH : 1;
	const parts = [];
	for (let from = 0; from < count; from += depth) {
		let inner = "";
		for (let at = Math.min(from + depth, count) - 1; at >= from; at--) inner = comment(at, inner);
		parts.push(inner);
	}
	return parts.join("\n");
}

/** Exactly so many elements, at least a hundred. @param {Shape} shape @param {number} elements */
export function generate(shape, elements) {
	// html, head, title, body, article, h1, section, h2, div
	const free = elements - 9;
	const paragraphs = Math.floor((free * ARTICLE) / 3);
	const comments = Math.floor((free - 3 * paragraphs) / 4);
	const rest = "<br>".repeat(free - 3 * paragraphs - 4 * comments);
	const text = Array.from({ length: paragraphs }, (_, at) => paragraph(at)).join("\n");
	return `<!doctype html><html lang="en"><head><title>The old crane stays</title></head><body>
<article><h1>The old crane stays</h1>${rest}${text}</article>
<section id="comments"><h2>${comments} comments</h2><div class="comment-list">${thread(shape, comments)}</div></section>
</body></html>`;
}
