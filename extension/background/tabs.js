/** Open tabs: telling them what changed, and starting in those where no script runs yet. */

import { SCRIPTS } from "./registration.js";
import { hostOf, readSites } from "./sites.js";

const PATIENCE = 1500;
const PICKER = ["picker/fingerprint.js", "picker/panel.js", "picker/picker.js"];

/**
 * @param {number} tabId
 * @param {object} message
 * @returns {Promise<boolean>} whether a content script heard it
 */
async function tell(tabId, message) {
	try {
		return (await chrome.tabs.sendMessage(tabId, message, { frameId: 0 })) !== undefined;
	} catch {
		return false;
	}
}

/**
 * Says something to a page's content script, which answers with a report.
 * @param {number} tabId
 * @param {{ kind: string }} message
 * @returns {Promise<Report | null>} null where no script of ours runs
 */
export async function order(tabId, message) {
	try {
		return (await chrome.tabs.sendMessage(tabId, message, { frameId: 0 })) ?? null;
	} catch {
		return null;
	}
}

/**
 * Starts the content scripts in a tab, unless they run there already.
 * @param {number} tabId
 * @returns {Promise<boolean>} whether they run now
 */
export async function startIn(tabId) {
	if (await tell(tabId, { kind: "on" })) return true;
	try {
		const target = { tabId, frameIds: [0] };
		await chrome.scripting.executeScript({ target, files: SCRIPTS, injectImmediately: true });
		return true;
	} catch {
		return false;
	}
}

/**
 * Lets the user pick a block in a tab where the content scripts run.
 * @param {number} tabId
 * @returns {Promise<boolean>}
 */
export async function pickIn(tabId) {
	if (!(await startIn(tabId))) return false;
	const target = { tabId, frameIds: [0] };
	await chrome.scripting.executeScript({ target, files: PICKER, injectImmediately: true });
	return true;
}

/** A tab that does not answer must not hold up the rest. @param {Promise<unknown>[]} work */
const settle = (work) =>
	Promise.race([Promise.allSettled(work), new Promise((done) => setTimeout(done, PATIENCE))]);

/** @param {chrome.tabs.Tab} tab @returns {tab is chrome.tabs.Tab & { id: number }} */
const isLoaded = (tab) => tab.id !== undefined && !tab.discarded;

/**
 * Brings open tabs to what the settings say: of one site, or all of them.
 * @param {string[]} [patterns]
 */
export async function align(patterns = ["http://*/*", "https://*/*"]) {
	const { isOn } = await readSites();
	const tabs = await chrome.tabs.query({ url: patterns });
	await settle(
		tabs.filter(isLoaded).map((tab) => {
			const host = hostOf(tab.url);
			const on = host !== null && isOn(host, tab.incognito);
			return on ? startIn(tab.id) : tell(tab.id, { kind: "off" });
		}),
	);
}

/**
 * Tells open tabs the settings that hold there now: of one site, or all of them.
 * @param {string[]} [patterns]
 * @param {number} [except] a tab that is told by other means
 */
export async function announce(patterns = ["http://*/*", "https://*/*"], except = -1) {
	const { settingsFor } = await readSites();
	const tabs = await chrome.tabs.query({ url: patterns });
	const others = tabs.filter(isLoaded).filter((tab) => tab.id !== except);
	await settle(
		others.map(async (tab) => {
			const host = hostOf(tab.url);
			if (host) await tell(tab.id, { kind: "settings", settings: await settingsFor(host, tab.incognito) });
		}),
	);
}

/** Tabs whose address we may no longer see are tabs whose access was taken away. */
export async function leaveForbidden() {
	const tabs = await chrome.tabs.query({});
	const closed = tabs.filter(isLoaded).filter((tab) => tab.url === undefined);
	await settle(closed.map((tab) => tell(tab.id, { kind: "off" })));
}

/** @returns {Promise<boolean>} */
export async function hasPrivateWindow() {
	const tabs = await chrome.tabs.query({});
	return tabs.some((tab) => tab.incognito);
}
