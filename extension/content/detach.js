/** Takes what is hidden out of the document too, where the user wants it, and puts the same nodes back in their places. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkDetach = (() => {
	const { createComment } = Document.prototype;
	const selectIn = Element.prototype.querySelectorAll;
	const select = Document.prototype.querySelectorAll;
	const { hasAttribute, matches, querySelector, replaceWith } = Element.prototype;
	const { replaceWith: replaceComment, remove: removeComment } = CharacterData.prototype;
	const isConnected = /** @type {(this: Node) => boolean} */ (
		Object.getOwnPropertyDescriptor(Node.prototype, "isConnected")?.get
	);
	const readName = /** @type {(this: Element) => string} */ (
		Object.getOwnPropertyDescriptor(Element.prototype, "localName")?.get
	);
	/** What loads or starts anew when it is put back, or styles more than itself, stays where it is, hidden. */
	const LIVING = "iframe,frame,object,embed,video,audio,canvas,style,link";
	/** How often new blocks are taken out; a page that makes them anew each time would never end. */
	const PATIENCE = 5;

	let isWanted = false;
	let mark = "";
	/** What needs everything in its place for now. @type {Set<string>} */
	const holders = new Set();
	/** @type {Map<Element, Comment>} */
	const places = new Map();
	/** Elements that were out before. @type {WeakSet<Element>} */
	let known = new WeakSet();
	/** Elements that the page put back itself. @type {WeakSet<Element>} */
	let claimed = new WeakSet();
	let rounds = 0;

	/** @param {string} hiding the attribute that hides @param {boolean} wanted */
	function begin(hiding, wanted) {
		if (mark !== hiding || !wanted) {
			known = new WeakSet();
			claimed = new WeakSet();
			rounds = 0;
			holders.clear();
			bringBack();
		}
		mark = hiding;
		isWanted = wanted;
	}

	/** @param {Element} element */
	const isCustom = (element) => readName.call(element).includes("-");

	/** @param {Element} element */
	const isLiving = (element) =>
		matches.call(element, LIVING) ||
		isCustom(element) ||
		querySelector.call(element, LIVING) !== null ||
		[...selectIn.call(element, "*")].some(isCustom);

	/** @param {Element} element */
	const mayGo = (element) =>
		!claimed.has(element) && (rounds <= PATIENCE || known.has(element)) && !isLiving(element);

	/** Takes out what carries the mark now, unless something needs it in its place. */
	function takeOut() {
		if (!isWanted || holders.size > 0) return;
		const marked = [...select.call(document, `[${mark}=""]`)];
		if (marked.some((element) => !known.has(element))) rounds++;
		endmarkWatch.change(() => {
			for (const element of marked.filter(mayGo)) {
				if (!isConnected.call(element)) continue;
				const place = createComment.call(document, "");
				known.add(element);
				replaceWith.call(element, place);
				places.set(element, place);
			}
		});
	}

	/** @param {(element: Element) => boolean} [is] */
	function bringBack(is = () => true) {
		const back = [...places].filter(([element]) => is(element));
		if (back.length === 0) return;
		endmarkWatch.change(() => {
			for (const [element, place] of back) {
				places.delete(element);
				if (isConnected.call(element)) leave(element, place);
				else replaceComment.call(place, element);
			}
		});
	}

	/** What the page has put somewhere itself stays there. @param {Element} element @param {Comment} place */
	function leave(element, place) {
		claimed.add(element);
		removeComment.call(place);
	}

	/** Everything is in its place for as long as somebody holds it. @param {"survey" | "peek" | "point"} holder */
	function hold(holder) {
		holders.add(holder);
		bringBack();
	}

	/** @param {"survey" | "peek" | "point"} holder */
	function release(holder) {
		holders.delete(holder);
		takeOut();
	}

	/** Puts back what does not carry the mark any more. */
	const settle = () => bringBack((element) => !hasAttribute.call(element, mark));

	return { begin, takeOut, bringBack, hold, release, settle };
})();
