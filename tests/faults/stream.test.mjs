/** What a server may do to a page on its way through the extension in Firefox: the page is as without us, and nothing of it is kept. */

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { ONLY_FIREFOX } from "../browser/flight.mjs";
import { HTML, inPieces, openPassage, START } from "../browser/passage.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const MEGABYTE = 1 << 20;
/** Bytes of memory that pages may take on their way. */
const MOST_MEMORY = 16 * MEGABYTE;
/** Longer than a silent server is waited for. */
const SILENCE = 6000;
const PATIENCE = 60_000;

/** @type {import("../browser/passage.mjs").Passage} */
let passage;
before(async () => {
	if (NAME === "firefox") passage = await openPassage();
});
after(() => passage?.close());

/** Nothing is being filtered any more. */
const waitForNone = () => until("the end of filtering", async () => (await passage.look()).open === 0);

describe("a page on its way", ONLY_FIREFOX, () => {
	it("comes byte by byte, and after a long silence breaks off as without us", async () => {
		const ends = [];
		for (const site of ["plain", "news"]) {
			const bytes = [`${START}</head><body><p id=one>`, ..."abc"];
			/** @type {(value?: unknown) => void} */
			let goOn = () => {};
			const seen = new Promise((resume) => {
				goOn = resume;
			});
			const wait = (/** @type {number} */ at) =>
				at < bytes.length - 1 ? pause(1000) : seen.then(() => pause(SILENCE));
			const path = passage.put(inPieces(bytes, wait, (response) => response.socket?.resetAndDestroy()));
			const tab = await passage.stage.desk.openTab();
			tab.goto(passage.stage.site.address(path, site), { timeout: PATIENCE }).catch(() => {});
			const read = () => tab.evaluate(() => document.querySelector("#one")?.textContent);
			await until("the bytes so far", async () => (await read()) === "abc");
			goOn();
			const fault = await until("the browser's own word", () =>
				tab.evaluate(() => /^about:neterror\?e=\w+/.exec(document.documentURI)?.[0]),
			);
			ends.push(fault);
			await tab.close();
		}
		assert.equal(ends[1], ends[0]);
		await waitForNone();
	});

	it("is let go of when its tab is closed in the middle of it", async () => {
		const path = passage.put(inPieces([`${START}</head><body><p id=one>One`, "x"], () => pause(SILENCE)));
		const tab = await passage.stage.desk.openTab();
		tab.goto(passage.stage.site.address(path)).catch(() => {});
		await until("the page", async () => (await passage.look()).open === 1);
		await tab.close();
		await waitForNone();
		await passage.check(`${START}</head><body><p>Text</p></body></html>`);
	});

	it("flows by without being kept where it never ends", async () => {
		let sent = 0;
		const path = passage.put({
			body: "",
			async send(response) {
				const piece = `<p>${"word ".repeat(2000)}</p>`.repeat(10);
				response.writeHead(200, { "content-type": HTML });
				response.write(`${START}</head><body>`);
				while (!response.destroyed) {
					sent += piece.length;
					if (!response.write(piece))
						await Promise.race(
							["drain", "close"].map((event) => new Promise((next) => response.once(event, next))),
						);
				}
			},
		});
		const tab = await passage.stage.desk.openTab();
		tab.goto(passage.stage.site.address(path)).catch(() => {});
		await until("more than is filtered", async () => sent > 24 * MEGABYTE, PATIENCE);
		assert.ok((await passage.listFiltered()).includes(path));
		await waitForNone();
		const so = sent;
		await until("still more", async () => sent > so + MEGABYTE, PATIENCE);
		await tab.close();
		const { memory } = await passage.look();
		assert.ok(memory < MOST_MEMORY, `${memory / MEGABYTE} MB`);
	});

	it("is whole where a few bytes are unpacked to a thousand times as many", async () => {
		const length = 48 * MEGABYTE;
		const body = gzipSync(`${START}</head><body><p id=one>${" ".repeat(length)}<p id=two>Two`);
		assert.ok(body.length < length / 900);
		const path = passage.put({ body, headers: { "content-encoding": "gzip" } });
		const tab = await passage.stage.desk.openTab();
		await tab.goto(passage.stage.site.address(path), { waitUntil: "load", timeout: PATIENCE });
		const [one, two] = await tab.evaluate(() =>
			["#one", "#two"].map((name) => document.querySelector(name)?.textContent?.length),
		);
		assert.deepEqual([one, two], [length, 3]);
		await tab.close();
		await waitForNone();
		const { memory } = await passage.look();
		assert.ok(memory < MOST_MEMORY, `${memory / MEGABYTE} MB`);
	});

	it("is the same when the server says that it has not changed", async () => {
		/** @type {(string | undefined)[]} */
		const asked = [];
		const path = passage.put({
			body: "",
			send(response, request) {
				asked.push(request.headers["if-none-match"]);
				const isKnown = request.headers["if-none-match"] === '"one"';
				response.writeHead(isKnown ? 304 : 200, {
					"content-type": HTML,
					etag: '"one"',
					"cache-control": "no-cache",
				});
				response.end(isKnown ? undefined : `${START}</head><body><p>Text</p></body></html>`);
			},
		});
		const first = await passage.readGivenBack(path);
		assert.deepEqual(await passage.readGivenBack(path), first);
		assert.deepEqual(await passage.readPlain(path), first);
		assert.ok(asked.includes('"one"'));
	});
});
