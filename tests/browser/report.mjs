/** Asks the extension about a tab, and tells it what to do there, as its popup would. */

import { isSheetInForce } from "./look.mjs";

/** @typedef {import("./launch.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */

/**
 * @typedef {object} Block
 * @property {number} id
 * @property {string} category
 * @property {string} rule
 * @property {string} words
 * @property {{ key: string, params: Record<string, string | number> }[]} reasons
 * @property {string} path
 * @property {string} key
 * @property {boolean} shown
 */

/**
 * @typedef {object} Report
 * @property {"working" | "done" | "not-article" | "stopped" | "off"} state
 * @property {string | null} why
 * @property {Block[]} blocks
 * @property {Block[]} nearly
 */

/** @typedef {{ kind: string, [name: string]: unknown }} Message */

const STEP = 100;
const PATIENCE = 15_000;

/** @param {number} ms */
export const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));

/**
 * A page of the extension from which messages can be sent.
 * @param {Session} session
 */
export async function openDesk({ browser, origin }) {
	const page = await browser.newPage();
	await go(page, `${origin}/options/options.html`);
	const desk = new Desk(page, browser, origin);
	await until("the content script's registration", () =>
		page.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0),
	);
	await closeWelcome(page);
	return desk;
}

/**
 * The tab that greets after every installation must not come between those that a test opens.
 * @param {Page} page
 */
async function closeWelcome(page) {
	const list = () =>
		page.evaluate(async () => {
			const tabs = await chrome.tabs.query({ url: chrome.runtime.getURL("welcome/*") });
			return tabs.flatMap(({ id }) => id ?? []);
		});
	await until("the welcome", () =>
		page.evaluate(async () => (await chrome.storage.local.get("greeted")).greeted === true),
	);
	const greeting = await list();
	// The driver may lose the answer while a tab closes.
	page.evaluate((tabs) => chrome.tabs.remove(tabs), greeting).catch(() => {});
	await until("its end", async () => (await list()).length === 0);
}

/**
 * Firefox changes the process on the way to a page of an extension, and the driver loses sight of the load.
 * @param {Page} page
 * @param {string} address
 */
async function go(page, address) {
	page.goto(address).catch(() => {});
	await until(address, () =>
		page.evaluate(
			(wanted) => location.href === wanted && document.readyState === "complete" && "chrome" in globalThis,
			address,
		),
	);
}

export class Desk {
	/** @type {WeakMap<Page, number>} */
	#tabs = new WeakMap();

	/**
	 * @param {Page} page
	 * @param {import("puppeteer-core").Browser} browser
	 * @param {string} origin
	 */
	constructor(page, browser, origin) {
		this.page = page;
		this.browser = browser;
		this.origin = origin;
	}

	/** A new tab whose number the extension is asked for, since the driver does not know it. */
	openTab() {
		return this.#open("tab");
	}

	/** The same in a window of its own, where it stays in sight when others are opened. */
	openWindow() {
		return this.#open("window");
	}

	/** @param {"tab" | "window"} type */
	async #open(type) {
		const before = await this.#listTabs();
		const tab = await this.browser.newPage({ type });
		const after = await this.#listTabs();
		const id = after.find((one) => !before.includes(one));
		if (id === undefined) throw new Error("the new tab has no number");
		this.#tabs.set(tab, id);
		return tab;
	}

	/** Opens a page in a private window of its own. @param {string} address */
	openPrivately(address) {
		return this.#find(address, () =>
			this.page.evaluate(
				async (url) => (await chrome.windows.create({ incognito: true, url }))?.tabs?.[0]?.id,
				address,
			),
		);
	}

	/** Opens a page in a tab behind the others. @param {string} address */
	openBehind(address) {
		return this.#find(address, () =>
			this.page.evaluate(async (url) => (await chrome.tabs.create({ url, active: false })).id, address),
		);
	}

	/** @param {string} address @param {() => Promise<number | undefined>} open */
	async #find(address, open) {
		const before = await this.browser.pages();
		const id = await open();
		if (id === undefined) throw new Error("the tab has no number");
		const tab = await until("the tab", async () =>
			(await this.browser.pages()).find((page) => !before.includes(page) && page.url() === address),
		);
		this.#tabs.set(tab, id);
		return tab;
	}

	/**
	 * What the content script of a tab answers to the last of the messages; null where none answers.
	 * @param {Page} tab
	 * @param {Message[]} messages
	 * @returns {Promise<Report | null>}
	 */
	async tell(tab, ...messages) {
		const id = /** @type {number} */ (this.#tabs.get(tab));
		return this.page.evaluate(
			async (id, messages) => {
				try {
					let answer = null;
					for (const message of messages) answer = await chrome.tabs.sendMessage(id, message, { frameId: 0 });
					return answer ?? null;
				} catch {
					return null;
				}
			},
			id,
			messages,
		);
	}

	/** @param {Page} tab */
	report(tab) {
		return this.tell(tab, { kind: "report" });
	}

	/**
	 * The popup as it speaks of a tab, in a tab of its own.
	 * @param {Page} tab
	 */
	async openPopup(tab) {
		const popup = await this.browser.newPage();
		await go(popup, `${this.origin}/popup/popup.html?tab=${this.#tabs.get(tab)}`);
		return popup;
	}

	/** The options page, or another of the extension's own. @param {string} [path] */
	async openOptions(path = "options/options.html") {
		const page = await this.browser.newPage();
		await go(page, `${this.origin}/${path}`);
		return page;
	}

	/** Presses the popup's switch for the site of a tab; the popup stays open. @param {Page} tab */
	async pressSwitch(tab) {
		const popup = await this.openPopup(tab);
		await until("the popup's switch", () =>
			popup.evaluate(() => document.querySelector("#site")?.textContent?.includes("localhost")),
		);
		await popup.evaluate(() => document.querySelector("input")?.click());
		return popup;
	}

	/**
	 * What the background answers.
	 * @param {Message} message
	 * @returns {Promise<any>}
	 */
	ask(message) {
		return this.page.evaluate((message) => chrome.runtime.sendMessage(message), message);
	}

	/**
	 * The report once the extension is at rest: done with the page, the same for a while, and all that it tells of out of sight.
	 * @param {Page} tab
	 * @param {number} [quiet] milliseconds
	 * @returns {Promise<Report>}
	 */
	async settled(tab, quiet = 400) {
		let last = "";
		let since = Date.now();
		const report = await until("the extension to come to rest", async () => {
			const report = await this.report(tab);
			const now = JSON.stringify(report);
			if (now !== last) since = Date.now();
			last = now;
			return report && report.state !== "working" && Date.now() - since >= quiet ? report : null;
		});
		const isHiding = report.blocks.some((block) => !block.shown);
		if (isHiding) await until("the style sheet", () => isSheetInForce(tab));
		return report;
	}

	#listTabs() {
		return this.page.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id));
	}
}

/**
 * Asks again and again until the answer is truthy; what throws counts as no answer yet.
 * @template T
 * @param {string} what named when patience ends
 * @param {() => Promise<T | null | undefined | false>} ask
 * @param {number} [patience] milliseconds
 * @returns {Promise<T>}
 */
export async function until(what, ask, patience = PATIENCE) {
	const end = Date.now() + patience;
	let fault = "";
	while (Date.now() < end) {
		try {
			const answer = await ask();
			if (answer) return answer;
			fault = "";
		} catch (error) {
			fault = `: ${error}`;
		}
		await pause(STEP);
	}
	throw new Error(`waited ${patience / 1000} s in vain for ${what}${fault}`);
}
