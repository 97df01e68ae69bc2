/** Marks elements, and knows where marks hide only by the page's own means: in Chromium in shadow roots, and before the style sheet is there. */
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

	/** Firefox takes no sheet in before a page is there. */
	const canHideAtOnce = () => needsSheet;

	/** Until the style sheet has come, the document hides by a sheet of its own. @param {string} name the mark's */
	function hideAtOnce(name) {
		readySheet().replaceSync(`[${name}=""]{display:none!important}`);
		document.adoptedStyleSheets.push(readySheet());
	}

	/** The style sheet has come. @param {string} css its rules, by which marks hide */
	function hideBy(css) {
		if (!needsSheet) return;
		readySheet().replaceSync(css);
		takeSheetFrom(document);
	}

	/** @param {Document | ShadowRoot} root */
	function takeSheetFrom(root) {
		if (sheet && root.adoptedStyleSheets.includes(sheet))
			root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
	}

	/** Leaves the document and every shadow root as they were. @param {string} name the mark's */
	function end(name) {
		for (const root of roots) {
			for (const element of selectIn.call(root, `[${name}]`)) removeAttribute.call(element, name);
			if (needsSheet) takeSheetFrom(root);
		}
		if (needsSheet) takeSheetFrom(document);
		roots.clear();
	}

	return { mark, canHideAtOnce, hideAtOnce, hideBy, end };
})();
