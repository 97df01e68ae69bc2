/** Reads texts in a page: what can be seen, what is clutter, what a tool gave out. */

/** @typedef {import("./pages.mjs").Labels} Labels */
/** @typedef {import("./score.mjs").Truth} Truth */

/**
 * @typedef {object} Reader
 * @property {() => string} readSeen what of the page can be seen
 * @property {(labels: Labels) => Truth} readTruth
 * @property {(html: string) => string} readSource the text of a piece of HTML
 */

/** Before anything else in a page, after the elements are numbered. Goes there as it stands, alone. */
export function openReader() {
	const UNSEEN = "script, style, noscript, template, head, title";
	// Words run on through these; everything else sets them apart.
	const APART =
		":not(a, abbr, b, bdi, bdo, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, s, samp, small, span, strong, sub, sup, time, tt, u, var, wbr)";
	const SHOWN = { visibilityProperty: true };
	// A form's fields can cover these names, but not on the prototypes.
	const { checkVisibility, closest, matches } = Element.prototype;
	const { createTreeWalker, querySelectorAll } = Document.prototype;
	/** @type {WeakMap<Node, number>} */
	const numbers = Reflect.get(window, "endmarkNumbers");

	/**
	 * @param {Node} root
	 * @param {(parent: Element) => boolean} isShown
	 * @param {Set<Element>} [leftOut]
	 */
	function read(root, isShown, leftOut) {
		/** @param {Node} node */
		const accept = (node) =>
			node instanceof Element && (leftOut?.has(node) || matches.call(node, UNSEEN))
				? NodeFilter.FILTER_REJECT
				: NodeFilter.FILTER_ACCEPT;
		const what = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
		const nodes = createTreeWalker.call(document, root, what, accept);
		/** @type {Map<Element, { shown: boolean, block: Element | null }>} */
		const places = new Map();
		/** @param {Element} parent */
		const placeOf = (parent) => {
			const place = { shown: isShown(parent), block: closest.call(parent, APART) };
			places.set(parent, place);
			return place;
		};
		let text = "";
		/** @type {Element | null} */
		let last = null;
		for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
			if (node instanceof Element) {
				if (matches.call(node, APART)) text += "\n";
				continue;
			}
			const parent = node.parentElement;
			const place = parent && (places.get(parent) ?? placeOf(parent));
			if (!place?.shown) continue;
			if (place.block !== last) text += "\n";
			last = place.block;
			text += node.nodeValue;
		}
		return text;
	}

	/** @param {Element} outer @param {Element} inner */
	const holds = (outer, inner) => Node.prototype.contains.call(outer, inner);

	/** @param {Element} element */
	const isSeen = (element) => checkVisibility.call(element, SHOWN);

	const readSeen = () => read(document.documentElement, isSeen);

	/** @param {string} html */
	const readSource = (html) => read(new DOMParser().parseFromString(html, "text/html").body, () => true);

	/** @returns {(find: number | string) => Element[]} */
	function makeFinder() {
		/** @type {Map<number, Element>} */
		const elements = new Map();
		for (const element of querySelectorAll.call(document, "*")) {
			elements.set(numbers.get(element) ?? -1, element);
		}
		return (find) => {
			if (typeof find === "string") return [...querySelectorAll.call(document, find)];
			const element = elements.get(find);
			return element ? [element] : [];
		};
	}

	/**
	 * Those that lie in no other.
	 * @param {Element[]} elements
	 */
	const outermost = (elements) =>
		elements.filter((one) => !elements.some((other) => other !== one && holds(other, one)));

	/** @param {Labels} labels @returns {Truth} */
	function readTruth({ junk, body, text }) {
		const find = makeFinder();
		/** @type {Map<Element, string>} */
		const clutter = new Map();
		for (const { find: what, category } of junk)
			for (const element of find(what)) clutter.set(element, category);
		const left = new Set(clutter.keys());
		const outer = outermost([...left]);
		const bodies = outermost([...new Set(body.flatMap(find))]);
		return {
			seen: readSeen(),
			article: text ?? bodies.map((one) => read(one, isSeen, left)).join("\n"),
			rest: read(document.documentElement, isSeen, new Set([...left, ...bodies])),
			blocks: [...clutter].map(([element, category]) => ({
				category,
				text: read(element, isSeen),
				group: outer.findIndex((one) => holds(one, element)),
				outer: outer.includes(element),
			})),
		};
	}

	Object.defineProperty(window, "endmarkReader", { value: { readSeen, readTruth, readSource } });
}
