/** A page is the same in the end wherever the browser takes it from. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { alter } from "../browser/altered.mjs";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME, openStage, readPage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const BIO = "#author-box";
const FORM = "#respond";
const KEPT = "/kept";
const WORKER =
	"addEventListener('activate', (e) => e.waitUntil(clients.claim())); addEventListener('fetch', (e) => e.respondWith(fetch(e.request)))";

/** Leads to the page, and lets the browser prepare it. */
const DOOR = `<!doctype html><title>Door</title><a href="${KEPT}">In</a>
	<script type="speculationrules">{"prerender": [{"urls": ["${KEPT}"], "eagerness": "immediate"}]}</script>`;

/** The extension may bring closed tabs back, as the browser's own menu does. @type {Awaited<ReturnType<typeof alter>>} */
let altered;
/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	altered = await alter("manifest.json", (manifest) =>
		manifest.replace('"storage"', '"storage", "sessions"'),
	);
	stage = await openStage({ extension: altered.folder });
	stage.site.put("/door", DOOR);
	const headers = { "cache-control": "max-age=600" };
	stage.site.put(KEPT, { body: await readPage("sahifa"), headers });
	stage.site.put("/worker.js", { body: WORKER, type: "text/javascript" });
});
after(async () => {
	await stage?.close();
	await altered?.remove();
});

/** @param {Page} tab @param {boolean} seen */
const waitFor = (tab, seen) =>
	until(`box and form to be ${seen ? "shown" : "gone"}`, async () => {
		const now = await Promise.all([BIO, FORM].map((one) => isSeen(tab, one)));
		return now.every((one) => one === seen) && isSeen(tab, ".entry p");
	});

/** The tab with the page that is opened by something. @param {() => Promise<unknown>} open */
async function findOpened(open) {
	const before = await stage.session.browser.pages();
	await open();
	return until("the tab", async () =>
		(await stage.session.browser.pages()).find((page) => !before.includes(page) && page.url().endsWith(KEPT)),
	);
}

/** Away from the page and back to it. @param {Page} tab @param {() => Promise<unknown>} [meanwhile] */
async function leaveAndReturn(tab, meanwhile = async () => {}) {
	const other = stage.site.address("/login.html", "other");
	// Of pages that come back from memory the driver may hear nothing.
	await tab.evaluate((other) => void setTimeout(() => location.assign(other)), other);
	await until("the other page", () => tab.evaluate((other) => location.href === other, other));
	await meanwhile();
	await tab.evaluate(() => void setTimeout(() => history.back()));
	await until("the page", () => tab.evaluate((path) => location.pathname === path, KEPT));
}

it("comes from the browser's own store", async () => {
	for (let times = 0; times < 2; times++) {
		const { tab } = await stage.open(stage.site.address(KEPT));
		await waitFor(tab, false);
		await tab.close();
	}
	assert.equal(stage.site.asked.filter((path) => path === KEPT).length, 1, "came from the server again");
});

it("comes back from the browser's memory, as the switch stands by then", async () => {
	const { tab } = await stage.open(stage.site.address(KEPT));
	await leaveAndReturn(tab);
	await waitFor(tab, false);
	const turn = (/** @type {boolean} */ on) => stage.desk.ask({ kind: "site", host: "news.localhost", on });
	await leaveAndReturn(tab, () => turn(false));
	await waitFor(tab, true);
	await leaveAndReturn(tab, () => turn(true));
	await waitFor(tab, false);
	await tab.close();
});

it("is a copy of a tab", async () => {
	const { tab } = await stage.open(stage.site.address(KEPT));
	const copy = await findOpened(() =>
		stage.desk.page.evaluate(async (path) => {
			const found = (await chrome.tabs.query({})).find(({ url }) => url?.endsWith(path));
			await chrome.tabs.duplicate(/** @type {number} */ (found?.id));
		}, KEPT),
	);
	await waitFor(copy, false);
	await copy.close();
	await tab.close();
});

it("is a tab that was closed and is brought back", async () => {
	const { tab } = await stage.open(stage.site.address(KEPT));
	await tab.close();
	const back = await findOpened(() =>
		stage.desk.page.evaluate(async () => {
			const [{ tab }] = await chrome.sessions.getRecentlyClosed({ maxResults: 1 });
			await chrome.sessions.restore(tab?.sessionId);
		}),
	);
	await back.bringToFront();
	await waitFor(back, false);
	await back.close();
});

/** What the tab with the page shows: the driver loses sight of what was prepared, the extension does not. */
const readShown = () =>
	stage.desk.page.evaluate(
		async (path, selectors) => {
			const tabs = await chrome.tabs.query({ url: `*://*${path}` });
			const func = (/** @type {string[]} */ selectors) => ({
				heights: selectors.map((one) => document.querySelector(one)?.getBoundingClientRect().height),
				prepared: /** @type {any} */ (performance.getEntriesByType("navigation")[0]).activationStart,
			});
			const target = { tabId: tabs[0]?.id ?? 0 };
			const [shown] = await chrome.scripting.executeScript({ target, func, args: [selectors] });
			return shown?.result;
		},
		KEPT,
		[BIO, FORM],
	);

const skip = NAME !== "chrome" && "Firefox prepares no page in advance";
it("was prepared before it was asked for", { skip }, async () => {
	const tab = await stage.desk.openTab();
	await tab.bringToFront();
	const asked = stage.site.asked.length;
	await tab.goto(stage.site.address("/door", "prepared"), { waitUntil: "load" });
	await until("the page to be prepared", async () => stage.site.asked.slice(asked).includes(KEPT));
	await pause(1000);
	await tab.evaluate(() => void setTimeout(() => document.querySelector("a")?.click()));
	const { prepared } = await until("box and form to be gone", async () => {
		const shown = await readShown();
		return shown?.heights.every((height) => height === 0) && shown;
	});
	assert.ok(prepared > 0, "was loaded only then");
});

it("comes from a service worker of the page", async () => {
	const { tab } = await stage.open(stage.site.address("/sahifa.html", "worker"));
	await tab.evaluate(async () => {
		await navigator.serviceWorker.register("/worker.js");
		await navigator.serviceWorker.ready;
	});
	await tab.reload({ waitUntil: "load" });
	assert.equal(await tab.evaluate(() => navigator.serviceWorker.controller !== null), true);
	await waitFor(tab, false);
	await tab.close();
});
