/** What a page is heard to say: its console, and what goes wrong in it with nobody to catch it. */

/** @param {import("puppeteer-core").Page} tab @returns {string[]} all of it so far, and what is to come */
export function listen(tab) {
	/** @type {string[]} */
	const heard = [];
	tab.on("pageerror", (error) => heard.push(String(error)));
	tab.on("console", (message) => heard.push(message.text()));
	return heard;
}
