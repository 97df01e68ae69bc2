/** What the content script needs to know of the page, asked so that the page cannot mislead it. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkPage = (() => {
	const { closest, getAttribute, getAttributeNames, removeAttribute, setAttribute } = Element.prototype;
	const { querySelectorAll } = Document.prototype;
	const { addEventListener } = EventTarget.prototype;
	const readState = /** @type {(this: Document) => DocumentReadyState} */ (
		Object.getOwnPropertyDescriptor(Document.prototype, "readyState")?.get
	);
	/** Milliseconds after which a page that nobody looks at is cleaned though the browser has other things to do. */
	const LONGEST_WAIT = 2000;
	/** No attribute of HTML is called so. */
	const MARK = /^(?=.*\d)[a-z][a-z0-9]{11}$/;

	/** @param {string} name */
	const happens = (name) =>
		new Promise((done) => addEventListener.call(document, name, done, { once: true }));

	/** A page that the browser prepares in advance is not being read yet; one in a tab behind others gives way to what is. */
	async function isDue() {
		if (/** @type {any} */ (document).prerendering === true) await happens("prerenderingchange");
		if (document.visibilityState !== "hidden") return;
		const isIdle = new Promise((idle) => requestIdleCallback(idle, { timeout: LONGEST_WAIT }));
		await Promise.race([happens("visibilitychange"), isIdle]);
	}

	const isLoading = () => readState.call(document) === "loading";

	/** Firefox takes no style sheet in before the scripts that a page puts off have run; some users have it tell no times. */
	function isReady() {
		if (readState.call(document) === "complete") return true;
		const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
		return endmarkShade.canHideAtOnce() || load?.domContentLoadedEventStart !== 0;
	}

	/** All of the page is there, and can be hidden. `document.open` drops listeners, so events alone cannot be relied on. */
	async function isParsed() {
		while (isLoading() || !isReady()) {
			const late = new Promise((late) => setTimeout(late, 1000));
			await Promise.race([happens("readystatechange"), happens("DOMContentLoaded"), late]);
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

	/** The name by which blocks were marked while the page came in: the root tells it. */
	function findMark() {
		const root = document.documentElement;
		const names = root ? getAttributeNames.call(root) : [];
		return names.find((name) => MARK.test(name) && getAttribute.call(root, name) === "flight");
	}

	/** @param {string} mark */
	function takeMarksBack(mark) {
		for (const element of querySelectorAll.call(document, `[${mark}]`)) {
			removeAttribute.call(element, mark);
		}
		endmarkShade.end(mark);
		loadAgain(mark);
	}

	/**
	 * Frames and images whose loading was put off while the page came in load as they were to, but those in hidden blocks.
	 * @param {string} mark
	 */
	function loadAgain(mark) {
		for (const element of querySelectorAll.call(document, `[${mark}-before]`)) {
			if (closest.call(element, `[${mark}]`)) continue;
			const before = getAttribute.call(element, `${mark}-before`);
			if (before) setAttribute.call(element, "loading", before);
			else removeAttribute.call(element, "loading");
			removeAttribute.call(element, `${mark}-before`);
		}
	}

	return {
		isDue,
		isLoading,
		isParsed,
		isHtml,
		breathe,
		readAddress,
		findFragment,
		findMark,
		takeMarksBack,
		loadAgain,
	};
})();
