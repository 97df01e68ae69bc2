/** Shows a saved page under the address that it had, without the network. */

/** Scripts of the page stay off, so that it is what was saved. */
const HEADERS = {
	"content-type": "text/html; charset=utf-8",
	"content-security-policy": "script-src 'wasm-unsafe-eval'; frame-src 'none'; object-src 'none'",
};

/**
 * Answers for the page with what was saved, and refuses everything else.
 * @param {import("puppeteer-core").Page} tab
 * @param {Buffer} body
 */
export async function answer(tab, body) {
	await tab.setRequestInterception(true);
	tab.on("request", (request) => {
		const isPage = request.isNavigationRequest() && request.frame() === tab.mainFrame();
		const done = isPage ? request.respond({ status: 200, headers: HEADERS, body }) : request.abort();
		// The tab may be closed already.
		done.catch(() => {});
	});
}
