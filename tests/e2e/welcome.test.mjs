/** The page that greets: once, with an example to try, and with the way to access where it is withheld. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { endBackground, SOON } from "../browser/background.mjs";
import { launch } from "../browser/launch.mjs";
import { isSeen, readTexts } from "../browser/look.mjs";
import { openDesk, pause, until } from "../browser/report.mjs";
import { EXTENSION, NAME } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PATH = "welcome/welcome.html";
const BLOCKS = [".also", ".bio", ".reply"];

/** @type {import("../browser/launch.mjs").Session} */
let session;
/** @type {import("../browser/report.mjs").Desk} */
let desk;
/** @type {Page} */
let welcome;

before(async () => {
	// Firefox grants what is asked for without a dialogue, which nobody could answer here.
	const preferences = { "extensions.webextOptionalPermissionPrompts": false };
	session = await launch({ name: NAME, extension: EXTENSION, offline: true, idle: SOON, preferences });
});
after(() => session?.close());

/** How many tabs greet; their own scripts are asked, since the driver does not know all addresses. */
async function countWelcomes() {
	const pages = await session.browser.pages();
	const asked = pages.map((page) => page.evaluate(() => location.href).catch(() => "closed"));
	return (await Promise.all(asked)).filter((address) => address === `${session.origin}/${PATH}`).length;
}

/** @param {boolean} seen */
const waitForBlocks = (seen) =>
	until(`the blocks to be ${seen ? "shown" : "gone"}`, async () => {
		const now = await Promise.all(BLOCKS.map((block) => isSeen(welcome, block)));
		return now.every((one) => one === seen);
	});

/** Firefox's driver does not hear of the load. */
async function reload() {
	const before = await welcome.evaluate(() => performance.timeOrigin);
	welcome.reload().catch(() => {});
	await until("the page anew", () =>
		welcome.evaluate(
			(before) => performance.timeOrigin !== before && document.readyState === "complete",
			before,
		),
	);
}

const readCount = async () => (await readTexts(welcome, "#taken"))[0];

it("is shown after the installation", async () => {
	await until("the welcome page", async () => (await countWelcomes()) === 1);
	desk = await openDesk(session);
	assert.equal(await countWelcomes(), 0, "not closed");
});

it("takes the blocks off by itself, and gives them back and takes them off at the switch", async () => {
	welcome = await desk.openOptions(PATH);
	await welcome.bringToFront();
	const unsaid = (await readTexts(welcome, "[data-say]")).filter((text) => /^([a-z_]+_[a-z]+)?$/.test(text));
	assert.deepEqual(unsaid, []);
	await waitForBlocks(false);
	assert.match(await readCount(), /^3 /);
	await welcome.click("#switch");
	await waitForBlocks(true);
	assert.match(await readCount(), /^0 /);
	await welcome.click("#switch");
	await waitForBlocks(false);
	assert.match(await readCount(), /^3 /);
	for (const kept of ["#headline", ".byline", "#page > p"]) assert.ok(await isSeen(welcome, kept), kept);
});

it("waits until the example is seen, and leaves it to who was faster", async () => {
	await welcome.setViewport({ width: 320, height: 300 });
	await reload();
	await pause(2000);
	assert.equal(await isSeen(welcome, BLOCKS[0]), true, "gone unseen");
	for (let time = 0; time < 2; time++) await welcome.$eval("input", (button) => button.click());
	await welcome.$eval("#also", (block) => block.scrollIntoView());
	await pause(2000);
	assert.equal(await isSeen(welcome, BLOCKS[0]), true, "gone against the user's will");
	await welcome.setViewport({ width: 320, height: 900 });
	await reload();
	await welcome.$eval("#also", (block) => block.scrollIntoView());
	await waitForBlocks(false);
});

it("does not ask for access that it has", async () => {
	assert.equal(await isSeen(welcome, "#access"), false);
});

/** Only Firefox takes access back from an extension at its own word. */
async function askForAccess() {
	const origins = ["http://*/*", "https://*/*"];
	await desk.page.evaluate((origins) => chrome.permissions.remove({ origins }), origins);
	await until("the question", () => isSeen(welcome, "#access"));
	await welcome.bringToFront();
	await welcome.click("#allow");
	await until("the question's end", async () => !(await isSeen(welcome, "#access")));
	assert.ok(await desk.page.evaluate((origins) => chrome.permissions.contains({ origins }), origins));
}

if (NAME === "firefox") it("asks for access where it is withheld, straight from the click", askForAccess);

it("is not shown again when the background starts again", async () => {
	await welcome.close();
	await endBackground(session, desk);
	await desk.ask({ kind: "choices" });
	await pause(1000);
	assert.equal(await countWelcomes(), 0);
});
