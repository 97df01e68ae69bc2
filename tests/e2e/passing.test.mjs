/** What comes in through the extension in Firefox is what the server sent, byte for byte, whatever it sends and however. */

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { encode } from "../browser/encode.mjs";
import { ONLY_FIREFOX } from "../browser/flight.mjs";
import { readSource } from "../browser/look.mjs";
import { ADDED, FORM, HTML, inPieces, openPassage, START } from "../browser/passage.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/site.mjs").Answer} Answer */

/** @type {import("../browser/passage.mjs").Passage} */
let passage;
/** @type {import("../browser/stage.mjs").Stage} */
let stage;

before(async () => {
	if (NAME !== "firefox") return;
	passage = await openPassage();
	({ stage } = passage);
});
after(() => passage?.close());

/** A frame of one block that is not compressed, which any reader of zstd reads. @param {Buffer} bytes fewer than 128 KB */
function storeAsZstd(bytes) {
	const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0, 0, 0, 0]);
	head.writeUInt32LE(bytes.length, 5);
	head.writeUIntLE(bytes.length * 8 + 1, 9, 3);
	return Buffer.concat([head, bytes]);
}

/** Every byte of the page comes through, in its order, and nothing but marks is added. @param {string} page */
async function checkBytes(page) {
	await passage.check(page);
	const { written } = await passage.look();
	assert.equal(written.replace(ADDED, ""), Buffer.from(page).toString("latin1"));
}

