/** Looks at a page as a reader does: how much of an element is to be seen. */

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * What is visible of each element that a selector finds: characters, pictures and fields, and the element itself.
 * @typedef {{ chars: number, media: number, box: boolean }} Sight
 */

/**
 * @param {Page} tab
 * @param {string[]} selectors
 * @returns {Promise<Sight[][]>} for each selector one for each element
 */
export const look = (tab, selectors) =>
	tab.evaluate((selectors) => {
		const MEDIA = "img, picture, video, iframe, canvas, input:not([type=hidden]), textarea, button";
		const UNSEEN = "script, style, noscript, template, head";
		// A page can cover these names on its document and its forms, but not on the prototypes.
		const { checkVisibility, closest, matches, querySelectorAll } = Element.prototype;
		/** @param {Element} element */
		const isShown = (element) => checkVisibility.call(element, { visibilityProperty: true });
		/** @param {Element} element */
		const countChars = (element) => {
			let chars = 0;
			const texts = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
			for (let text = texts.nextNode(); text; text = texts.nextNode()) {
				const parent = text.parentElement;
				const words = text.textContent?.replace(/\s+/g, " ").trim() ?? "";
				if (words && parent && !closest.call(parent, UNSEEN) && isShown(parent)) chars += words.length;
			}
			return chars;
		};
		/** @param {Element} element */
		const see = (element) => ({
			chars: countChars(element),
			media: [element, ...querySelectorAll.call(element, MEDIA)].filter(
				(one) => matches.call(one, MEDIA) && isShown(one),
			).length,
			box: isShown(element),
		});
		return selectors.map((selector) =>
			Array.from(Document.prototype.querySelectorAll.call(document, selector), see),
		);
	}, selectors);

/** Nothing of it is to be seen. An element that held nothing from the start must not take up room either. @param {Sight} now @param {Sight} [before] */
export const isGone = (now, before) =>
	now.chars === 0 && now.media === 0 && (!now.box || Boolean(before && before.chars + before.media > 0));

/** The whole document as text. @param {Page} tab */
export const readSource = (tab) => tab.evaluate(() => document.documentElement.outerHTML);

/**
 * Whether the style sheet is in force, which comes a while after the marks: nothing that carries one is to be seen. What was
 * taken out of the document carries its mark elsewhere.
 * @param {Page} tab
 */
export const isSheetInForce = (tab) =>
	tab.evaluate(() => {
		// The mark as the content script draws it; no attribute of HTML that is empty has such a name.
		const MARK = /^[a-z][a-z0-9]{11}$/;
		const { checkVisibility, getAttribute, getAttributeNames } = Element.prototype;
		/** @param {Element} element */
		const isMarked = (element) =>
			getAttributeNames.call(element).some((name) => MARK.test(name) && !getAttribute.call(element, name));
		const all = Document.prototype.querySelectorAll.call(document, "*");
		return !Array.from(all).some((element) => isMarked(element) && checkVisibility.call(element));
	});

/**
 * Whether anything of what a selector finds can be seen.
 * @param {Page} tab
 * @param {string} selector
 */
export async function isSeen(tab, selector) {
	const [sights] = await look(tab, [selector]);
	return sights.some((sight) => !isGone(sight));
}

/**
 * The text of each element that a selector finds.
 * @param {Page} page
 * @param {string} selector
 */
export const readTexts = (page, selector) =>
	page.evaluate(
		(selector) =>
			[...document.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? ""),
		selector,
	);
