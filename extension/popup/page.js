/** The page that the popup speaks of: who it is, how its site stands, and what the engine says of it. */

/** @typedef {{ tab: number, host: string | null, secure: boolean, loading: boolean, isPrivate: boolean }} Page */

/** Tests open the popup as a tab of its own and name the tab it is about: `popup.html?tab=ID`. */
const named = Number(new URLSearchParams(location.search).get("tab"));

/** @returns {Promise<Page | null>} */
export async function findPage() {
	const [tab] = named
		? [await chrome.tabs.get(named)]
		: await chrome.tabs.query({ active: true, currentWindow: true });
	if (tab?.id === undefined) return null;
	const { id, url, status, incognito } = tab;
	return { tab: id, ...readAddress(url), loading: status !== "complete", isPrivate: incognito };
}

/** @param {string | undefined} address */
function readAddress(address) {
	const { protocol, hostname } = URL.parse(address ?? "") ?? {};
	const secure = protocol === "https:";
	return { host: hostname && (secure || protocol === "http:") ? hostname : null, secure };
}

/** @param {Page & { host: string }} page @returns {Promise<SiteState>} */
export const askSite = ({ host, secure, isPrivate }) =>
	chrome.runtime.sendMessage({ kind: "site-state", host, secure, private: isPrivate });

/** What the user decides; null where the background ended before it was stored. @param {object} message @returns {Promise<any>} */
const tell = (message) => chrome.runtime.sendMessage(message).catch(() => null);

/** @param {Page & { host: string }} page @param {Category} category @param {boolean | null} on */
export const chooseCategory = ({ host, isPrivate }, category, on) =>
	tell({ kind: "site-category", host, category, on, private: isPrivate });

/** Remembers whether a block stays on this site. @param {Page & { host: string }} page @param {string} key @param {boolean} stays */
export const keep = ({ tab, host, isPrivate }, key, stays) =>
	tell({ kind: "keep", host, key, stays, tab, private: isPrivate });

/** @param {Page & { host: string }} page @param {boolean} on */
export const switchSite = ({ host, isPrivate }, on) => tell({ kind: "site", host, on, private: isPrivate });

/** @param {Page} page @returns {Promise<boolean>} whether the browser lets us work there */
export async function start({ tab }) {
	return (await tell({ kind: "start", tab }))?.ok === true;
}

/** Lets the user pick a block in the page. @param {Page} page @returns {Promise<boolean>} */
export async function pick({ tab }) {
	return (await tell({ kind: "start-picker", tab }))?.ok === true;
}

/**
 * Says something to the page's content script; every answer is a new report.
 * @param {Page} page
 * @param {{ kind: string, id?: number }} order
 * @returns {Promise<Report | null>} null where no script of ours runs
 */
export async function order({ tab }, order) {
	try {
		return (await chrome.tabs.sendMessage(tab, order, { frameId: 0 })) ?? null;
	} catch {
		return null;
	}
}

/** @type {chrome.runtime.Port | null} */
let port = null;

/**
 * Asks to see something in the page for as long as the popup is open.
 * @param {Page} page
 * @param {{ kind: "peek", on: boolean } | { kind: "point", id: number }} wish
 */
export function lookAt({ tab }, wish) {
	try {
		port ??= chrome.tabs.connect(tab, { frameId: 0, name: "popup" });
		port.onDisconnect.addListener(() => {
			port = null;
		});
		port.postMessage(wish);
	} catch {
		port = null;
	}
}

/** Has to be called straight from a click. @param {string} host */
export const requestAccess = (host) =>
	chrome.permissions.request({ origins: [`http://${host}/*`, `https://${host}/*`] });
