/** Wakes up for an event, reads what it needs from storage, answers, and forgets. */

import { colourBadge, showBadge } from "./background/badge.js";
import { readModule, readWords } from "./background/engine.js";
import { isKnown, listen } from "./background/flight.js";
import { admit } from "./background/messages.js";
import { forgetPrivate } from "./background/private.js";
import { reconcile } from "./background/registration.js";
import { countHits, readHits, storePick, storeRules } from "./background/rules.js";
import { closeToPages, forgetAside, readAside } from "./background/settings.js";
import { insertScriptForm, insertSheet } from "./background/sheet.js";
import { carryOut, fillMenu } from "./background/shortcuts.js";
import {
	forgetSite,
	nameSite,
	patternOf,
	readSites,
	storeCategory,
	storeCategoryHere,
	storeDetach,
	storeKept,
	storeSite,
} from "./background/sites.js";
import { isOfInterest, keepInStep, readSync, storeSync } from "./background/sync.js";
import { align, announce, hasPrivateWindow, leaveForbidden, pickIn, startIn } from "./background/tabs.js";
import { exportAll, importAll, resetAll, undoAll } from "./background/transfer.js";

/** @type {Record<string, (message: any, page: import("./background/sheet.js").PageSender) => Promise<unknown>>} */
const PAGE_ANSWERS = {
	async hello({ mark }, { host, isPrivate }) {
		const { isOn, settingsFor } = await readSites();
		const settings = await settingsFor(host, isPrivate);
		return { on: isOn(host, isPrivate), settings, isMarked: mark !== undefined && (await isKnown(mark)) };
	},
	sheet: ({ mark }, page) => insertSheet(page, mark),
	module: readModule,
	words: ({ names }) => readWords(names),
	/** Being woken is enough. */
	async wake() {},
	"script-form": (_message, page) => insertScriptForm(page),
	count: ({ count, state }, { tabId }) => showBadge(tabId, count, state),
	async hits({ rules }, { isPrivate }) {
		if (!isPrivate) await countHits(rules);
	},
	async pick({ select }, { host, isPrivate }) {
		await storePick(host, select, isPrivate);
		await announce([patternOf(host)]);
	},
};

/** In force at once in every open tab of the site. @param {string} site @param {boolean} on @param {boolean} isPrivate */
async function switchSite(site, on, isPrivate) {
	const { reachOf } = await readSites();
	await storeSite(site, on, isPrivate);
	await reconcile();
	await align([patternOf(reachOf(site, isPrivate))]);
}

/** Everything may be otherwise than before. */
async function adoptAll() {
	await reconcile();
	await align();
	await announce();
}

/** @type {Record<string, (message: any) => Promise<unknown>>} */
const EXTENSION_ANSWERS = {
	async "site-state"({ host, secure = true, private: isPrivate = false }) {
		const site = nameSite(host) ?? host;
		const origins = [`${secure ? "https" : "http"}://${host}/*`];
		const [sites, allowed] = await Promise.all([readSites(), chrome.permissions.contains({ origins })]);
		return {
			on: sites.isOn(site, isPrivate),
			site: sites.nameOf(site, isPrivate),
			allowed,
			categories: sites.categories,
			here: sites.categoriesHere(site, isPrivate),
			kept: sites.keptFor(site, isPrivate),
		};
	},
	site: ({ host, on, private: isPrivate = false }) => switchSite(nameSite(host) ?? host, on, isPrivate),
	async start({ tab }) {
		return { ok: await startIn(tab) };
	},
	async "start-picker"({ tab }) {
		return { ok: await pickIn(tab) };
	},
	async "site-category"({ host, category, on, private: isPrivate = false }) {
		const site = nameSite(host) ?? host;
		await storeCategoryHere(site, category, on, isPrivate);
		await announce([patternOf(site)]);
	},
	async "site-forget"({ host }) {
		const site = nameSite(host) ?? host;
		await forgetSite(site);
		await reconcile();
		await align([patternOf(site)]);
		await announce([patternOf(site)]);
	},
	/** In the tab itself only the one block changes, not those like it. */
	async keep({ host, key, stays, tab, private: isPrivate = false }) {
		const site = nameSite(host) ?? host;
		await storeKept(site, key, stays, isPrivate);
		await announce([patternOf(site)], tab);
	},
	async choices() {
		const { sites, categories, rules, detach } = await readSites();
		const [hits, aside, { on, fault }] = await Promise.all([readHits(), readAside(), readSync()]);
		return {
			categories,
			sites: Object.fromEntries(sites),
			rules,
			hits: Object.fromEntries(hits),
			detach,
			aside,
			sync: { on, fault },
		};
	},
	async rules({ list }) {
		const read = await storeRules(list);
		await announce();
		return read;
	},
	async category({ category, on }) {
		await storeCategory(category, on);
		await announce();
	},
	"forget-aside": forgetAside,
	async detach({ on }) {
		await storeDetach(on);
		await announce();
	},
	async sync({ on }) {
		await storeSync(on);
		keepInStep(adoptAll);
	},
	export: exportAll,
	async import({ text }) {
		const answer = await importAll(text);
		if (answer.ok) await adoptAll();
		return answer;
	},
	async reset() {
		await resetAll();
		await adoptAll();
	},
	async undo() {
		await undoAll();
		await adoptAll();
	},
};

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 */
async function answer(message, sender) {
	const admitted = admit(message, sender);
	if (!admitted) return { ok: false };
	const { page, message: known } = admitted;
	try {
		const result = await (page
			? PAGE_ANSWERS[known.kind](known, page)
			: EXTENSION_ANSWERS[known.kind](known));
		return result && !Array.isArray(result) ? result : { ok: true };
	} catch {
		return { ok: false };
	}
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
	answer(message, sender).then(respond);
	return true;
});

/** Until the page came once: where Firefox starts an extension anew while it installs it, the first tab is lost. */
async function greet() {
	const { greeted } = await chrome.storage.local.get("greeted");
	if (!greeted) await chrome.tabs.create({ url: "welcome/welcome.html" });
}

chrome.runtime.onInstalled.addListener(async () => {
	fillMenu();
	greet().catch(() => {});
	await reconcile();
	await align();
});

chrome.commands?.onCommand.addListener(async (command, tab) => {
	const [front] = tab ? [tab] : await chrome.tabs.query({ active: true, lastFocusedWindow: true });
	await carryOut(command, front, switchSite);
});

chrome.contextMenus?.onClicked.addListener(({ menuItemId }, tab) =>
	carryOut(String(menuItemId), tab, switchSite),
);

// Being woken at the browser's start is enough: every wake-up compares registration and storage.
chrome.runtime.onStartup.addListener(() => {});

chrome.storage.onChanged.addListener((changes, area) => {
	if (isOfInterest(changes, area)) keepInStep(adoptAll);
});

chrome.permissions.onAdded.addListener(async () => {
	await reconcile();
	listen();
	await align();
});

chrome.permissions.onRemoved.addListener(async () => {
	await reconcile();
	await leaveForbidden();
});

// Firefox for Android has no windows; there a private switch lasts until the browser closes.
chrome.windows?.onRemoved.addListener(async () => {
	const { session } = await readSites();
	if (session.size === 0 || (await hasPrivateWindow())) return;
	await forgetPrivate();
	await reconcile();
});

listen();
closeToPages().catch(() => {});
colourBadge().catch(() => {});
reconcile().catch(() => {});
keepInStep(adoptAll);
