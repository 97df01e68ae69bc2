/** What the address quotes: the words after `:~:text=`, which must stay where they stand. */
// biome-ignore lint/correctness/noUnusedVariables: own.js and first.js read it; classic scripts share by declaring.
var endmarkQuote = (() => {
	const readText = /** @type {(this: Node) => string | null} */ (
		Object.getOwnPropertyDescriptor(Node.prototype, "textContent")?.get
	);
	const readChildren = /** @type {(this: Element) => HTMLCollection} */ (
		Object.getOwnPropertyDescriptor(Element.prototype, "children")?.get
	);
	const readRoot = /** @type {(this: Document) => Element | null} */ (
		Object.getOwnPropertyDescriptor(Document.prototype, "documentElement")?.get
	);
	/** So many quotations are looked for. */
	const MOST = 8;
	const DIRECTIVE = /:~:(.*)$/s;
	const UNREAD = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

	/** @param {string} text */
	const normalise = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

	/** The beginnings of all quotations; `location` does not tell them. */
	function readQuotes() {
		const [, directive = ""] = DIRECTIVE.exec(window.navigation?.currentEntry?.url ?? "") ?? [];
		const quotes = directive
			.split("&")
			.filter((part) => part.startsWith("text="))
			.slice(0, MOST);
		return quotes.map(readStart).filter((start) => start !== "");
	}

	/** Of `before-,start,end,-after` the start. @param {string} quote */
	function readStart(quote) {
		const parts = quote.slice("text=".length).split(",");
		const start = parts.find((part) => !part.endsWith("-")) ?? "";
		try {
			return normalise(decodeURIComponent(start));
		} catch {
			return "";
		}
	}

	/** The innermost element that holds the words first; null where none does. @param {Element} element @param {string} words @returns {Element | null} */
	function findWords(element, words) {
		if (UNREAD.has(element.tagName) || !normalise(readText.call(element) ?? "").includes(words)) return null;
		for (const child of readChildren.call(element)) {
			const found = findWords(child, words);
			if (found) return found;
		}
		return element;
	}

	/** Whether the address quotes the page. */
	const isThere = () => readQuotes().length > 0;

	/** The elements that the address quotes from. */
	function find() {
		const root = readRoot.call(document);
		return root ? readQuotes().flatMap((words) => findWords(root, words) ?? []) : [];
	}

	return { isThere, find };
})();
