/** Characters that no text should have, and parts of a page that are no plain HTML: what can be read is, and nothing else changes. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen, readSource } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { addScript, openStage, readPage, seePlain } from "../browser/stage.mjs";

/** @typedef {import("../browser/report.mjs").Report} Report */

const BIO = "#author-box";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

/** @param {string} path @param {string} html */
function openAs(path, html) {
	stage.site.put(path, html);
	return stage.open(stage.site.address(path));
}

/** Puts into labels what nobody sees, and into names what nobody writes. */
const makeOdd = () => {
	const unseen = ["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff"];
	const lone = ["\ud800", "\udfff", "\0", "\u{1f600}"];
	for (const [at, heading] of document.querySelectorAll("h3, h4, .widget-title").entries()) {
		const text = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode();
		if (text) text.nodeValue = text.nodeValue?.replace(/\B/, unseen[at % unseen.length]) ?? null;
	}
	for (const [at, element] of document.querySelectorAll("[class]").entries())
		element.setAttribute("class", `${element.getAttribute("class")} x${lone[at % lone.length]}`);
	for (const [at, line] of document.querySelectorAll("p").entries()) line.append(lone[at % lone.length]);
};

it("takes off the same where labels, names and text have odd characters, and writes none back", async () => {
	const page = await readPage("sahifa");
	/** @param {Report} report */
	const list = ({ blocks }) => blocks.map(({ category, rule }) => ({ category, rule }));
	const twin = await stage.open(stage.site.address("/sahifa.html"));
	const { tab, report } = await openAs("/odd", addScript(page, `(${makeOdd})()`));
	assert.equal(report.state, "done", report.why ?? "");
	assert.deepEqual(list(report), list(twin.report));
	await stage.desk.tell(tab, { kind: "show-all" });
	assert.equal(await readSource(tab), await seePlain(stage.site.address("/odd")));
});

/** What looks like clutter, in a part that is not read. @param {string} part */
const box = (part) => `<section class="author-box" id="in-${part}"><h3>About the author</h3>
	<p>Ines Calder has written about harbours since 1998.</p></section>`;

/** Gives the elements of these names a shadow root with such a box in it. @param {Record<string, string>} boxes */
const castShadows = (boxes) => {
	const shadows = {};
	for (const [name, box] of Object.entries(boxes)) {
		const mode = name === "closed" ? "closed" : "open";
		const root = /** @type {Element} */ (document.querySelector(`#${name}`)).attachShadow({ mode });
		root.innerHTML = `<div><slot></slot>${box}</div>`;
		Object.assign(shadows, { [name]: root });
	}
	Object.assign(window, { shadows });
};

/** Whether the box in a shadow root can be seen. @param {import("puppeteer-core").Page} tab @param {string} name */
const isSeenIn = (tab, name) =>
	tab.evaluate(
		(name) => /** @type {any} */ (window).shadows[name].querySelector(`#in-${name}`).checkVisibility(),
		name,
	);

/** An article with shadow roots, a template, a drawing and a formula in it. */
async function openMixed() {
	const shadows = `<div id="open"></div><div id="around"><p id="slotted">In the slot.</p></div><div id="closed"></div>`;
	const parts = `<template>${box("template")}</template>
		<svg class="share-post" viewBox="0 0 9 9"><title>A map</title><rect width="9" height="9"/></svg>
		<math class="comments"><mi class="related">x</mi><mo>=</mo><mn>1</mn></math>`;
	const boxes = JSON.stringify({
		open: box("open"),
		around: box("around"),
		closed: box("closed"),
	}).replaceAll("</", "<\\/");
	const page = (await readPage("sahifa"))
		.replace('<div class="entry">', `$&${parts}`)
		.replace('<div class="share-post">', `${shadows}$&`);
	return openAs("/mixed", addScript(page, `(${castShadows})(${boxes})`));
}

it("leaves closed shadow roots, templates, drawings and formulas, and takes off what is around them", async () => {
	const { tab } = await openMixed();
	assert.equal(await isSeen(tab, BIO), false);
	assert.equal(await isSeenIn(tab, "closed"), true);
	assert.equal(await isSeen(tab, "#slotted"), true);
	for (const left of ["#slotted", "svg title", "math mi", ".entry p"])
		assert.equal(
			await tab.$eval(left, (one) => one.getAttributeNames().some((name) => name.length === 12)),
			false,
		);
	assert.equal(await isSeen(tab, "math"), true);
	await stage.desk.tell(tab, { kind: "show-all" });
	assert.equal(await readSource(tab), await seePlain(stage.site.address("/mixed")));
});

it("takes off what stands in an open shadow root, and gives it back", async () => {
	const { tab } = await openMixed();
	await until("the box to go", async () => !(await isSeenIn(tab, "open")));
	await stage.desk.tell(tab, { kind: "show-all" });
	assert.equal(await isSeenIn(tab, "open"), true);
});

/** Moves all that is in the body into an open shadow root in another one, as pages made of components are. */
const moveIntoShadows = () => {
	const outer = document.createElement("app-root").attachShadow({ mode: "open" });
	const inner = document.createElement("article-view").attachShadow({ mode: "open" });
	inner.append(...document.body.childNodes);
	outer.append(inner.host);
	document.body.append(outer.host);
	Object.assign(window, { view: inner });
};

it("cleans an article that stands in shadow roots itself", async () => {
	const page = await readPage("sahifa");
	const { tab, report } = await openAs("/components", addScript(page, `(${moveIntoShadows})()`));
	assert.equal(report.state, "done", report.why ?? "");
	/** @param {string} selector */
	const isSeenInView = (selector) =>
		tab.evaluate((one) => /** @type {any} */ (window).view.querySelector(one).checkVisibility(), selector);
	await until("the bio to go", async () => !(await isSeenInView(BIO)));
	assert.equal(await isSeenInView(".entry p"), true);
	const host = new URL(tab.url()).hostname;
	await stage.desk.ask({ kind: "site", host, on: false });
	try {
		await until("the bio is seen again", () => isSeenInView(BIO));
		const left = await tab.evaluate(() => {
			const { view } = /** @type {any} */ (window);
			const names = [...view.querySelectorAll("*")].flatMap((one) => one.getAttributeNames());
			return { sheets: view.adoptedStyleSheets.length, marks: names.filter((name) => name.length === 12) };
		});
		assert.deepEqual(left, { sheets: 0, marks: [] });
	} finally {
		await stage.desk.ask({ kind: "site", host, on: true });
	}
});

it("cleans a page that is XHTML", async () => {
	const twin = await stage.open(stage.site.address("/avada.html"));
	await stage.desk.tell(twin.tab, { kind: "show-all" });
	const body = await twin.tab.evaluate(() => new XMLSerializer().serializeToString(document));
	stage.site.put("/strict", { body, type: "application/xhtml+xml" });
	const { tab, report } = await stage.open(stage.site.address("/strict"));
	assert.equal(await tab.evaluate(() => document.contentType), "application/xhtml+xml");
	assert.equal(report.state, "done", report.why ?? "");
	assert.deepEqual(
		report.blocks.map(({ rule }) => rule),
		twin.report.blocks.map(({ rule }) => rule),
	);
	assert.equal(await isSeen(tab, ".about-author"), false);
});
