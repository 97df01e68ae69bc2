/** Decides something as a user does, and waits until it is said to be done. */

import { readTexts } from "../browser/look.mjs";
import { typeRules } from "../browser/options.mjs";
import { until } from "../browser/report.mjs";
import { SITES } from "./schedule.mjs";
import { hostOf } from "./wanted.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/report.mjs").Desk} Desk */
/** @typedef {import("./schedule.mjs").Setting} Setting */

/**
 * @param {Desk} desk
 * @param {Setting} setting
 * @param {{ tab: Page, options: Page, keys: string[] }} place a tab with the switched site, the options, and the keys of the sample's blocks
 */
export async function decide(desk, setting, { tab, options, keys }) {
	switch (setting.kind) {
		case "site":
			return switchTo(desk, tab, setting.on);
		case "rules":
			return typeRules(options, ...setting.lines);
		case "keep":
			return ask(desk, {
				kind: "keep",
				host: hostOf(SITES.keep),
				key: keys[setting.nth],
				stays: setting.stays,
				tab: 0,
			});
		case "site-category":
			return ask(desk, { ...setting, host: hostOf(SITES["site-category"]) });
		default:
			return ask(desk, setting);
	}
}

/** @param {Desk} desk @param {import("../browser/report.mjs").Message} message */
async function ask(desk, message) {
	const { ok } = await desk.ask(message);
	if (!ok) throw new Error(`refused: ${JSON.stringify(message)}`);
}

/** Presses the popup's switch where the site stands otherwise. @param {Desk} desk @param {Page} tab @param {boolean} on */
async function switchTo(desk, tab, on) {
	const off = await desk.page.evaluate(
		(host) => chrome.i18n.getMessage("site_off", [host]),
		hostOf(SITES.site),
	);
	const popup = await desk.openPopup(tab);
	const readHeadline = async () => (await readTexts(popup, "#headline"))[0];
	await until("the popup's words", async () => !["", "Endmark"].includes(await readHeadline()));
	if (((await readHeadline()) !== off) !== on) await popup.click("#site-switch");
	await until("the popup to say so", async () => ((await readHeadline()) !== off) === on);
	await popup.close();
}
