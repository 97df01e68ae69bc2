/** What a user does without the popup: keys, and the context menu of a page. */

import { findWorker } from "./background.mjs";
import { clickEntry, pressKeys } from "./firefox.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./launch.mjs").Session} Session */

/**
 * Presses the keys of a command. Chromium keeps a driver's keys from extensions, so there the background hears the
 * command as the browser would send it.
 * @param {Session} session
 * @param {import("./report.mjs").Desk} desk
 * @param {string} command
 */
export async function pressShortcut(session, desk, command) {
	if (session.name === "firefox") return pressKeys(session, (await listShortcuts(desk))[command].slice(-1));
	const worker = await findWorker(session);
	await worker.evaluate(async (command) => {
		const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
		/** @type {any} */ (chrome.commands.onCommand).dispatch(command, tab);
	}, command);
}

/**
 * The keys that the browser gave to each command.
 * @param {import("./report.mjs").Desk} desk
 * @returns {Promise<Record<string, string>>}
 */
export const listShortcuts = (desk) =>
	desk.page.evaluate(async () => {
		const commands = await chrome.commands.getAll();
		return Object.fromEntries(commands.map(({ name = "", shortcut = "" }) => [name, shortcut]));
	});

/**
 * Chooses an entry of ours from the context menu of the tab in front. Chromium draws that menu out of a driver's
 * sight, so there the background hears that an entry, which has to be there, was clicked.
 * @param {Session} session
 * @param {Page} tab
 * @param {string} entry
 */
export async function chooseFromMenu(session, tab, entry) {
	if (session.name === "firefox") {
		await tab.mouse.click(200, 200, { button: "right" });
		await clickEntry(session, entry);
		return;
	}
	const worker = await findWorker(session);
	await worker.evaluate(async (menuItemId) => {
		await chrome.contextMenus.update(menuItemId, {});
		const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
		const clicked = /** @type {any} */ (chrome.contextMenus.onClicked);
		clicked.dispatch({ menuItemId, editable: false, pageUrl: tab.url }, tab);
	}, entry);
}
