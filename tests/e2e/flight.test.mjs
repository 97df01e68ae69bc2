/** In Firefox what is certain can be marked while the page comes in: never seen, never loaded, and given back like all else. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { writeSheet } from "../../extension/background/sheet.js";
import { terminate } from "../browser/firefox.mjs";
import { ONLY_FIREFOX, openSwitch, SIGNAL, switchFlight, watchFrames } from "../browser/flight.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { inPieces } from "../browser/site.mjs";
import { NAME, openStage, ROOT, readPage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/certain";
const BIO = "#author-box";
/** What blocks that are certain from their markup would load. */
const LOADS = ["/avatar.png", "/frame.html", "/respond.png"];

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let options;

/** The Sahifa page with blocks that load something. */
async function makePage() {
	const page = await readPage("sahifa");
	const loads = '<img src="/avatar.png" width="80" height="80"><iframe src="/frame.html"></iframe>';
	return page
		.replace(/<section id="author-box"[^>]*>/, `$&${loads}`)
		.replace(/<div id="respond"[^>]*>/, '$&<img src="/respond.png">');
}

/** What was asked for of what the blocks would load, in some order. */
const listLoads = () => LOADS.filter((path) => stage.site.asked.includes(path));

/** Opens a page and waits until the extension is done with it. @param {string} [path] @param {string} [site] */
async function open(path = PAGE, site = "news") {
	stage.site.asked.length = 0;
	return stage.open(stage.site.address(path, site));
}

/** How many attributes are left of those that are added. @param {Page} tab */
const countAdded = (tab) =>
	tab.evaluate(
		() =>
			[...document.querySelectorAll("*")].filter((element) =>
				element
					.getAttributeNames()
					.some((name) => /^[a-z][a-z0-9]{11}(-before)?$/.test(name) && /\d/.test(name)),
			).length,
	);

before(async () => {
	stage = await openStage();
	stage.site.put(PAGE, await makePage());
	stage.site.put("/frame.html", "<p>Frame</p>");
});
after(() => stage?.close());

it("hides by a sheet that stands ready as by one that is inserted", async () => {
	const sheet = (await readFile(`${ROOT}extension/flight.css`, "utf8")).replace(/\/\*.*?\*\//gs, "");
	const names = Array.from(sheet.matchAll(/^\[([a-z0-9]+)="seen"\]/gm), ([, name]) => name);
	assert.equal(new Set(names).size, 64);
	/** @param {string} css */
	const plain = (css) => css.replace(/\s|;(?=\s*\})/g, "");
	assert.equal(plain(sheet), plain(names.map(writeSheet).join("")));
});

it("is offered where the browser has it, and off until the user wants it", async () => {
	if (NAME === "chrome") {
		options = await stage.desk.openOptions();
		await until("the options", () => options.$("#categories input"));
		assert.equal(await isSeen(options, "#flight-choice"), false);
	} else {
		options = await openSwitch(stage);
		assert.equal(
			await options.$eval("#flight", (input) => /** @type {HTMLInputElement} */ (input).checked),
			false,
		);
	}
	const { report } = await open();
	assert.equal(report.blocks.length, 6);
	assert.deepEqual(listLoads(), LOADS);
});

