/** Forms, pictures and frames whose names cover what the DOM is read through, and SVG whose class is no string. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { listen } from "../browser/heard.mjs";
import { isSeen, look } from "../browser/look.mjs";
import { openStage, readPage } from "../browser/stage.mjs";

const NAMES = [
	..."parentNode parentElement children childNodes firstChild lastChild nextSibling previousSibling".split(
		" ",
	),
	..."firstElementChild nextElementSibling attributes getAttribute setAttribute hasAttribute".split(" "),
	..."removeAttribute classList className id name tagName nodeName localName nodeType ownerDocument".split(
		" ",
	),
	..."textContent innerText matches closest contains querySelector querySelectorAll remove isConnected".split(
		" ",
	),
	..."children checkVisibility getBoundingClientRect getElementsByTagName append".split(" "),
];
const INPUTS = NAMES.map((name) => `<input type="hidden" name="${name}">`).join("");
const GLOBALS = `<img name="body" alt=""><img name="documentElement" alt=""><embed name="head">
<iframe name="querySelectorAll"></iframe><object name="getElementById"></object><form id="createTreeWalker"></form>
<form name="documentElement"><input name="querySelectorAll"></form><a id="chrome"></a><a id="wasm_bindgen"></a>
<a id="endmarkEngine"></a><a id="WebAssembly"></a><img id="MutationObserver" name="forms" alt="">`;
const DRAWING = `<svg class="comments author-box" id="comments-icon" viewBox="0 0 9 9"><g class="related"><title>x</title><rect width="9" height="9"/></g></svg>`;
const TAKEN = [
	"#author-box",
	"#related_posts",
	"#check-also-box",
	"#comments-box",
	"#respond",
	".share-post",
];

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

/** @param {string} page */
const clobber = (page) =>
	page
		.replace(/<script>[\s\S]*?<\/script>/, "")
		.replace('<section id="author-box">', `<form>${INPUTS}<section id="author-box">`)
		.replace('<div class="post-navigation">', '</form><div class="post-navigation">')
		.replace('class="comment-form" novalidate>', `class="comment-form" novalidate>${INPUTS}`)
		.replace('<div class="entry">', `<div class="entry">${DRAWING}`)
		.replace(/<body([^>]*)>/, `<body$1>${GLOBALS}`);

it("takes off what it takes off without those names", async () => {
	const page = await readPage("sahifa");
	stage.site.put("/clobbered", clobber(page));
	const twin = await stage.open(stage.site.address("/sahifa.html"));
	const tab = await stage.desk.openTab();
	const heard = listen(tab);
	await tab.goto(stage.site.address("/clobbered"), { waitUntil: "load" });
	const report = await stage.desk.settled(tab);
	assert.equal(report.state, "done", report.why ?? "");
	/** @param {typeof report} report */
	const summarise = ({ blocks }) => blocks.map(({ category, rule, words }) => ({ category, rule, words }));
	assert.deepEqual(summarise(report), summarise(twin.report));
	for (const selector of TAKEN) assert.equal(await isSeen(tab, selector), false, selector);
	assert.deepEqual(await look(tab, [".entry"]), await look(twin.tab, [".entry"]));
	assert.deepEqual(heard, []);
});
