/** Has what is certain hidden while a page is still coming in, before it is painted. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkFirst = (() => {
	const { isLoading, isParsed } = endmarkPage;
	const { getElementsByTagName, querySelector } = Document.prototype;
	const count = /** @type {(this: HTMLCollection) => number} */ (
		Object.getOwnPropertyDescriptor(HTMLCollection.prototype, "length")?.get
	);
	/** So many times as large as at the last look has the page to be for another. */
	const GROWTH = 1.5;

	/** Nothing goes where only the whole page tells what is to stay. @param {Settings} settings */
	const isFit = ({ kept, own }) =>
		endmarkShade.canHideAtOnce() &&
		!location.hash &&
		!endmarkQuote.isThere() &&
		!kept &&
		!own.some(({ keeps }) => keeps);

	const hasBody = () => querySelector.call(document, "body") !== null;

	/** What a page promises stands before its body. */
	function bodyBegins() {
		return new Promise((begun) => {
			const observer = new MutationObserver(check);
			function check() {
				if (isLoading() && !hasBody()) return;
				observer.disconnect();
				begun(undefined);
			}
			observer.observe(document, { childList: true, subtree: true });
			check();
		});
	}

	const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

	/**
	 * Looks before each paint of a page that has grown, until it is all there.
	 * @param {() => boolean} look hides what is certain so far; says whether to look again
	 */
	async function watch(look) {
		const elements = getElementsByTagName.call(document, "*");
		const all = isParsed();
		await Promise.race([bodyBegins(), all]);
		for (let least = 0; isLoading(); await Promise.race([nextFrame(), all])) {
			const size = count.call(elements);
			if (size < least) continue;
			if (!look()) return;
			least = size * GROWTH;
		}
	}

	return { isFit, watch };
})();
