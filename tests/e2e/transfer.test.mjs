/** All settings out to a file, in from one, and back to the first day: in open tabs too, wholly or not at all. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen, readTexts } from "../browser/look.mjs";
import { exportFile, importFile, readAnswer, readShown, readStored, typeRules } from "../browser/options.mjs";
import { until } from "../browser/report.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const RULE = "news.localhost##.post-meta";

/** What is seen in the open tabs where nothing is decided, and where all that is decided below holds. */
const FIRST = { bio: false, related: false, share: false, meta: true, off: false };
const DECIDED = { bio: true, related: true, share: true, meta: false, off: true };

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let news;
/** @type {Page} */
let other;
/** @type {Page} */
let options;
/** What the options page shows on the first day. @type {Awaited<ReturnType<typeof readShown>>} */
let first;
/** The same with all that is decided. @type {Awaited<ReturnType<typeof readShown>>} */
let decided;
/** What is decided, as a file. */
let file = "";

before(async () => {
	stage = await openStage();
	news = (await stage.open(stage.site.address(PAGE))).tab;
	other = (await stage.open(stage.site.address(PAGE, "other"))).tab;
	await reopen();
	first = await readShown(options);
});
after(() => stage?.close());

/** Opens the options page anew. */
async function reopen() {
	await options?.close();
	options = await stage.desk.openOptions();
	await until("the categories", async () => (await readShown(options)).categories.length > 0);
}

async function readTabs() {
	const [bio, related, share, meta] = await Promise.all(
		["#author-box", "#related_posts", ".share-post", ".post-meta"].map((one) => isSeen(news, one)),
	);
	return { bio, related, share, meta, off: await isSeen(other, "#author-box") };
}

/** @param {typeof FIRST} wanted */
const waitFor = (wanted) =>
	until("the tabs to follow", async () => {
		assert.deepEqual(await readTabs(), wanted);
		return true;
	});

/** Waits until nothing that was pressed is at work any more. */
const rest = () => until("rest", () => options.$eval("#transfer", (section) => section.ariaBusy !== "true"));

/** Presses a button below "Take along and reset", and waits for what is said of it. @param {string} button */
async function press(button) {
	await options.bringToFront();
	const before = await options.$eval("#transfer-text", (text) => text.textContent);
	await options.click(`#${button}`);
	await until(`a word on ${button}`, async () => {
		const answer = await readAnswer(options);
		return answer?.failed || (answer?.done && answer.done !== before);
	});
	const answer = await readAnswer(options);
	assert.deepEqual([answer?.faults, answer?.failed], [[], ""]);
}

/** Decides something of each kind, where a user would. */
async function decide() {
	const popup = await stage.desk.openPopup(news);
	await until("the list", async () => (await readTexts(popup, "#blocks li")).length > 0);
	await popup.click("section[aria-labelledby=category-author-bio] li button");
	await popup.click("#choices summary");
	await popup.select("#choice-teaser", "off");
	await popup.close();
	await (await stage.desk.pressSwitch(other)).close();
	await options.bringToFront();
	await options.click("#category-share");
	await typeRules(options, RULE, "! a note of mine", "nonsense");
	await waitFor(DECIDED);
}

it("exports everything that was decided as one file", async () => {
	await decide();
	await reopen();
	decided = await readShown(options);
	const { name, text } = await exportFile(options);
	assert.match(name, /\.json$/);
	const { version, sites, categories, rules } = JSON.parse(text);
	assert.equal(version, 2);
	assert.equal(sites["other.localhost"].on, false);
	assert.deepEqual(sites["news.localhost"].categories, { teaser: false });
	assert.equal(sites["news.localhost"].kept.length, 1);
	assert.equal(categories.share, false);
	assert.equal(rules, `${RULE}\n! a note of mine\nnonsense`);
	file = text;
});

it("is as on the first day after a reset, in open tabs at once", async () => {
	await press("reset");
	await waitFor(FIRST);
	assert.deepEqual(await readShown(options), first);
	assert.deepEqual(await readTexts(options, "#rules-faults:not([hidden]) li"), []);
});

