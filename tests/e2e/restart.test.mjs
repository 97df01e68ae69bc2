/** What was decided holds when the browser starts again, and nothing of what was decided in a private window does. */

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { isSeen, readTexts } from "../browser/look.mjs";
import { readShown, readStored, typeRules } from "../browser/options.mjs";
import { pickByMouse, startPicker, waitForGone } from "../browser/picker.mjs";
import { until } from "../browser/report.mjs";
import { openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";
const RELATED = "#related_posts";
const SHARE = ".share-post";
const META = ".post-meta";
const DIARY = "#tides p";
const ALL = { bio: true, share: true, related: true, meta: true, diary: true };
/** What is seen where nothing is decided for the site alone. */
const ELSEWHERE = { ...ALL, bio: false, share: false, meta: false };

/** What a temporary add-on leaves behind goes with it, unless Firefox is told to keep it. */
const PREFERENCES = {
	"extensions.webextensions.keepStorageOnUninstall": true,
	"extensions.webextensions.keepUuidOnUninstall": true,
};

/** @type {string} */
let profile;
/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** What was stored before the browser was closed. @type {Record<string, any>} */
let stored;

before(async () => {
	profile = await mkdtemp(join(tmpdir(), "endmark-profile-"));
	await start();
});
after(async () => {
	await stage?.close();
	await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start() {
	stage = await openStage({ profile, inPrivate: true, preferences: PREFERENCES });
}

/** @param {Page} tab @param {string} selector @param {boolean} seen */
const waitFor = (tab, selector, seen) =>
	until(`${selector} to be ${seen ? "shown" : "gone"}`, async () => (await isSeen(tab, selector)) === seen);

/** Gives the author's box back, and leaves the share links on its site. @param {Page} tab */
async function decideInPopup(tab) {
	const popup = await stage.desk.openPopup(tab);
	await until("the list", async () => (await readTexts(popup, "#blocks li")).length > 0);
	await popup.click("section[aria-labelledby=category-author-bio] li button");
	await waitFor(tab, BIO, true);
	await until("a word on it", async () => (await readTexts(popup, "#blocks li.shown .reasons")).length === 2);
	await popup.click("#choices summary");
	await popup.select("#choice-share", "off");
	await waitFor(tab, SHARE, true);
	await popup.close();
}

/** What is to be seen of a page. @param {Page} tab */
async function look(tab) {
	const [bio, share, related, meta, diary] = await Promise.all(
		[BIO, SHARE, RELATED, META, DIARY].map((selector) => isSeen(tab, selector)),
	);
	return { bio, share, related, meta, diary };
}

it("decides for sites, blocks and everywhere", async () => {
	const { tab: off } = await stage.open(stage.site.address(PAGE, "off"));
	await (await stage.desk.pressSwitch(off)).close();
	await waitFor(off, BIO, true);
	const { tab } = await stage.open(stage.site.address(PAGE));
	await decideInPopup(tab);
	const options = await stage.desk.openOptions();
	await until("the sites", async () => (await readShown(options)).sites.length === 2);
	await options.click("#category-teaser");
	await waitFor(tab, RELATED, true);
	await typeRules(options, `##${META}`);
	await waitFor(tab, META, false);
});

it("decides in a private window", async () => {
	const { tab: off } = await stage.openPrivately(stage.site.address(PAGE, "secret"));
	await (await stage.desk.pressSwitch(off)).close();
	await waitFor(off, BIO, true);
	const { tab } = await stage.openPrivately(stage.site.address(PAGE, "hidden"));
	await decideInPopup(tab);
	await startPicker(stage.desk, tab);
	await pickByMouse(tab, DIARY);
	await waitForGone(tab, DIARY);
});

it("holds in the browser started anew: the switch, the categories, the block and the rule", async () => {
	stored = await readStored(stage.desk.page);
	assert.deepEqual(Object.keys(stored.sites).sort(), ["news.localhost", "off.localhost"]);
	await stage.close();
	await start();
	const off = await stage.visit(stage.site.address(PAGE, "off"));
	assert.equal(await stage.desk.report(off), null);
	assert.deepEqual(await look(off), ALL);
	const { tab } = await stage.open(stage.site.address(PAGE));
	assert.deepEqual(await look(tab), { ...ALL, meta: false });
	const other = await stage.open(stage.site.address(PAGE, "other"));
	assert.deepEqual(await look(other.tab), ELSEWHERE);
});

it("shows it in the options", async () => {
	const { sites, categories, rules } = await readStored(stage.desk.page);
	assert.deepEqual(
		{ sites, categories, rules },
		{ sites: stored.sites, categories: stored.categories, rules: stored.rules },
	);
	const options = await stage.desk.openOptions();
	await until("the sites", async () => (await readShown(options)).sites.length === 2);
	assert.deepEqual(await readTexts(options, "#sites .site bdi"), ["news.localhost", "off.localhost"]);
	const shown = await readShown(options);
	assert.equal(shown.rules, `##${META}`);
	assert.equal(shown.categories.includes("teaser"), false);
});

it("has forgotten what was decided in the private window, in windows of both kinds", async () => {
	for (const name of ["secret", "hidden"]) {
		const address = stage.site.address(PAGE, name);
		for (const { tab } of [await stage.open(address), await stage.openPrivately(address)])
			assert.deepEqual(await look(tab), ELSEWHERE, name);
	}
});