describe("switched on", ONLY_FIREFOX, () => {
	/** What a page is where the extension is off. @param {string} [path] */
	async function readPlain(path = PAGE) {
		await stage.desk.ask({ kind: "site", host: "plain.localhost", on: false });
		const tab = await stage.visit(stage.site.address(path, "plain"));
		const source = await readSource(tab);
		await tab.close();
		return source;
	}

	before(() => switchFlight(options, true));

	it("takes off the same, and nothing of what is certain is loaded", async () => {
		const { tab, report } = await open();
		assert.deepEqual(
			report.blocks.map(({ category, shown }) => [category, shown]),
			[
				["teaser", false],
				["share", false],
				["author-bio", false],
				["teaser", false],
				["teaser", false],
				["comments", false],
			],
		);
		await pause(500);
		assert.deepEqual(listLoads(), []);
		assert.equal(await isSeen(tab, BIO), false);
		await tab.close();
	});

	it("never shows in any frame what is certain, from the first paint on", async () => {
		const page = (await makePage()).replace(
			"</head>",
			`<style>#author-box, #respond { background: ${SIGNAL} !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 50vw; height: 50vh; z-index: 99 }</style></head>`,
		);
		const at = page.indexOf("</section>", page.indexOf('id="author-box"'));
		stage.site.put("/slow", inPieces([page.slice(0, at), page.slice(at, -20), page.slice(-20)], [700, 700]));
		for (const [on, site] of /** @type {const} */ ([
			[true, "news"],
			[false, "plain"],
		])) {
			if (!on) await stage.desk.ask({ kind: "site", host: "plain.localhost", on: false });
			const tab = await stage.desk.openTab();
			await tab.bringToFront();
			const end = await watchFrames(stage);
			await tab.goto(stage.site.address("/slow", site), { waitUntil: "load" });
			await pause(300);
			const { frames, signals } = await end();
			assert.ok(frames > 5, `only ${frames} frames were seen`);
			if (on) assert.equal(signals, 0, `${signals} of ${frames} frames show it`);
			else assert.ok(signals > 2, `only ${signals} of ${frames} frames show what is not hidden`);
			await tab.close();
		}
	});

	it("gives one block back with what it loads, and then the whole document as it was", async () => {
		const { tab, report } = await open();
		const bio = report.blocks.find(({ category }) => category === "author-bio");
		await stage.desk.tell(tab, { kind: "show", id: bio?.id });
		await until("what the block loads", async () => listLoads().length === 2);
		assert.deepEqual(listLoads(), ["/avatar.png", "/frame.html"]);
		await stage.desk.tell(tab, { kind: "show-all" });
		await until("what the others load", async () => listLoads().length === 3);
		assert.equal(await countAdded(tab), 0);
		assert.equal(await readSource(tab), await readPlain());
		await tab.close();
	});

	it("gives everything back when the site is switched off", async () => {
		const { tab } = await open(PAGE, "off");
		await (await stage.desk.pressSwitch(tab)).close();
		await until("everything", async () => listLoads().length === 3);
		assert.equal(await readSource(tab), await readPlain());
		await tab.reload({ waitUntil: "load" });
		assert.equal(await countAdded(tab), 0);
		await tab.close();
	});

	it("leaves what the user does not want taken off", async () => {
		await stage.desk.ask({
			kind: "site-category",
			host: "some.localhost",
			category: "author-bio",
			on: false,
		});
		const { tab } = await open(PAGE, "some");
		assert.equal(await isSeen(tab, BIO), true);
		assert.deepEqual(listLoads(), ["/avatar.png", "/frame.html"]);
		await tab.close();
	});

	it("marks nothing where a block is to stay that only the finished page can tell", async () => {
		const first = await open(PAGE, "kept");
		const bio = first.report.blocks.find(({ category }) => category === "author-bio");
		await stage.desk.ask({ kind: "keep", host: "kept.localhost", key: bio?.key, stays: true, tab: 0 });
		await first.tab.close();
		const { tab } = await open(PAGE, "kept");
		assert.equal(await isSeen(tab, BIO), true);
		assert.deepEqual(listLoads(), LOADS);
		await tab.close();
	});

	it("shows the block that the address points at", async () => {
		const { tab } = await open(`${PAGE}#respond`, "pointed");
		assert.equal(await isSeen(tab, "#respond"), true);
		assert.equal(await isSeen(tab, BIO), false);
		await until("its place", () =>
			tab.$eval("#respond", (form) => Math.abs(form.getBoundingClientRect().top) < innerHeight),
		);
		await tab.close();
	});

	it("gives back what it marked on a page that turns out to be no article", async () => {
		const start =
			'<!DOCTYPE html><html lang="en"><head><meta property="og:type" content="article"></head><body>';
		const block = '<section id="author-box"><img src="/avatar.png"></section><p>Few words.</p>';
		stage.site.put("/short", `${start}${block}</body></html>`);
		const { tab, report } = await open("/short");
		assert.equal(report.state, "not-article");
		await until("what the block loads", async () => listLoads().length === 1);
		assert.equal(await readSource(tab), await readPlain("/short"));
		await tab.close();
	});

	it("goes on after the background has ended, and ends when it is switched off", async () => {
		// Firefox wakes the background for listeners that it set as it woke up: from the second time on.
		await terminate(stage.session);
		await (await open()).tab.close();
		await terminate(stage.session);
		const { tab } = await open();
		assert.deepEqual(listLoads(), []);
		await switchFlight(options, false);
		await tab.close();
		const { tab: next, report } = await open();
		assert.deepEqual(listLoads(), LOADS);
		assert.equal(report.blocks.length, 6);
		await next.close();
	});
});