it("undoes a reset", async () => {
	await press("undo");
	await waitFor(DECIDED);
	assert.deepEqual(await readShown(options), decided);
});

it("undoes a reset that was pressed twice", async () => {
	await options.click("#reset", { count: 2 });
	await rest();
	await waitFor(FIRST);
	await options.click("#reset");
	await rest();
	await press("undo");
	await waitFor(DECIDED);
});

it("brings everything back from the file", async () => {
	await press("reset");
	await waitFor(FIRST);
	await reopen();
	assert.deepEqual(await readShown(options), first);
	const answer = await importFile(options, file);
	assert.deepEqual([answer.faults, answer.failed], [[], ""]);
	assert.ok(answer.done);
	await waitFor(DECIDED);
	assert.deepEqual(await readShown(options), decided);
	for (const tab of [news, other]) await tab.reload({ waitUntil: "load" });
	await waitFor(DECIDED);
	await reopen();
	assert.deepEqual(await readShown(options), decided);
	assert.equal((await exportFile(options)).text, file);
});

/** @param {object} changes */
const makeFile = (changes) =>
	JSON.stringify({ version: 2, sites: {}, categories: {}, rules: "", ...changes });

it("undoes an import, also when another was refused after it", async () => {
	const rules = "##h6\r\nnews.localhost##.tagline";
	assert.ok((await importFile(options, makeFile({ categories: { teaser: false }, rules }))).done);
	await waitFor({ ...FIRST, related: true });
	assert.equal((await readShown(options)).rules, rules.replace("\r\n", "\n"));
	assert.ok((await importFile(options, "{")).faults.length > 0);
	await press("undo");
	await waitFor(DECIDED);
	assert.deepEqual(await readShown(options), decided);
});

it("takes a file with a byte order mark and lines that end as on Windows", async () => {
	await press("reset");
	const text = `\uFEFF${file.replaceAll("\n", "\r\n")}`;
	assert.ok((await importFile(options, text)).done);
	await waitFor(DECIDED);
	assert.equal((await exportFile(options)).text, file);
});

it("says of each line of imported rules that cannot be used why", async () => {
	const rules = [RULE, ...Array.from({ length: 99_999 }, (_, at) => `##.a${at}`)].join("\n");
	const { sites } = JSON.parse(file);
	assert.ok((await importFile(options, makeFile({ sites, rules }))).done);
	await waitFor({ ...DECIDED, share: false });
	const faults = await readTexts(options, "#rules-faults:not([hidden]) li");
	assert.match(faults[0], /^Line 5,001: .{15,}/);
	assert.match(faults.at(-1) ?? "", /94,900/);
	assert.equal(faults.length, 101);
	assert.ok((await readShown(options)).rules === rules);
	await press("undo");
	await waitFor(DECIDED);
	assert.deepEqual(await readTexts(options, "#rules-faults:not([hidden]) li"), []);
});

/** Only Chromium limits what an extension may store. */
async function fillStorage() {
	const before = JSON.stringify(await readStored(options));
	const answer = await importFile(options, makeFile({ rules: `! ${"<".repeat(1_900_000)}` }));
	assert.equal(answer.done, "");
	assert.ok(answer.failed);
	assert.ok(JSON.stringify(await readStored(options)) === before);
	await waitFor(DECIDED);
}

/** Rules are used all the same where what was read of them finds no room. */
async function useFullStorage() {
	await options.evaluate(async () => {
		await chrome.storage.local.remove("compiled");
		const room = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse());
		await chrome.storage.local.set({ junk: "x".repeat(room - 20) });
	});
	await news.reload({ waitUntil: "load" });
	await stage.desk.settled(news);
	await waitFor(DECIDED);
	const { compiled, junk } = await readStored(options);
	assert.ok(junk && !compiled);
}

if (NAME === "chrome") {
	it("changes nothing where the browser has no room for it", fillStorage);
	it("uses the rules where the browser has no room for what was read of them", useFullStorage);
}
