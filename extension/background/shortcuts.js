/** What keys and the context menu do without the popup. */

import { hostOf, readSites } from "./sites.js";
import { order, pickIn } from "./tabs.js";

/** What a tab can be asked for, by the names of commands and menu entries. @typedef {"toggle-site" | "show-all" | "pick"} Wish */

const PAGES = ["http://*/*", "https://*/*"];
const MENU = /** @type {const} */ ([
	["pick", "menu_pick"],
	["show-all", "menu_show_all"],
]);

/** Firefox for Android has no context menus. */
export function fillMenu() {
	chrome.contextMenus?.removeAll(() => {
		for (const [id, key] of MENU) {
			const title = chrome.i18n.getMessage(key);
			chrome.contextMenus.create({
				id,
				title,
				contexts: ["page", "link", "image"],
				documentUrlPatterns: PAGES,
			});
		}
	});
}

/**
 * @param {string} wish
 * @param {chrome.tabs.Tab | undefined} tab
 * @param {(host: string, on: boolean, isPrivate: boolean) => Promise<void>} switchSite
 */
export async function carryOut(wish, tab, switchSite) {
	const host = hostOf(tab?.url);
	if (tab?.id === undefined || host === null) return;
	if (wish === "pick") await pickIn(tab.id);
	if (wish === "show-all") await turnAll(tab.id);
	if (wish === "toggle-site") {
		const { isOn } = await readSites();
		await switchSite(host, !isOn(host, tab.incognito), tab.incognito);
	}
}

/** Gives everything back; where nothing is taken off, takes it off again. @param {number} tab */
async function turnAll(tab) {
	const report = await order(tab, { kind: "report" });
	const blocks = report?.blocks ?? [];
	const kind = blocks.some((block) => !block.shown) ? "show-all" : "hide-all";
	await order(tab, { kind });
}
