/** What the content script needs to know of the page, asked so that the page cannot mislead it. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkPage = (() => {
	const { closest, getAttribute, removeAttribute } = Element.prototype;
	const { querySelectorAll } = Document.prototype;
	const { addEventListener } = EventTarget.prototype;

	/** @param {string} name */
	const happens = (name) =>
		new Promise((done) => addEventListener.call(document, name, done, { once: true }));

	/** A page that the browser prepares in advance is not being read yet. */
	const isShown = () =>
		/** @type {any} */ (document).prerendering ? happens("prerenderingchange") : undefined;

	/** `document.open` drops listeners, so the event alone cannot be relied on. */
	async function isParsed() {
		while (document.readyState === "loading") {
			await Promise.race([happens("DOMContentLoaded"), new Promise((late) => setTimeout(late, 1000))]);
		}
	}

	const isHtml = () => ["text/html", "application/xhtml+xml"].includes(document.contentType);

	/** Lets the browser do what waits for it. */
	function breathe() {
		if (window.scheduler?.yield) return window.scheduler.yield();
		return new Promise((done) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				port1.close();
				done(undefined);
			};
			port2.postMessage(null);
		});
	}

	/** The address in two parts; some sites keep a page's name in the fragment. */
	function readAddress() {
		const [before, after = ""] = location.href.split(/#(.*)/s);
		const isRoute = /^[!/]/.test(after);
		return { page: isRoute ? location.href : before, hash: isRoute ? "" : location.hash };
	}

	/**
	 * The fragment that a click on a link within this page leads to.
	 * @param {Event} event
	 */
	function findFragment(event) {
		const target = event.composedPath()[0];
		if (!(target instanceof Element)) return "";
		const link = closest.call(target, 'a[href*="#"]');
		const href = link && getAttribute.call(link, "href");
		if (!href || !URL.canParse(href, document.baseURI)) return "";
		const there = new URL(href, document.baseURI);
		const isHere = there.href.split("#", 1)[0] === location.href.split("#", 1)[0];
		return isHere ? there.hash : "";
	}

	/** @param {string} mark */
	function takeMarksBack(mark) {
		for (const element of querySelectorAll.call(document, `[${mark}]`)) {
			removeAttribute.call(element, mark);
		}
	}

	return { isShown, isParsed, isHtml, breathe, readAddress, findFragment, takeMarksBack };
})();
