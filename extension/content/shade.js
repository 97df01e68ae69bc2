/** Marks elements, and knows the shadow roots in which some stand: there marks are found, and in Chromium hide, only by the root's own means. */
// biome-ignore lint/correctness/noUnusedVariables: content.js and the engine read it; classic scripts share by declaring.
var endmarkShade = (() => {
	const { getRootNode } = Node.prototype;
	const { removeAttribute, setAttribute } = Element.prototype;
	const selectIn = DocumentFragment.prototype.querySelectorAll;
	const isConnected = /** @type {(this: Node) => boolean} */ (
		Object.getOwnPropertyDescriptor(Node.prototype, "isConnected")?.get
	);
	/** Style sheets of extensions end at a shadow root in Chromium, and reach into it in Firefox. */
	const needsSheet = Boolean(chrome.runtime.getManifest().minimum_chrome_version);

	/** @type {Set<ShadowRoot>} */
	const roots = new Set();
	/** @type {CSSStyleSheet | null} */
	let sheet = null;

	const readySheet = () => {
		sheet ??= new CSSStyleSheet();
		return sheet;
	};

	/** @param {Element} element @param {string} name @param {string} value */
	function mark(element, name, value) {
		setAttribute.call(element, name, value);
		const root = getRootNode.call(element);
		if (!(root instanceof ShadowRoot)) return;
		if (!roots.has(root)) forgetGone();
		roots.add(root);
		if (needsSheet && !root.adoptedStyleSheets.includes(readySheet())) {
			root.adoptedStyleSheets.push(readySheet());
		}
	}

	function forgetGone() {
		for (const root of roots) if (!isConnected.call(root)) roots.delete(root);
	}

	/** @param {string} css the rules by which marks hide */
	function hideBy(css) {
		if (needsSheet) readySheet().replaceSync(css);
	}

	/** Leaves every shadow root as it was. @param {string} name the mark's */
	function end(name) {
		for (const root of roots) {
			for (const element of selectIn.call(root, `[${name}]`)) removeAttribute.call(element, name);
			if (needsSheet) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
		}
		roots.clear();
	}

	return { mark, hideBy, end };
})();
