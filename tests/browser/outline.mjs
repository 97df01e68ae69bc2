/** What runs in a page that is recorded: each function goes there as it stands, alone. */

/**
 * What a survey reads of a page, as the core says.
 * @typedef {object} Reads
 * @property {string} places selector of the elements whose rarer attributes are read
 * @property {string[]} attributes names of the attributes that are read, `class` and `id` on every element
 * @property {string[]} skipped tags of elements whose content is not read
 */

/** @typedef {{ chars: number, media: number }} Amount */

/**
 * One line of a recording: an element that begins, text, or how many elements end.
 * @typedef {{ tag: string, n: number, hidden?: true, unread?: Amount, attributes?: Record<string, string> }} Begin
 * @typedef {Begin | string | number} Line
 */

/**
 * The page as a survey in it reads it, and of each element whether it can be seen.
 * @param {Reads} reads
 * @returns {Line[]}
 */
export function readOutline(reads) {
	const DEPTH = 512;
	const TEXT = 20_000;
	const DATA = 65_536;
	const VALUE = 16_384;
	const INLINE = 32;
	const MEDIA = "img, picture, video, audio, iframe, canvas, input:not([type=hidden]), textarea, button";
	const UNSEEN = "script, style, noscript, template, head, title";
	/** @type {WeakMap<Node, number>} */
	const numbers = Reflect.get(window, "endmarkNumbers");
	// A form's fields can cover these names, but not on the prototypes.
	const { attributes, checkVisibility, matches, querySelectorAll } = covered();
	const places = new Set(Document.prototype.querySelectorAll.call(document, reads.places));
	const names = reads.attributes;
	/** @type {Line[]} */
	const lines = [];
	let ended = 0;

	function covered() {
		const { checkVisibility, matches, querySelectorAll } = Element.prototype;
		const read = Object.getOwnPropertyDescriptor(Element.prototype, "attributes")?.get;
		/** @param {Element} element @returns {Attr[]} */
		const attributes = (element) => Array.from(read?.call(element) ?? []);
		return { attributes, checkVisibility, matches, querySelectorAll };
	}

	/** @param {Node} node @returns {Node[]} */
	function childrenOf(node) {
		const nodes = [];
		const first = Object.getOwnPropertyDescriptor(Node.prototype, "firstChild")?.get;
		const next = Object.getOwnPropertyDescriptor(Node.prototype, "nextSibling")?.get;
		for (let child = first?.call(node); child; child = next?.call(child)) nodes.push(child);
		return nodes;
	}

	/** @param {Element} element */
	const isShown = (element) => checkVisibility.call(element, { visibilityProperty: true });

	/** @param {Line} line */
	function write(line) {
		if (ended) lines.push(ended);
		ended = 0;
		lines.push(line);
	}

	/** @param {Element} element @returns {number} */
	function countChars(element) {
		if (matches.call(element, UNSEEN)) return 0;
		const shown = isShown(element);
		return childrenOf(element).reduce((sum, child) => {
			if (child instanceof Element) return sum + countChars(child);
			const isText = shown && child instanceof Text;
			return sum + (isText ? child.data.replace(/\s+/g, " ").trim().length : 0);
		}, 0);
	}

	/** What can be seen in an element that is not read. @param {Element} element */
	function countUnread(element) {
		const media = [...querySelectorAll.call(element, MEDIA)].filter(isShown).length;
		const amount = { chars: countChars(element), media };
		return amount.chars + amount.media > 0 ? { unread: amount } : {};
	}

	/** @param {Element} element */
	function readAttributes(element) {
		const asked = places.has(element) ? names : names.slice(0, 2);
		const read = attributes(element).filter((attribute) => asked.includes(attribute.name));
		if (read.length === 0) return {};
		const cut = (/** @type {string} */ value) => value.slice(0, value.startsWith("data:") ? INLINE : VALUE);
		return { attributes: Object.fromEntries(read.map(({ name, value }) => [name, cut(value)])) };
	}

	/** @param {string} tag @param {Element} element */
	function holdsData(tag, element) {
		const type = attributes(element).find((attribute) => attribute.name === "type")?.value ?? "";
		return tag === "script" && type.trim().toLowerCase() === "application/ld+json";
	}

	/** @param {Element} element @param {number} depth @param {boolean} inHead */
	function read(element, depth, inHead) {
		const tag = element.nodeName.toLowerCase();
		const data = holdsData(tag, element);
		if (inHead && !data && !["meta", "link", "title"].includes(tag)) return;
		const enters = !data && !reads.skipped.includes(tag) && depth < DEPTH;
		const hidden = isShown(element) ? {} : { hidden: /** @type {const} */ (true) };
		const unread = enters || data ? {} : countUnread(element);
		write({ tag, n: numbers.get(element) ?? -1, ...hidden, ...unread, ...readAttributes(element) });
		if (data) write((element.textContent ?? "").slice(0, DATA));
		else if (enters) readInside(element, depth + 1, tag === "head");
		ended += 1;
	}

	/** @param {Element} element @param {number} depth @param {boolean} inHead */
	function readInside(element, depth, inHead) {
		for (const child of childrenOf(element)) {
			if (child instanceof Element) read(child, depth, inHead);
			else if (child instanceof Text && !inHead) write(child.data.slice(0, TEXT));
		}
	}

	read(document.documentElement, 0, false);
	lines.push(ended);
	return lines;
}
