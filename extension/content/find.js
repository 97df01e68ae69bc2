/** Lets the browser's search find words in what is hidden: while the reader searches, a copy of the words lies ready, and a hit gives the block back. */
// biome-ignore lint/correctness/noUnusedVariables: view.js reads it; classic scripts share by declaring.
var endmarkFind = (() => {
	const { append, attachShadow, remove } = Element.prototype;
	const { createElement, querySelectorAll } = Document.prototype;
	const readText = /** @type {(this: Node) => string | null} */ (
		Object.getOwnPropertyDescriptor(Node.prototype, "textContent")?.get
	);
	const readBody = /** @type {(this: Document) => HTMLElement | null} */ (
		Object.getOwnPropertyDescriptor(Document.prototype, "body")?.get
	);
	/** Characters of all copies together. */
	const MOST = 500_000;

	/** The attribute that hides, and how the block of an element is given back. @typedef {{ mark: string, giveBack: (element: Element) => void }} Search */

	/** @type {Element | null} */
	let copies = null;

	/** Whether a key opens the browser's search. @param {KeyboardEvent} event */
	const isSearch = ({ key, ctrlKey, metaKey, altKey }) =>
		key === "F3" || (key.toLowerCase() === "f" && (ctrlKey || metaKey) && !altKey);

	/** @param {Search} search */
	function open({ mark, giveBack }) {
		close();
		// Chromium searches nothing outside the body.
		const body = readBody.call(document);
		if (!body || !("onbeforematch" in HTMLElement.prototype)) return;
		const blocks = [...querySelectorAll.call(document, `[${mark}=""]`)];
		const host = /** @type {HTMLElement} */ (createElement.call(document, "div"));
		host.style.cssText = "all: initial; position: absolute; inset: 0 auto auto 0; inline-size: 1px";
		const root = attachShadow.call(host, { mode: "closed" });
		let room = MOST;
		for (const block of blocks) {
			const words = (readText.call(block) ?? "").replace(/\s+/g, " ").slice(0, room);
			room -= words.length;
			root.append(copy(words, () => giveBack(block)));
		}
		endmarkWatch.change(() => append.call(body, host));
		copies = host;
	}

	/** @param {string} words @param {() => void} found */
	function copy(words, found) {
		const text = /** @type {HTMLElement} */ (createElement.call(document, "div"));
		text.setAttribute("hidden", "until-found");
		text.textContent = words;
		text.addEventListener("beforematch", () => {
			close();
			found();
		});
		return text;
	}

	function close() {
		if (!copies) return;
		const host = copies;
		copies = null;
		endmarkWatch.change(() => remove.call(host));
	}

	return { isSearch, open, close };
})();
