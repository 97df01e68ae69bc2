/** The background's module, by itself: in whatever pieces a document comes in, the same bytes flow on. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, it } from "node:test";
import { pathToFileURL } from "node:url";
import { FORM, HTML, START } from "../browser/passage.mjs";
import { EXTENSION } from "../browser/stage.mjs";

const ANSWER = { url: "http://news.localhost/story.html", status: 200, kind: HTML, disposition: "" };
const SETTINGS = { categories: {}, kept: "", own: [] };
const LONGEST = 64;

/** Tags, quoted and bare values, entities, and characters of two, three and four bytes. */
const DOCUMENT = Buffer.from(
	`${START}<title>Мир &amp; 記事</title></head><body><article class='a "b" &lt;'><h1>Hello — 😀</h1>
	<p title="&quot;<div class=comment-respond>&#x1F600;">Ёж &eacute;&notin; 表示<!-- <div id=respond> --><br/></p></article>
	${FORM}<div class="wp-block-post-author-biography">Ines 😀<img src=a.png alt="é"><iframe src=b></iframe></div></body></html>`,
);

/** @type {(pieces: Uint8Array[]) => string} what flows on, one character for each byte */
let fly;
before(async () => {
	const { Flight, initSync } = await import(pathToFileURL(`${EXTENSION}/desk.js`).href);
	initSync({ module: await readFile(`${EXTENSION}/desk.wasm`) });
	const common = await readFile(`${EXTENSION}/words/common`);
	fly = (pieces) => {
		const flight = Flight.begin(ANSWER, SETTINGS, common, "m1");
		const flown = [...pieces.map((piece) => flight.feed(piece)), flight.end()];
		flight.free();
		return Buffer.concat(flown).toString("latin1");
	};
});

it("flows on as one in pieces of one to sixty-four bytes", () => {
	const whole = fly([DOCUMENT]);
	assert.equal(whole.split(' m1=""').length, 3);
	for (let size = 1; size <= LONGEST; size++) {
		const count = Math.ceil(DOCUMENT.length / size);
		const pieces = Array.from({ length: count }, (_, at) => DOCUMENT.subarray(at * size, (at + 1) * size));
		assert.equal(fly(pieces), whole, `${size} bytes`);
	}
});

it("flows on as one where it is cut in two at any byte", () => {
	const whole = fly([DOCUMENT]);
	for (let at = 1; at < DOCUMENT.length; at++)
		assert.equal(fly([DOCUMENT.subarray(0, at), DOCUMENT.subarray(at)]), whole, `at ${at}`);
});
