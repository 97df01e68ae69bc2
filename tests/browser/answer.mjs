/** Shows a saved page under the address that it had, without the network. */

/** Scripts of the page stay off, so that it is what was saved. */
const WITH_WASM = "'wasm-unsafe-eval'";
/** Chromium then keeps wasm from the extension too. */
export const WITHOUT_WASM = "'none'";

/**
 * Answers for the page with what was saved, and refuses everything else.
 * @param {import("puppeteer-core").Page} tab
 * @param {Buffer} body
 * @param {string} [scripts] which the page's policy allows
 */
export async function answer(tab, body, scripts = WITH_WASM) {
	const headers = {
		"content-type": "text/html; charset=utf-8",
		"content-security-policy": `script-src ${scripts}; frame-src 'none'; object-src 'none'`,
	};
	await tab.setRequestInterception(true);
	tab.on("request", (request) => {
		const isPage = request.isNavigationRequest() && request.frame() === tab.mainFrame();
		const done = isPage ? request.respond({ status: 200, headers, body }) : request.abort();
		// The tab may be closed already.
		done.catch(() => {});
	});
}
