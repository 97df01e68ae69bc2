/** The style rules that hide what the content script marked, and the module's script form. */

/**
 * A document of its own where the browser names it, so that a navigation in between cannot mix two pages up.
 * @param {PageSender} sender
 * @returns {chrome.scripting.InjectionTarget}
 *
 * @typedef {{ tabId: number, documentId?: string, host: string, isPrivate: boolean }} PageSender
 */
function targetOf({ tabId, documentId }) {
	return documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [0] };
}

/**
 * While the root has the attribute for it, nothing is hidden. `flight.css` holds the same for each of its names. No
 * rule may begin at the root: an element in a shadow root is in none.
 * @param {string} mark
 */
export const writeSheet = (mark) =>
	`[${mark}=""]:not(:root[${mark}-peek] *){display:none!important}` +
	`[${mark}="seen"]{outline:3px solid #b83a0c!important;outline-offset:3px!important}`;

/** Also gives the rules, for where they do not reach. @param {PageSender} sender @param {string} mark validated: lower-case letters, digits and hyphens */
export async function insertSheet(sender, mark) {
	const css = writeSheet(mark);
	await chrome.scripting.insertCSS({ target: targetOf(sender), origin: "USER", css });
	return { ok: true, css };
}

/** In Chromium's package alone: of a file that is not there, Firefox would tell the page. @param {PageSender} sender */
export async function insertScriptForm(sender) {
	if (!chrome.runtime.getManifest().minimum_chrome_version) throw new Error("no script form");
	const target = targetOf(sender);
	return chrome.scripting.executeScript({
		target,
		files: ["core-script.js"],
		injectImmediately: true,
	});
}
