/** Shows for a moment what is hidden, or where a block stands, and brings the page back to where it was. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkView = (() => {
	const { getAttribute, removeAttribute, scrollIntoView, setAttribute } = Element.prototype;
	const { querySelector } = Document.prototype;
	const readRoot = /** @type {(this: Document) => HTMLElement | null} */ (
		Object.getOwnPropertyDescriptor(Document.prototype, "documentElement")?.get
	);

	/**
	 * What is looked at: the attribute that hides, how a block is pointed at (0 for none), and how it is given back.
	 * @typedef {{ mark: string, point: (id: number) => void, list: () => Block[], show: (id: number) => void }} Sight
	 */

	/** @type {Sight | null} */
	let sight = null;
	let isPeeking = false;
	/** Where the page stood before it was scrolled to a block. @type {[number, number] | null} */
	let place = null;

	/** @param {Sight | null} next */
	function turnTo(next) {
		lookAway();
		endmarkFind.close();
		sight = next;
	}

	/** @param {boolean} on */
	function peek(on) {
		if (!sight || on === isPeeking) return;
		isPeeking = on;
		if (on) endmarkDetach.hold("peek");
		else endmarkDetach.release("peek");
		const change = on ? setAttribute : removeAttribute;
		const root = readRoot.call(document);
		if (root) change.call(root, `${sight.mark}-peek`, "");
	}

	/** @param {number} id */
	function point(id) {
		if (!sight || (id === 0 && !place)) return;
		place ??= [scrollX, scrollY];
		endmarkDetach.hold("point");
		sight.point(id);
		const block = querySelector.call(document, `[${sight.mark}="seen"]`);
		if (block) scrollIntoView.call(block, { block: "center", inline: "nearest" });
	}

	function lookAway() {
		peek(false);
		point(0);
		if (!place) return;
		scrollTo(...place);
		place = null;
		endmarkDetach.release("point");
	}

	/** Gives the block back that an element belongs to, and goes there. @param {Element} element */
	function giveBack(element) {
		const block = sight?.list().find(({ id }) => {
			sight?.point(id);
			return getAttribute.call(element, sight?.mark ?? "") === "seen";
		});
		sight?.point(0);
		if (block) sight?.show(block.id);
		scrollIntoView.call(element, { block: "center", inline: "nearest" });
	}

	/** As long as Alt, Shift and Q are held, everything is shown; who searches finds what is hidden. @param {Event} event */
	function onKey(event) {
		if (!(event instanceof KeyboardEvent) || !event.isTrusted) return;
		if (event.type === "keyup") peek(false);
		else if (endmarkFind.isSearch(event) && sight) {
			endmarkDetach.bringBack();
			endmarkFind.open({ mark: sight.mark, giveBack });
		} else if (event.altKey && event.shiftKey && event.code === "KeyQ") peek(true);
	}

	/** @type {Record<string, (message: any) => void>} */
	const WISHES = {
		peek: ({ on }) => peek(on === true),
		point: ({ id }) => point(Number(id) || 0),
	};

	/** What the popup wants to see lasts as long as the popup is open. */
	function attend() {
		chrome.runtime.onConnect.addListener((port) => {
			if (port.sender?.id !== chrome.runtime.id || port.name !== "popup") return;
			port.onMessage.addListener((message) => {
				if (Object.hasOwn(WISHES, message?.kind)) WISHES[message.kind](message);
			});
			port.onDisconnect.addListener(lookAway);
		});
	}

	return { turnTo, attend, onKey, lookAway };
})();
