/** The number and the icon on the toolbar button of a tab. */

/** @param {"on" | "off" | "idle"} look */
const pathsOf = (look) => ({ 16: `/icons/${look}-16.png`, 32: `/icons/${look}-32.png` });

/**
 * @param {number} tabId
 * @param {number} count
 * @param {State} state
 */
export async function showBadge(tabId, count, state) {
	const look = state === "off" ? "off" : count > 0 ? "on" : "idle";
	const title = count > 0 ? chrome.i18n.getMessage("badge_title", [String(count)]) : "";
	await Promise.allSettled([
		chrome.action.setBadgeText({ tabId, text: count > 0 ? String(count) : "" }),
		chrome.action.setIcon({ tabId, path: pathsOf(look) }),
		chrome.action.setTitle({ tabId, title: title || chrome.i18n.getMessage("name") }),
	]);
}

export async function colourBadge() {
	await chrome.action.setBadgeBackgroundColor({ color: "#5f6672" });
	await chrome.action.setBadgeTextColor?.({ color: "#ffffff" });
}
