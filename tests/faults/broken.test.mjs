/** Broken markup: the article's text stays, and what is given back is the document that the browser made of it. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { launch } from "../browser/launch.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { FORM, START } from "../browser/passage.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const LINE =
	"The harbour master read the letter twice, folded it along the old crease and put it in the tin with the others, because there was nothing in it that the tide would not decide by itself. ";
const ARTICLE = `<article><h1>A letter for the harbour master</h1>${`<p class="text">${LINE.repeat(3)}</p>`.repeat(6)}</article>`;
/** The paragraphs of the article end by themselves. */
const OPEN = ARTICLE.replaceAll("</p>", "");
const BIO =
	'<section id="author-box" class="author-box"><h3>About the author</h3>Ines Calder writes about harbours.';

/** @type {Record<string, string>} */
const BODIES = {
	"a list that holds the rest of the page": `${ARTICLE}<select><xmp><script>${FORM}`,
	"text without end": `${ARTICLE}<plaintext>${FORM}`,
	"a comment without end": `${ARTICLE}<!-- ${FORM}`,
	"a script without end": `${ARTICLE}<script>${FORM}`,
	"a field without end": `${ARTICLE}<textarea>${FORM}`,
	"a box around all that comes after it": `${BIO}${ARTICLE}${FORM}`,
	"a box that ends in another order": `<b>${BIO}x</b>y</section>${ARTICLE}${FORM}`,
	"a box before its table": `<table>${BIO}<tr><td>Cell</table>${ARTICLE}${FORM}`,
	"items and paragraphs without end tags": `<ul><li class="wp-block-post-author-biography">Bio<li>One<li>Two</ul>${OPEN}`,
};

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** A browser without the extension, and a tab in each. @type {import("../browser/launch.mjs").Session} */
let bareSession;
/** @type {Page} */
let bare;
/** @type {Page} */
let tab;
before(async () => {
	stage = await openStage();
	bareSession = await launch({ name: NAME, offline: true });
	bare = await bareSession.browser.newPage();
	tab = await stage.desk.openTab();
});
after(async () => {
	await bareSession?.close();
	await stage?.close();
});

/** @param {string} name @param {string} html */
function check(name, html) {
	const path = `/${name.replaceAll(" ", "-")}`;
	it(`leaves the text and gives the document back as it was: ${name}`, async () => {
		stage.site.put(path, html);
		const address = stage.site.address(path);
		await bare.goto(address, { waitUntil: "load" });
		await tab.goto(address, { waitUntil: "load" });
		await stage.desk.settled(tab);
		const texts = (/** @type {Page} */ page) =>
			page.$$eval(".text", (lines) =>
				lines.filter((line) => line.checkVisibility()).map((line) => line.textContent),
			);
		assert.deepEqual(await texts(tab), await texts(bare));
		assert.equal(await isSeen(tab, "h1"), html.includes("<h1>"));
		await stage.desk.tell(tab, { kind: "show-all" });
		assert.equal(await readSource(tab), await readSource(bare));
	});
}

for (const [name, body] of Object.entries(BODIES)) check(name, `${START}</head><body>${body}`);
check("frames instead of a body", "<html><frameset><frame src=/login.html></frameset>");