describe("bytes", ONLY_FIREFOX, () => {
	const text = "<p>Мир, hello — 記事. ".repeat(30);
	const article = `${START}</head><body><article><h1>Title</h1>${text}</article>${FORM}</body></html>`;

	it("come as the server sends them, in pieces of any size", async () => {
		const bytes = Buffer.from(article);
		for (const size of [1, 7, 64]) {
			const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
				bytes.subarray(at * size, (at + 1) * size),
			);
			await passage.check(inPieces(pieces, () => new Promise((next) => setImmediate(next))));
		}
	});

	it("come compressed in any way, or fail as they do without us", async () => {
		const ways = {
			gzip: gzipSync,
			br: brotliCompressSync,
			deflate: deflateSync,
			zstd: storeAsZstd,
			identity: Buffer.from,
		};
		for (const [name, compress] of Object.entries(ways)) {
			const answer = { body: compress(Buffer.from(article)), headers: { "content-encoding": name } };
			await passage.check(answer);
			assert.match((await passage.readPlain(passage.put(answer))).source, /hello — 記事/, name);
		}
		const wrong = passage.put({ body: article, headers: { "content-encoding": "gzip" } });
		for (const site of ["news", "plain"]) {
			const tab = await stage.desk.openTab();
			tab.goto(stage.site.address(wrong, site)).catch(() => {});
			await until("the browser's own word", () =>
				tab.evaluate(() => document.documentURI.startsWith("about:neterror")),
			);
			await tab.close();
		}
	});

	it("stay what they are in any encoding, told by the server, by the page, late, or twice", async () => {
		/** @type {[string, string][]} */
		const encodings = [
			["windows-1251", "Мир и статья"],
			["iso-8859-2", "Článek a žluťoučký kůň"],
			["shift_jis", "記事 ソ表示能"],
			["gbk", "文章 评论 一丁丂"],
			["big5", "文章 評論 功許蓋"],
			["euc-kr", "기사 댓글"],
		];
		for (const [label, words] of encodings) {
			const meta = `<meta charset="${label}"><title>`;
			const end = `</title></head><body><article><p>${words}</p></article>${FORM}</body></html>`;
			const told = encode(`${START}<title>${words}${end}`, label);
			await passage.check({ body: told, type: `text/html; charset=${label}` });
			const late = encode(`${START}<!--${"x".repeat(5000)}-->${meta}${words}${end}`, label);
			await passage.check({ body: late, type: "text/html" });
		}
		const contrary = encode(`${START}<meta charset="koi8-r"><title>Мир${FORM}`, "windows-1251");
		await passage.check({ body: contrary, type: HTML });
	});

	it("flow by in encodings without ASCII, and in those that change their state", async () => {
		const page = `${START}</head><body><p>Text</p>${FORM}</body></html>`;
		const little = Buffer.from(`\ufeff${page}`, "utf16le");
		await passage.check({ body: little, type: "text/html" });
		await passage.check({ body: Buffer.from(little).swap16(), type: "text/html" });
		await passage.check({ body: Buffer.from(`\ufeff${page}`), type: "text/html" });
		await passage.check({ body: page, type: "text/html; charset=x-user-defined" });
		await passage.check({ body: page, type: "text/html; charset=utf-99" }, "left alone");
		const japanese = Buffer.from(page.replace("Text", "\x1b$B5-;v<div>\x1b(B"));
		await passage.check({ body: japanese, type: "text/html; charset=iso-2022-jp" }, "left alone");
		await passage.check({ body: japanese, type: "text/html" });
	});

	it("are all there, and make the same document, where tags are broken, swallowed or left out", async () => {
		const bio = '<section id="author-box" class="bio">Bio<img src="/a.png">';
		for (const body of [
			`<select><xmp><script>${FORM}`,
			`<p>Text<plaintext>${FORM}`,
			`<p>Text<!-- ${FORM}`,
			`<p>Text<script>${FORM}`,
			`<p>Text<textarea>${FORM}`,
			`<p>Text</p>${bio}<article><p>More text</article>`,
			`<b>${bio}x</b>y</section><article><p>More text</article>`,
			`<table>${bio}<tr><td>Cell<td><img src=/c.png></table><p>More text`,
			`<ul><li class="wp-block-post-author-biography">Bio<li>One<li>Two</ul><p>More text`,
		]) {
			await checkBytes(`${START}</head><body>${body}`);
		}
		await checkBytes("<html><frameset><frame src=/f.html></frameset>");
	});

	it("are not held back, and end as they do without us where the server goes away", async () => {
		const pieces = [`${START}</head><body><p id=one>One</p>`, "<p id=two>Two</p>", FORM];
		const ends = [];
		for (const site of ["plain", "news"]) {
			/** @type {(value?: unknown) => void} */
			let goOn = () => {};
			const seen = new Promise((resume) => {
				goOn = resume;
			});
			const wait = (/** @type {number} */ at) => (at === 0 ? seen : pause(100));
			const path = passage.put(inPieces(pieces, wait, (response) => response.socket?.destroy()));
			const tab = await stage.desk.openTab();
			const address = stage.site.address(path, site);
			tab.goto(address).catch(() => {});
			/** @param {string} selector */
			const isThere = (selector) =>
				until(selector, () =>
					tab.evaluate(
						(at, selector) => location.href === at && document.querySelector(selector) !== null,
						address,
						selector,
					),
				);
			await isThere("#one");
			goOn();
			await isThere("#respond");
			await pause(1000);
			ends.push(await tab.evaluate(() => [document.readyState, document.querySelector("#two")?.textContent]));
			await tab.close();
		}
		assert.deepEqual(ends[1], ends[0]);
		await passage.check(article);
	});

	it("flow on where the server is silent for long", async () => {
		const pieces = [
			`${START}</head><body><p id=one>One</p><div id=respond class=`,
			'"comment-respond">x</div>',
		];
		const silent = passage.put(inPieces(pieces, (at) => pause(at === 0 ? 6000 : 0)));
		assert.deepEqual(
			await passage.readGivenBack(silent),
			await passage.readPlain(passage.put(pieces.join(""))),
		);
	});

	it("flow on unmarked after ten megabytes, without end", async () => {
		const paragraph = `<p>${"word ".repeat(200)}</p>`;
		const path = passage.put({
			body: "",
			async send(response) {
				response.writeHead(200, { "content-type": HTML });
				response.write(`${START}</head><body>`);
				for (let size = 0; size < 12 << 20; size += 100 * paragraph.length) {
					if (!response.write(paragraph.repeat(100)))
						await new Promise((next) => response.once("drain", next));
				}
				response.end(FORM);
			},
		});
		const tab = await stage.visit(stage.site.address(path));
		const source = await readSource(tab);
		assert.ok(source.length > 12 << 20);
		assert.match(source, /<div id="respond" class="comment-respond"/);
		await tab.close();
	});
});
