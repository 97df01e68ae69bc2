/** Where the browser lets no extension work, the popup says so, keys do nothing, and nothing goes wrong unheard. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { pathToFileURL } from "node:url";
import { hearFaults } from "../browser/background.mjs";
import { enter, listErrors } from "../browser/firefox.mjs";
import { readSource, readTexts } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { pressShortcut } from "../browser/shortcuts.mjs";
import { NAME, openStage, PAGES, seePlain } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
/** Where Firefox lets no extension work, as on the pages that sell extensions. */
const CLOSED = "closed.localhost";
const COMMANDS = ["toggle-site", "show-all", "pick"];

const ADDRESSES = {
	chrome: ["about:blank", "chrome://version/", "chrome://extensions/", "data:text/html,<p>Data"],
	firefox: ["about:blank", "about:config", "about:addons", "about:reader", "data:text/html,<p>Data"],
};

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let tab;
/** @type {() => Promise<string[]>} */
let listFaults;

before(async () => {
	stage = await openStage({ preferences: { "extensions.webextensions.restrictedDomains": CLOSED } });
	listFaults = await hearFaults(stage.session);
	tab = await stage.desk.openTab();
});
after(() => stage?.close());

/** @param {string} address */
async function visit(address) {
	await tab.bringToFront();
	if (NAME === "firefox") await enter(stage.session, address);
	else await tab.goto(address);
}

/** What went wrong in a page of the extension. @param {Page} page */
async function listFaultsIn(page) {
	if (NAME === "firefox") return listErrors(stage.session);
	/** @type {string[]} */
	const faults = [];
	const inspector = await page.createCDPSession();
	// What was thrown before is told again.
	inspector.on("Runtime.exceptionThrown", ({ exceptionDetails }) => faults.push(exceptionDetails.text));
	await inspector.send("Runtime.enable");
	await inspector.detach();
	return faults;
}

/** Reads the popup of the tab: its words, and what can be pressed. */
async function readPopup() {
	const popup = await stage.desk.openPopup(tab);
	const [headline, hint] = await until("the popup's words", async () => {
		const words = await readTexts(popup, "#headline, #hint");
		return words[1] && words;
	});
	const buttons = await popup.evaluate(() =>
		[...document.querySelectorAll("button, input, select, summary")]
			.filter((button) => button.checkVisibility())
			.map(({ id }) => id),
	);
	const faults = await listFaultsIn(popup);
	await popup.close();
	return { headline, hint, buttons, faults };
}

const sayForbidden = () =>
	stage.desk.page.evaluate(() => ({
		headline: chrome.i18n.getMessage("forbidden"),
		hint: chrome.i18n.getMessage("forbidden_hint"),
	}));

const readStored = () => stage.desk.page.evaluate(() => chrome.storage.local.get(["sites", "rules"]));

/** @param {string[]} commands */
async function press(...commands) {
	await tab.bringToFront();
	for (const command of commands) await pressShortcut(stage.session, stage.desk, command);
}

/** Where a page is that stands for its kind. @param {string} kind */
function locate(kind) {
	if (kind === "about:reader") return `${kind}?url=${encodeURIComponent(stage.site.address(PAGE))}`;
	if (kind === "view-source:") return kind + stage.site.address(PAGE);
	if (kind === "file:") return pathToFileURL(PAGES + PAGE).href;
	return kind === "options" ? `${stage.session.origin}/options/options.html` : kind;
}

for (const kind of [...ADDRESSES[NAME], "view-source:", "file:", "options"]) {
	it(`says so, and keys do nothing: ${kind}`, async () => {
		const before = await readStored();
		await visit(locate(kind));
		await press(...COMMANDS);
		assert.deepEqual(await readPopup(), { ...(await sayForbidden()), buttons: ["settings"], faults: [] });
		assert.deepEqual(await listFaults(), []);
		assert.deepEqual(await readStored(), before);
	});
}

it("says so of a document that is no page", async () => {
	const body = Buffer.from(await tab.pdf());
	stage.site.put("/printed.pdf", { body, type: "application/pdf" });
	await visit(stage.site.address("/printed.pdf"));
	await press("show-all", "pick");
	const { headline, hint, faults } = await readPopup();
	assert.ok(headline && hint);
	assert.deepEqual(faults, []);
	assert.deepEqual(await listFaults(), []);
});

async function bearClosedSite() {
	const address = stage.site.address(PAGE, "closed");
	await visit(address);
	await press("show-all", "pick");
	const { buttons, ...said } = await readPopup();
	assert.deepEqual(said, { ...(await sayForbidden()), faults: [] });
	assert.equal(buttons.includes("pick"), false);
	assert.deepEqual(await listFaults(), []);
	assert.equal(await readSource(tab), await seePlain(address));
}

if (NAME === "firefox") it("says so on a site that the browser keeps extensions from", bearClosedSite);
