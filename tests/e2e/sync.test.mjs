/** Two devices with one account: what is decided on one holds on the other, and nothing is lost on either. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { Account, readArea } from "../browser/account.mjs";
import { isSeen, readTexts } from "../browser/look.mjs";
import { readShown, readStored, typeRules } from "../browser/options.mjs";
import { until } from "../browser/report.mjs";
import { openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const LINE = "x".repeat(8193);

/**
 * @typedef {object} Device
 * @property {import("../browser/stage.mjs").Stage} stage
 * @property {Page} options
 * @property {Page} news an open tab
 * @property {Page} other an open tab of another site
 */

const account = new Account();
/** @type {Device} */
let desktop;
/** @type {Device} */
let laptop;

/** @returns {Promise<Device>} */
async function openDevice() {
	const stage = await openStage();
	const { tab: news } = await stage.open(stage.site.address(PAGE));
	const { tab: other } = await stage.open(stage.site.address(PAGE, "other"));
	const options = await stage.desk.openOptions();
	await until("the categories", async () => (await readShown(options)).categories.length > 0);
	return { stage, options, news, other };
}

before(async () => {
	desktop = await openDevice();
	laptop = await openDevice();
});
after(() => Promise.all([desktop?.stage.close(), laptop?.stage.close()]));

/** @param {Page} options @param {string} selector */
async function click(options, selector) {
	await options.bringToFront();
	await options.locator(selector).click();
}

/** Chooses what goes on the other site, in the list of sites. @param {Device} device @param {string} choice */
async function chooseTeasers({ options }, choice) {
	await options.bringToFront();
	const list = "details:has(> [id='choices-other.localhost'])";
	if (!(await options.$eval(list, (one) => /** @type {HTMLDetailsElement} */ (one).open))) {
		await click(options, `${list} summary`);
	}
	const select = "[id='choice-other.localhost-teaser']";
	await (await options.waitForSelector(select))?.select(choice);
	await until("the choice", () =>
		options.$eval(select, (one, choice) => /** @type {any} */ (one).value === choice, choice),
	);
}

/** Both devices are online until they have the same. */
const goOnline = () =>
	until("both devices to be in step", async () => {
		for (const { options } of [desktop, laptop]) await account.meet(options);
		const [one, other] = await Promise.all([desktop, laptop].map(({ options }) => readDecided(options)));
		assert.deepEqual(other, one);
		const [here, there] = await Promise.all([desktop, laptop].map(({ options }) => readArea(options)));
		assert.deepEqual(there, here);
		return true;
	});

/** @param {Page} options */
const readDecided = async (options) => ({ ...(await readShown(options)), aside: [] });

/** @param {Device} device */
const readFault = async ({ options }) => (await readTexts(options, "#sync-fault"))[0] ?? "";

/** @param {Device} device @param {string} key */
const waitForFault = (device, key) =>
	until(`the word that it is ${key || "well"}`, async () => {
		const words = await device.options.evaluate((key) => key && chrome.i18n.getMessage(`sync_${key}`), key);
		assert.equal(await readFault(device), words);
		return true;
	});

it("takes nothing along until the user wants it", async () => {
	await click(desktop.options, "#category-tags");
	await typeRules(desktop.options, "! mine", "##.post-meta");
	const popup = await desktop.stage.desk.pressSwitch(desktop.other);
	await popup.close();
	await typeRules(laptop.options, "! ours", "##.entry-crumbs");
	assert.deepEqual(await readArea(desktop.options), {});
});

