/** Takes what is hidden out of the document too, where the user wants it, and puts the same nodes back in their places. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkDetach = (() => {
	const { querySelectorAll, createComment } = Document.prototype;
	const { hasAttribute, matches, querySelector, replaceWith } = Element.prototype;
	const { replaceWith: replaceComment } = CharacterData.prototype;
	const isConnected = /** @type {(this: Node) => boolean} */ (
		Object.getOwnPropertyDescriptor(Node.prototype, "isConnected")?.get
	);
	/** What loads or starts anew when it is put back stays where it is, hidden. */
	const LIVING = "iframe,frame,object,embed,video,audio,canvas";

	let isWanted = false;
	let mark = "";
	/** @type {Map<Element, Comment>} */
	const places = new Map();

	/** @param {string} hiding the attribute that hides @param {boolean} wanted */
	function begin(hiding, wanted) {
		mark = hiding;
		isWanted = wanted;
		if (!wanted) bringBack();
	}

	/** @param {Element} element */
	const isLiving = (element) => matches.call(element, LIVING) || querySelector.call(element, LIVING) !== null;

	/** Takes out what carries the mark now. */
	function takeOut() {
		if (!isWanted) return;
		endmarkWatch.change(() => {
			for (const element of querySelectorAll.call(document, `[${mark}=""]`)) {
				if (!isConnected.call(element) || isLiving(element)) continue;
				const place = createComment.call(document, "");
				replaceWith.call(element, place);
				places.set(element, place);
			}
		});
	}

	/** What the page has taken away with its surroundings is the page's again. @param {(element: Element) => boolean} [is] */
	function bringBack(is = () => true) {
		const back = [...places].filter(([element]) => is(element));
		if (back.length === 0) return;
		endmarkWatch.change(() => {
			for (const [element, place] of back) {
				places.delete(element);
				if (isConnected.call(place)) replaceComment.call(place, element);
			}
		});
	}

	/** Puts back what does not carry the mark any more. */
	const settle = () => bringBack((element) => !hasAttribute.call(element, mark));

	return { begin, takeOut, bringBack, settle };
})();
