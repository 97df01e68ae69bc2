/** What is taken off can be taken out of the document too: the same nodes come back, to the same places. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen, readSource, readTexts } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { addScript, openStage, readPage, seePlain } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/framed";
const BIO = "#author-box";
const FRAME = "#related_posts iframe";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let options;
/** @type {Page} */
let tab;

before(async () => {
	stage = await openStage();
	const frame = "<iframe srcdoc=one></iframe>";
	stage.site.put(PAGE, (await readPage("sahifa")).replace(/<section id="related_posts"[^>]*>/, `$&${frame}`));
	({ tab } = await stage.open(stage.site.address(PAGE)));
	await tab.evaluate((bio) => {
		const box = /** @type {any} */ (document.querySelector(bio));
		Object.assign(window, { box, after: box.nextSibling });
	}, BIO);
	options = await stage.desk.openOptions();
	await until("the options", () => options.$("#categories input"));
});
after(() => stage?.close());

/** Where the box of the author is: the same node as at first, in the same place, or out of the document. @param {Page} page */
const findBox = (page) =>
	page.evaluate((bio) => {
		const { box, after } = /** @type {any} */ (window);
		if (document.querySelector(bio) === null) return box.isConnected ? "renamed" : "out";
		return document.querySelector(bio) === box && box.nextSibling === after ? "in its place" : "elsewhere";
	}, BIO);

/** @param {Awaited<ReturnType<typeof findBox>>} place */
const waitFor = (place) => until(`the box to be ${place}`, async () => (await findBox(tab)) === place);

async function press() {
	await options.bringToFront();
	await options.locator("#detach").click();
}

it("only hides until the user wants it", async () => {
	assert.equal(await findBox(tab), "in its place");
	assert.equal(await isSeen(tab, BIO), false);
});

it("takes out what is hidden in open tabs, but nothing that would load anew", async () => {
	await press();
	await waitFor("out");
	assert.equal(await tab.$("#respond"), null);
	assert.equal(await isSeen(tab, FRAME), false);
	assert.ok(await tab.$(FRAME));
	assert.equal(await isSeen(tab, ".entry p"), true);
});

it("shows a block in its place as long as the mouse rests on its line", async () => {
	const popup = await stage.desk.openPopup(tab);
	await until("the list", async () => (await readTexts(popup, "#blocks li")).length > 0);
	await popup.hover("section[aria-labelledby=category-author-bio] li button");
	await waitFor("in its place");
	assert.equal(await isSeen(tab, BIO), true);
	await popup.close();
	await waitFor("out");
});

it("gives the same node back, and takes it out again", async () => {
	const popup = await stage.desk.openPopup(tab);
	await until("the list", async () => (await readTexts(popup, "#blocks li")).length > 0);
	await popup.click("#all");
	await waitFor("in its place");
	assert.equal(await isSeen(tab, BIO), true);
	await popup.click("#all");
	await waitFor("out");
	await popup.close();
});

it("finds what comes later, and then rests", async () => {
	await tab.evaluate(() => {
		const late = document.createElement("section");
		late.id = "late";
		const titles = ["The quay that was never built", "Nine hours of rain", "Who pays for the crossing?"];
		late.innerHTML = `<h3>You may also like</h3><ul>${titles.map((title) => `<li><a href="/${title.length}">${title}</a></li>`).join("")}</ul>`;
		const observer = new MutationObserver((records) => {
			const before = /** @type {any} */ (window).changes ?? 0;
			Object.assign(window, { changes: before + records.length });
		});
		observer.observe(document, { childList: true, subtree: true });
		document.querySelector("#comments")?.before(late);
	});
	await until("the late one to be out", async () => (await tab.$("#late")) === null);
	await waitFor("out");
	const count = () => tab.evaluate(() => /** @type {any} */ (window).changes);
	await pause(1000);
	const before = await count();
	await pause(1500);
	assert.equal(await count(), before);
});

it("leaves what a page makes anew each time in the document, hidden", async () => {
	const script = `window.made = 0;
	setInterval(() => {
		if (document.querySelector("#author-box")) return;
		window.made++;
		const copy = box.cloneNode(true);
		for (const { name } of [...copy.attributes]) if (name !== "id") copy.removeAttribute(name);
		document.querySelector(".post-navigation").after(copy);
	}, 30);
	const box = document.querySelector("#author-box");`;
	stage.site.put("/anew", addScript(await readPage("sahifa"), script));
	const { tab: stubborn } = await stage.open(stage.site.address("/anew"));
	const count = () => stubborn.evaluate(() => /** @type {any} */ (window).made);
	await until("the page to rest", async () => {
		const before = await count();
		await pause(2500);
		return before > 0 && (await count()) === before;
	});
	assert.ok((await count()) <= 10, `made ${await count()} times`);
	await stubborn.close();
});

it("gives back what is in a part that the page keeps aside", async () => {
	const { tab: kept } = await stage.open(stage.site.address(`${PAGE}?kept`));
	await until("the box to be out", async () => (await kept.$(BIO)) === null);
	await kept.evaluate(() => {
		const part = /** @type {Element} */ (document.querySelector(".content"));
		const place = document.createComment("");
		Object.assign(window, { part, place });
		part.replaceWith(place);
	});
	await stage.desk.tell(kept, { kind: "show-all" });
	await kept.evaluate(() => {
		const { part, place } = /** @type {any} */ (window);
		place.replaceWith(part);
	});
	assert.equal(await isSeen(kept, BIO), true);
	await kept.close();
});

it("shows the comments when a link of the page leads there", async () => {
	const { tab: linked } = await stage.open(stage.site.address(`${PAGE}?linked`));
	await until("the comments to be out", async () => (await linked.$("#comments-box")) === null);
	await linked.evaluate(() => {
		const link = Object.assign(document.createElement("a"), { href: "#comments", textContent: "Comments" });
		document.querySelector(".entry")?.append(link);
		link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
	});
	await until("the comments", () => isSeen(linked, "#comments-box"));
	await linked.close();
});

it("leaves the page as it was when the user does not want it any more", async () => {
	await tab.reload({ waitUntil: "load" });
	await until("the box to be out", async () => (await tab.$(BIO)) === null);
	await press();
	await until("the box to be back", async () => (await tab.$(BIO)) !== null);
	assert.equal(await isSeen(tab, BIO), false);
	await stage.desk.tell(tab, { kind: "show-all" });
	assert.equal(await readSource(tab), await seePlain(stage.site.address(PAGE)));
});

it("puts everything back when the site is switched off", async () => {
	await press();
	await stage.desk.tell(tab, { kind: "hide-all" });
	await until("the box to be out", async () => (await tab.$(BIO)) === null);
	await (await stage.desk.pressSwitch(tab)).close();
	await until("the box to be back", () => isSeen(tab, BIO));
	assert.equal(await readSource(tab), await seePlain(stage.site.address(PAGE)));
});