it("brings both together when they join", async () => {
	await click(desktop.options, "#sync");
	await click(laptop.options, "#sync");
	await until("what is taken along", async () => Object.keys(await readArea(laptop.options)).length > 0);
	await goOnline();
	const shown = await readShown(laptop.options);
	assert.ok(shown.categories.includes("tags"));
	assert.match(shown.sites[0], /^other\.localhost/);
	assert.deepEqual(shown.rules.split("\n").sort(), ["! mine", "! ours", "##.entry-crumbs", "##.post-meta"]);
	assert.match(shown.rules, /mine\n##\.post-meta/);
});

it("holds in tabs that are open", async () => {
	await until("the open tabs to follow", async () =>
		Promise.all([
			isSeen(laptop.other, "#author-box"),
			isSeen(laptop.news, ".post-meta").then((seen) => !seen),
		]).then((all) => all.every(Boolean)),
	);
});

it("loses nothing of what was changed on both while they were apart", async () => {
	const { rules } = await readShown(desktop.options);
	await typeRules(desktop.options, ...rules.replace(".post-meta", ".post-meta a").split("\n"), "! end");
	await typeRules(laptop.options, ...rules.replace(".post-meta", ".post-meta b").split("\n"));
	await click(desktop.options, "#category-share");
	await chooseTeasers(desktop, "on");
	await chooseTeasers(laptop, "off");
	await goOnline();
	const shown = await readShown(desktop.options);
	const lines = ["! end", "! mine", "! ours", "##.entry-crumbs", "##.post-meta a", "##.post-meta b"];
	assert.deepEqual(shown.rules.split("\n").sort(), lines);
	assert.ok(!shown.categories.includes("share"));
	const choice = await desktop.options.$eval(
		"[id='choice-other.localhost-teaser']",
		(one) => /** @type {any} */ (one).value,
	);
	assert.equal(choice, "off");
});

it("takes away on one what was taken away on the other", async () => {
	await typeRules(laptop.options, "! end");
	const popup = await laptop.stage.desk.pressSwitch(laptop.other);
	await popup.close();
	await goOnline();
	assert.equal((await readShown(desktop.options)).rules, "! end");
	await until("the open tab to follow", async () => !(await isSeen(desktop.other, "#author-box")));
});

it("keeps a line that came while the user was writing", async () => {
	await desktop.options.bringToFront();
	await desktop.options.focus("#rules-text");
	await desktop.options.keyboard.press("End");
	await desktop.options.type("#rules-text", " mine");
	await typeRules(laptop.options, "! end", "! theirs");
	await until("the line", async () => {
		for (const { options } of [laptop, desktop]) await account.meet(options);
		return (await readStored(desktop.options)).rules.includes("theirs");
	});
	assert.equal((await readShown(desktop.options)).rules, "! end mine");
	await desktop.options.locator("#rules-save").click();
	await until("the rules", async () => (await readStored(desktop.options)).rules === "! end mine\n! theirs");
	await goOnline();
	await typeRules(laptop.options, "! end");
	await goOnline();
});

it("bears it when the account is another, and what does not belong there", async () => {
	const shown = await readDecided(desktop.options);
	await desktop.options.evaluate(async () => {
		await chrome.storage.sync.clear();
		await chrome.storage.sync.set({
			1.0: { "off [::::]": [true, 9e15], "rule 0 a\nb": [1, 9e14], "everywhere share": ["no", 9e14] },
			1.1: "text",
			"2.0": { later: true },
		});
	});
	await until("the account to be filled anew", async () => {
		const area = await readArea(desktop.options);
		return "rule 0 ! end" in area["1.0"] && !area["1.1"];
	});
	assert.deepEqual(await readDecided(desktop.options), shown);
	assert.deepEqual((await readArea(desktop.options))["2.0"], { later: true });
	await goOnline();
});

it("says what is too long, and takes the rest along", async () => {
	await typeRules(desktop.options, "! end", `! ${LINE}`, "! last");
	await waitForFault(desktop, "long");
	await until("the rest", async () => {
		for (const { options } of [desktop, laptop]) await account.meet(options);
		return (await readShown(laptop.options)).rules === "! end\n! last";
	});
	assert.equal((await readShown(desktop.options)).rules, `! end\n! ${LINE}\n! last`);
	await typeRules(desktop.options, "! end");
	await waitForFault(desktop, "");
	await goOnline();
});

it("says what is too much, and keeps it here", async () => {
	const much = Array.from({ length: 60 }, (_, at) => `! ${at} ${LINE.slice(0, 2000)}`);
	const area = await readArea(desktop.options);
	await typeRules(desktop.options, ...much);
	await waitForFault(desktop, "full");
	assert.deepEqual(await readArea(desktop.options), area);
	assert.equal((await readShown(desktop.options)).rules, much.join("\n"));
	await typeRules(desktop.options, "! end");
	await waitForFault(desktop, "");
});

it("tries again after the browser refused it", async () => {
	await desktop.options.evaluate(async () => {
		const items = Array.from({ length: 12 }, (_, at) => [`junk${at}`, "x".repeat(8000)]);
		await chrome.storage.sync.set(Object.fromEntries(items));
		await chrome.storage.sync.set({ junk: "x".repeat(5000) });
	});
	const much = Array.from({ length: 4 }, (_, at) => `! ${at} ${LINE.slice(0, 2000)}`);
	await typeRules(desktop.options, ...much);
	await waitForFault(desktop, "refused");
	assert.equal((await readShown(desktop.options)).rules, much.join("\n"));
	await desktop.options.evaluate(async () => {
		const area = await chrome.storage.sync.get(null);
		await chrome.storage.sync.remove(Object.keys(area).filter((name) => name.startsWith("junk")));
	});
	await waitForFault(desktop, "");
	await goOnline();
	assert.equal((await readShown(laptop.options)).rules, much.join("\n"));
});

it("keeps on the other what is reset on one, and joins again when that is undone", async () => {
	const shown = await readDecided(laptop.options);
	await click(desktop.options, "#reset");
	await until("the first day", async () => (await readShown(desktop.options)).rules === "");
	assert.equal(await desktop.options.$eval("#sync", (one) => /** @type {any} */ (one).checked), false);
	for (const { options } of [laptop, desktop, laptop]) await account.meet(options);
	assert.deepEqual(await readDecided(laptop.options), shown);
	await click(desktop.options, "#undo");
	await until("what was there", async () => (await readShown(desktop.options)).rules === shown.rules);
	await goOnline();
	assert.deepEqual(await readDecided(laptop.options), shown);
});
