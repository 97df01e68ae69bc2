/** What the user allows an extension in the browser's own settings. */

import { evaluateInWindow } from "./firefox.mjs";

/** @typedef {import("./launch.mjs").Session} Session */

export const EVERYWHERE = ["http://*/*", "https://*/*"];

/**
 * Allows the extension these addresses and no others: in Chromium on the page of the extension's details, in Firefox as
 * its page of permissions does.
 * @param {Session} session
 * @param {string[]} origins
 */
export async function allow(session, origins) {
	if (session.name === "firefox") {
		await evaluateInWindow(session, change, new URL(session.origin).host, EVERYWHERE, origins);
		return;
	}
	const settings = await session.browser.newPage();
	await settings.goto("chrome://extensions");
	await settings.evaluate(
		async (extensionId, hostAccess, origins) => {
			const { developerPrivate } = /** @type {any} */ (chrome);
			await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
			for (const origin of origins) await developerPrivate.addHostPermission(extensionId, origin);
		},
		new URL(session.origin).host,
		origins === EVERYWHERE ? "ON_ALL_SITES" : origins.length > 0 ? "ON_SPECIFIC_SITES" : "ON_CLICK",
		origins === EVERYWHERE ? [] : origins,
	);
	await settings.close();
}

/** Switches the extension off or on where the browser lists its extensions. @param {Session} session @param {boolean} on */
export async function setEnabled(session, on) {
	const { host } = new URL(session.origin);
	if (session.name === "firefox") return evaluateInWindow(session, turn, host, on);
	const settings = await session.browser.newPage();
	await settings.goto("chrome://extensions");
	await settings.evaluate((id, on) => chrome.management.setEnabled(id, on), host, on);
	await settings.close();
}

/** What is off has no host any more. @param {string} host @param {boolean} on */
async function turn(host, on) {
	const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
	const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
	const window = /** @type {any} */ (globalThis);
	window.endmarkId ??= WebExtensionPolicy.getByHostname(host).id;
	const addon = await AddonManager.getAddonByID(window.endmarkId);
	await (on ? addon.enable() : addon.disable());
}

/** @param {string} host @param {string[]} all @param {string[]} origins */
async function change(host, all, origins) {
	const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
	const { ExtensionPermissions } = ChromeUtils.importESModule(
		"resource://gre/modules/ExtensionPermissions.sys.mjs",
	);
	const { id, extension } = WebExtensionPolicy.getByHostname(host);
	await ExtensionPermissions.remove(id, { permissions: [], origins: all }, extension);
	if (origins.length > 0) await ExtensionPermissions.add(id, { permissions: [], origins }, extension);
}
