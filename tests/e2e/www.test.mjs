/** The demo page, as a visitor uses it: nothing of the pages that are tried on it runs or is loaded. */

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { launch } from "../browser/launch.mjs";
import { readTexts } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { serve } from "../browser/site.mjs";
import { NAME, ROOT, readPage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @type {import("../browser/launch.mjs").Session} */
let session;
/** @type {import("../browser/site.mjs").Site} */
let site;
/** @type {Page} */
let page;
let folder = "";

before(async () => {
	folder = await mkdtemp(join(tmpdir(), "endmark-www-"));
	site = await serve(`${ROOT}dist/www`);
	session = await launch({ name: NAME, offline: true });
	page = await session.browser.newPage();
	await page.evaluateOnNewDocument(() => {
		const made = new Map();
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => {
			const address = make(blob);
			made.set(address, blob);
			return address;
		};
		Object.assign(window, { made });
	});
	await page.goto(site.address("/index.html"), { waitUntil: "load" });
});
after(async () => {
	await session?.close();
	await site?.close();
	await rm(folder, { recursive: true, force: true });
});

/** What a frame holds of a selector. @param {"before" | "after"} frame @param {string} selector */
const count = (frame, selector) =>
	page.evaluate(
		(frame, selector) => {
			const { contentDocument } = /** @type {HTMLIFrameElement} */ (document.getElementById(frame));
			return contentDocument?.querySelectorAll(selector).length ?? -1;
		},
		frame,
		selector,
	);

/** @param {"before" | "after"} frame @param {string} selector @param {number} number */
const waitFor = (frame, selector, number) =>
	until(`${number} × ${selector} ${frame}`, async () => (await count(frame, selector)) === number);

const listBlocks = () => readTexts(page, "#blocks .words");
const readFault = async () => (await readTexts(page, "#fault:not([hidden])"))[0] ?? "";

/** @param {string} name @param {string | Buffer} content */
async function open(name, content) {
	const path = join(folder, name);
	await writeFile(path, content);
	const input = await page.$("#file");
	await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
}

/** What the link downloads. */
async function download() {
	const bytes = await page.evaluate(async () => {
		const { made } = /** @type {any} */ (window);
		const { href } = /** @type {HTMLAnchorElement} */ (document.getElementById("download"));
		return [...new Uint8Array(await made.get(href).arrayBuffer())];
	});
	return Buffer.from(bytes);
}

/** Whether bytes are left over when parts are taken out of others. @param {Buffer} part @param {Buffer} whole */
function isLeftOf(part, whole) {
	let at = 0;
	for (const byte of part) {
		at = whole.indexOf(byte, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

it("cleans a sample at once, and shows it before and after", async () => {
	await until("the blocks", async () => (await listBlocks()).length === 6);
	await waitFor("before", "#author-box", 1);
	await waitFor("after", "#author-box", 0);
	assert.ok((await count("after", ".entry p")) > 3);
	assert.equal(await count("after", ".entry p"), (await count("before", ".entry p")) - 1);
});

it("shows where a block stood when its line is clicked", async () => {
	const top = () => page.$eval("#before", (frame) => /** @type {any} */ (frame).contentWindow.scrollY);
	assert.equal(await top(), 0);
	await page.locator("section[aria-labelledby=category-author-bio] .words").click();
	await until("the place", async () => (await count("before", "#author-box[data-endmark-seen]")) === 1);
	assert.ok((await top()) > 0);
});

it("gives one block back, and takes it off again", async () => {
	const button = "section[aria-labelledby=category-author-bio] button";
	await page.locator(button).click();
	await waitFor("after", "#author-box", 1);
	assert.equal(await count("after", "#related_posts"), 0);
	await page.locator(button).click();
	await waitFor("after", "#author-box", 0);
});

it("follows a category's switch at once", async () => {
	await page.locator("#take-share").click();
	await waitFor("after", ".share-post", 1);
	assert.equal((await listBlocks()).length, 5);
	await page.locator("#take-share").click();
	await waitFor("after", ".share-post", 0);
});

it("offers the clean page byte by byte, in its own encoding", async () => {
	const russian = (await readPage("sahifa")).replace(
		/<meta charset="?utf-8"?>/i,
		"<meta charset=windows-1251>",
	);
	assert.match(russian, /windows-1251/);
	const source = Buffer.from(russian.replace("Night", "\xCD\xEE\xF7\xFC"), "latin1");
	await open("russian.html", source);
	await until("the title", () =>
		page.$eval("#after", (frame) => /** @type {any} */ (frame).contentDocument.title.includes("Ночь")),
	);
	const clean = await download();
	assert.ok(clean.length < source.length && isLeftOf(clean, source));
	assert.ok(clean.includes(Buffer.from([0xcd, 0xee, 0xf7, 0xfc])));
	assert.ok(!clean.includes('author-box"'));
	assert.equal(await page.$eval("#download", (link) => /** @type {any} */ (link).download), "russian.html");
});

it("runs nothing of a page and loads nothing for it", async () => {
	const far = (/** @type {string} */ path) => site.address(`/canary-${path}`, "far");
	const baits = `<base href="${far("base/")}"><meta http-equiv=refresh content="1;url=${far("refresh")}">
		<link rel=stylesheet href="${far("style")}"><link rel=preload as=image href="${far("preload")}">
		<script src="${far("script")}"></script><script>fetch("${far("fetch")}"); document.title = "ran";</script>
		<style>@import "${far("import")}"; @font-face {font-family:x;src:url(${far("font")})} body {font-family:x;background:url(${far("background")})}</style>`;
	const inside = `<img src="${far("image")}" srcset="${far("set")} 2x" onerror="fetch('${far("handler")}')"><iframe src="${far("frame")}"></iframe>
		<video src="${far("video")}" poster="${far("poster")}" autoplay></video><object data="${far("object")}"></object>
		<svg><image href="${far("svg")}"/></svg><form action="${far("form")}"><button id="send">Send</button></form><a id="away" href="${far("link")}">away</a>`;
	const source = (await readPage("sahifa"))
		.replace("<head>", `<head>${baits}`)
		.replace('<div class="entry">', `<div class="entry">${inside}`);
	assert.match(source, /canary-base.*canary-form/s);
	await open("baits.html", source);
	await waitFor("after", "#away", 1);
	for (const frame of ["#before", "#after"]) {
		for (const id of ["away", "send"]) {
			await page.$eval(
				frame,
				(frame, id) => /** @type {any} */ (frame).contentDocument.getElementById(id).click(),
				id,
			);
		}
	}
	await new Promise((resume) => setTimeout(resume, 2500));
	assert.deepEqual(
		site.asked.filter((path) => path.includes("canary")),
		[],
	);
	assert.equal(await count("after", "#away"), 1, "the frame went elsewhere");
});

it("takes a page that is pasted, with its address", async () => {
	await page.locator("#paste-toggle").click();
	await page.$eval(
		"#html",
		(area, html) => {
			/** @type {HTMLTextAreaElement} */ (area).value = html;
		},
		await readPage("ghost"),
	);
	await page.type("#address", "https://blog.example/2026/a-story/");
	await page.locator("#paste button").click();
	await until("the page", async () => (await count("before", ".gh-article, .post, article")) > 0);
	assert.ok((await listBlocks()).length > 0);
});

it("leaves what is no article, and says why", async () => {
	await page.select("#sample", "forum-discourse");
	await until("the word on it", async () => (await readTexts(page, "#why"))[0]?.includes("discussion"));
	assert.deepEqual(await listBlocks(), []);
	assert.deepEqual(await download(), await readFile(`${ROOT}tests/pages/forum-discourse.html`));
});

it("says what it cannot read", async () => {
	await open("picture.html", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
	await until("a word on it", async () => /no text/.test(await readFault()));
	await open("wide.html", Buffer.from("\uFEFF<p>wide</p>", "utf16le"));
	await until("a word on it", async () => /UTF-16/.test(await readFault()));
	await open("many.html", "<b></b>".repeat(70_000));
	await until("a word on it", async () => /65536 elements/.test(await readFault()));
	await page.select("#sample", "avada");
	await until("the next page", async () => (await readFault()) === "" && (await listBlocks()).length > 0);
});

it("tells how far it is with a large page", async () => {
	await page.evaluate(() => {
		const bar = /** @type {HTMLProgressElement} */ (document.getElementById("progress"));
		const shares = /** @type {any} */ (window).shares ?? [];
		Object.assign(window, { shares });
		new MutationObserver(() => shares.push(bar.value)).observe(bar, { attributes: true });
	});
	const filler = `<!-- ${"x".repeat(1000)} -->`.repeat(8000);
	await open("large.html", (await readPage("sahifa")).replace("</body>", `${filler}</body>`));
	await until("the blocks", async () => (await listBlocks()).length === 6);
	const shares = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).shares));
	assert.ok(
		shares.some((share) => share > 0 && share < 1),
		JSON.stringify(shares.slice(0, 10)),
	);
});

it("puts its policy first whatever stands before the doctype", async () => {
	const image = `<img src="${site.address("/canary-early", "far")}">`;
	for (const before of ["<!-- a -->\n".repeat(20_000), `<!-->${image}-->`, `<!--->${image}<!-- -->`]) {
		await open(
			"early.html",
			`${before}<!doctype html>${(await readPage("sahifa")).replace(/<!doctype[^>]*>/i, "")}`,
		);
		await until("the blocks", async () => (await listBlocks()).length === 6);
		await page.select("#sample", "avada");
		await until("the sample", async () => (await count("after", ".post-content")) > 0);
	}
	assert.deepEqual(
		site.asked.filter((path) => path.includes("canary")),
		[],
	);
});

it("says so where the module cannot be had", async () => {
	site.put("/demo_bg.wasm", { body: "gone", status: 404 });
	const broken = await session.browser.newPage();
	await broken.goto(site.address("/index.html"), { waitUntil: "load" });
	await until("a word on it", async () => (await readTexts(broken, "#fault:not([hidden])")).length === 1);
});
