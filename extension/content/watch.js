/** Hears what happens in the page: nodes that come, another document or address, and the reader's glances away. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkWatch = (() => {
	const { isGone } = endmarkBackground;
	const { findFragment, readAddress } = endmarkPage;
	const { lookAway, onKey } = endmarkView;

	const { addEventListener, removeEventListener } = EventTarget.prototype;
	const readRoot = /** @type {(this: Document) => Element | null} */ (
		Object.getOwnPropertyDescriptor(Document.prototype, "documentElement")?.get
	);

	/** Milliseconds in which changes are heard as one. */
	const BATCH = 50;

	/**
	 * @typedef {object} Ears
	 * @property {() => void} grown nodes were added
	 * @property {() => void} selected something is selected, or was
	 * @property {() => void} replaced another document stands in the same place
	 * @property {() => void} turned the address is another page's
	 * @property {(hash: string) => void} revealed the address points at a part of the page
	 * @property {() => void} returned the page comes back from the browser's memory
	 * @property {() => void} orphaned the extension is gone
	 */

	/** @type {Ears | null} */
	let ears = null;
	/** @type {Element | null} */
	let root = null;
	let address = { page: "", hash: "" };
	let isGrown = false;
	/** Who comes late does not know what was selected before. */
	let isSelected = document.readyState !== "loading";
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let nextBatch;

	const observer = new MutationObserver(count);

	/** @param {MutationRecord[]} records */
	function count(records) {
		isGrown ||= records.some(({ addedNodes }) => addedNodes.length > 0);
		nextBatch ??= setTimeout(hear, BATCH);
	}

	/** Changes of our own are not heard. @param {() => void} work */
	function change(work) {
		const before = observer.takeRecords();
		if (before.length > 0) count(before);
		work();
		observer.takeRecords();
	}

	function hear() {
		const isLonger = isGrown;
		isGrown = false;
		nextBatch = undefined;
		if (isGone()) return ears?.orphaned();
		// `document.open` and its like drop the listeners of the document that was.
		if (readRoot.call(document) !== root) return ears?.replaced();
		followAddress();
		if (isLonger) ears?.grown();
	}

	function followAddress() {
		const before = address;
		address = readAddress();
		if (address.page !== before.page) ears?.turned();
		else if (address.hash !== before.hash) ears?.revealed(address.hash);
	}

	/** A link to a hidden part shows it before the browser jumps there. @param {Event} event */
	const onClick = (event) => ears?.revealed(findFragment(event));

	/** Back from the browser's memory: the switches may stand otherwise by now. @param {Event} event */
	const onPageShow = (event) => {
		if (/** @type {PageTransitionEvent} */ (event).persisted) ears?.returned();
	};

	/** Who clicks into the page reads on. */
	const endSearch = () => endmarkFind.close();

	const onSelect = () => {
		isSelected = true;
		ears?.selected();
	};

	const onGlance = () => {
		lookAway();
		if (isGone()) ears?.orphaned();
	};

	/** @type {[EventTarget | undefined, string, (event: Event) => void, AddEventListenerOptions?][]} */
	const HEARD = [
		[window, "popstate", followAddress],
		[window, "hashchange", followAddress],
		[window.navigation, "navigatesuccess", followAddress],
		[window, "pageshow", onPageShow],
		[window, "blur", onGlance],
		[window, "keydown", onKey, { capture: true, passive: true }],
		[window, "keyup", onKey, { capture: true, passive: true }],
		[window, "pointerdown", endSearch, { capture: true, passive: true }],
		[document, "selectionchange", onSelect],
		[document, "visibilitychange", onGlance],
		[document, "click", onClick, { capture: true, passive: true }],
	];

	/** Whom to tell; from now on of the page's return. @param {Ears} heard */
	function serve(heard) {
		ears = heard;
		window.addEventListener("pageshow", onPageShow);
		addEventListener.call(document, "selectionchange", onSelect);
	}

	/** Listens to the document that is there now. */
	function begin() {
		root = readRoot.call(document);
		address = readAddress();
		observer.disconnect();
		observer.observe(document, { childList: true, subtree: true });
		// A listener that is still there is not added twice.
		for (const [target, ...rest] of HEARD) if (target) addEventListener.call(target, ...rest);
		if (isSelected) ears?.selected();
	}

	/** Hears no more of what is added. */
	function rest() {
		observer.disconnect();
		clearTimeout(nextBatch);
		nextBatch = undefined;
		isGrown = false;
	}

	function end() {
		rest();
		for (const [target, ...more] of HEARD) if (target) removeEventListener.call(target, ...more);
	}

	return { serve, begin, change, rest, end };
})();
