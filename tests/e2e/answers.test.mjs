/** Which answers Firefox lets through the extension, and that each page is the same in the end, wherever it came from. */

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { alter } from "../browser/altered.mjs";
import { enter, evaluateInWindow, terminate } from "../browser/firefox.mjs";
import { ONLY_FIREFOX, openSwitch, switchFlight } from "../browser/flight.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { FORM, HTML, inPieces, openPassage, START } from "../browser/passage.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME, openStage, readPage, seePlain } from "../browser/stage.mjs";

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

describe("answers", ONLY_FIREFOX, () => {
	const page = `${START}</head><body><p>Text</p>${FORM}</body></html>`;

	it("are left alone where they are no page to be shown", async () => {
		for (const answer of /** @type {Answer[]} */ ([
			{ body: '{"a": 1}', type: "application/json" },
			{ body: "<html/>", type: "text/xml" },
			{ body: "plain", type: "text/plain" },
			{ body: page, status: 500 },
			{ body: page, status: 206, headers: { "content-range": `bytes 0-${page.length - 1}/${page.length}` } },
		]))
			await passage.check(answer, "left alone");
		for (const status of [401, 404, 410]) await passage.check({ body: page, status });
	});

	it("are left alone where they are no page at all", async () => {
		const paths = [
			passage.put({ body: "", status: 204 }),
			passage.put({ body: "%PDF-1.4 <p>Text", type: "application/pdf" }),
			passage.put({ body: "GIF89a <p>Text", type: "image/gif" }),
			passage.put({ body: page, headers: { "content-disposition": "attachment; filename=a.html" } }),
			passage.put({
				body: `--b\r\ncontent-type: text/html\r\n\r\n${page}\r\n--b--`,
				type: "multipart/x-mixed-replace; boundary=b",
			}),
		];
		for (const path of paths) {
			const tab = await stage.desk.openTab();
			await tab.goto(stage.site.address(path), { timeout: 3000 }).catch(() => {});
			assert.equal((await passage.listFiltered()).includes(path), false);
			await tab.close();
		}
	});

	it("to what is sent are left alone, and nothing is sent twice", async () => {
		/** @type {(string | undefined)[]} */
		const methods = [];
		const target = passage.put({
			body: "",
			send(response, request) {
				methods.push(request.method);
				response.writeHead(200, { "content-type": HTML });
				response.end(page);
			},
		});
		const form = passage.put(
			`<body><form method="post" action="${target}"><input name="a" value="b"></form>`,
		);
		const tab = await stage.visit(stage.site.address(form));
		await tab.evaluate(() => document.querySelector("form")?.submit());
		await until("the answer", () =>
			tab.evaluate((at) => location.pathname === at && document.readyState === "complete", target),
		);
		await stage.desk.settled(tab);
		assert.deepEqual(methods, ["POST"]);
		assert.equal((await passage.listFiltered()).includes(target), false);
		await tab.close();
	});

	it("at the end of redirections are marked once", async () => {
		const target = passage.put(page);
		const middle = passage.put({ body: "", status: 302, headers: { location: target } });
		const first = passage.put({ body: "", status: 301, headers: { location: middle } });
		const { tab } = await stage.open(stage.site.address(first));
		assert.equal(await isSeen(tab, "#respond"), true, "too short for an article");
		const filtered = await passage.listFiltered();
		assert.deepEqual(
			[first, middle, target].map((path) => filtered.includes(path)),
			[false, false, true],
		);
		await tab.close();
	});

	it("are left alone where a page's source is asked for", async () => {
		const page = await readPage("sahifa");
		const path = passage.put(page);
		const { tab } = await stage.open(stage.site.address(path));
		await tab.bringToFront();
		const count = async () => (await passage.listFiltered()).filter((one) => one === path).length;
		assert.equal(await count(), 1);
		const known = await stage.session.browser.pages();
		await evaluateInWindow(stage.session, () => {
			const { BrowserCommands, gBrowser } = /** @type {any} */ (globalThis);
			BrowserCommands.viewSource(gBrowser.selectedBrowser);
		});
		const source = await until("the source", async () =>
			(await stage.session.browser.pages()).find(
				(page) => !known.includes(page) && page.url().startsWith("view-source:"),
			),
		);
		const read = () => source.evaluate(() => document.body?.textContent ?? "");
		await until("all of it", async () => (await read()).includes("</html>"));
		assert.equal((await read()).trim(), page.trim());
		assert.equal(await count(), 1, "filtered");
		await source.close();
		await tab.close();
	});

	it("come into the reading view as they are", async () => {
		const address = stage.site.address(passage.put(await readPage("sahifa")));
		const tab = await stage.desk.openTab();
		await tab.bringToFront();
		const before = await passage.listFiltered();
		await enter(stage.session, `about:reader?url=${encodeURIComponent(address)}`);
		await until("the reading view", () =>
			evaluateInWindow(
				stage.session,
				() => /** @type {any} */ (globalThis).gBrowser.selectedBrowser.contentTitle !== "",
			),
		);
		assert.deepEqual(await passage.listFiltered(), before);
		await tab.close();
	});
});

describe("a page is the same in the end", ONLY_FIREFOX, () => {
	/** @param {Page} tab */
	const waitForEnd = (tab) =>
		until(
			"the box and the form to go",
			async () => !(await isSeen(tab, "#author-box")) && !(await isSeen(tab, "#respond")),
		);

	it("from the browser's own store, its memory of pages, and as a copy of a tab", async () => {
		const path = passage.put({ body: await readPage("sahifa"), headers: { "cache-control": "max-age=600" } });
		for (let times = 0; times < 2; times++) {
			const { tab, report } = await stage.open(stage.site.address(path));
			assert.equal(report.blocks.length, 6);
			await tab.close();
		}
		assert.equal(stage.site.asked.filter((asked) => asked === path).length, 1, "came from the server again");
		const { tab } = await stage.open(stage.site.address(path));
		await tab.goto(stage.site.address("/login.html"), { waitUntil: "load" });
		tab.goBack().catch(() => {});
		await until("the page", () => tab.evaluate((path) => location.pathname === path, path));
		await waitForEnd(tab);
		const before = await stage.session.browser.pages();
		await passage.options.evaluate(async (path) => {
			const found = (await chrome.tabs.query({})).find(({ url }) => url?.endsWith(path));
			await chrome.tabs.duplicate(/** @type {number} */ (found?.id));
		}, path);
		const copy = await until("the copy", async () =>
			(await stage.session.browser.pages()).find(
				(page) => !before.includes(page) && page.url().endsWith(path),
			),
		);
		await waitForEnd(copy);
		await copy.close();
		await tab.close();
	});

	it("from a service worker of the page", async () => {
		const worker =
			"addEventListener('activate', (e) => e.waitUntil(clients.claim())); addEventListener('fetch', (e) => e.respondWith(fetch(e.request)))";
		stage.site.put("/worker.js", { body: worker, type: "text/javascript" });
		const path = passage.put(await readPage("sahifa"));
		const { tab } = await stage.open(stage.site.address(path, "worker"));
		await tab.evaluate(async () => {
			await navigator.serviceWorker.register("/worker.js");
			await navigator.serviceWorker.ready;
		});
		await tab.reload({ waitUntil: "load" });
		assert.equal(await tab.evaluate(() => navigator.serviceWorker.controller !== null), true);
		await waitForEnd(tab);
		assert.equal((await stage.desk.settled(tab)).blocks.length, 6);
		await tab.close();
	});

	it("where the background is killed while it comes in, or after a new start", async () => {
		const page = await readPage("sahifa");
		const half = page.indexOf("<section");
		const path = passage.put(
			inPieces([page.slice(0, half), page.slice(half, -10), page.slice(-10)], () => pause(1200)),
		);
		const tab = await stage.desk.openTab();
		const load = tab.goto(stage.site.address(path)).catch((fault) => fault);
		await pause(600);
		await terminate(stage.session);
		assert.notEqual((await load)?.name, "TimeoutError", "never ends");
		const isWhole = await tab.evaluate(() => document.readyState === "complete");
		if (isWhole) await waitForEnd(tab);
		await tab.goto(stage.site.address(path), { waitUntil: "load" });
		await waitForEnd(tab);
		assert.equal((await stage.desk.settled(tab)).blocks.length, 6);
		await tab.close();
	});

	for (const event of ["onBeforeRequest", "onHeadersReceived"])
		it(`where another extension changes it too, from ${event} on`, async () => {
			const other = await makeOther(event);
			const id = await stage.session.browser.installExtension(other);
			const path = passage.put(await readPage("sahifa"));
			const { tab, report } = await stage.open(stage.site.address(path));
			assert.equal(report.blocks.length, 6);
			const source = await readSource(tab);
			assert.equal(source.split('id="other"').length, 2);
			assert.equal(source.match(/<section [^>]*id="author-box"[^>]*>/)?.[0].split('=""').length, 2);
			await tab.close();
			await stage.session.browser.uninstallExtension(id);
			await rm(other, { recursive: true });
		});
});

describe("the module fails", ONLY_FIREFOX, () => {
	it("in the middle of a page: all of it comes, and what follows flows by", async () => {
		const altered = await alter("background/flight.js", (script) =>
			script.replace(
				"const flowing = step(this.flight);",
				"$& if (this.held.length > 9000) throw new Error();",
			),
		);
		const broken = await openStage({ extension: altered.folder });
		await switchFlight(await openSwitch(broken), true);
		const page = await readPage("sahifa");
		const half = page.indexOf("<section");
		broken.site.put(
			"/fails",
			inPieces([page.slice(0, half), page.slice(half)], () => pause(300)),
		);
		const plain = await seePlain(broken.site.address("/fails"));
		for (let times = 0; times < 2; times++) {
			const { tab, report } = await broken.open(broken.site.address("/fails"));
			assert.equal(report.blocks.length, 6);
			await broken.desk.tell(tab, { kind: "show-all" });
			assert.equal(await readSource(tab), plain);
			await tab.close();
		}
		await broken.close();
		await altered.remove();
	});
});

/** An extension that adds a paragraph to every page. @param {string} event the first that it hears of */
async function makeOther(event) {
	const folder = await mkdtemp(join(tmpdir(), "endmark-other-"));
	const manifest = {
		manifest_version: 2,
		name: "Other",
		version: "1",
		browser_specific_settings: { gecko: { id: `${event.toLowerCase()}@other.example` } },
		permissions: ["webRequest", "webRequestBlocking", "<all_urls>"],
		background: { scripts: ["background.js"] },
	};
	const script = `browser.webRequest.${event}.addListener(({ requestId }) => {
		const filter = browser.webRequest.filterResponseData(requestId);
		filter.ondata = ({ data }) => filter.write(data);
		filter.onstop = () => { filter.write(new TextEncoder().encode("<p id=other>Other</p>")); filter.close(); };
	}, { urls: ["<all_urls>"], types: ["main_frame"] }, ["blocking"]);`;
	await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
	await writeFile(join(folder, "background.js"), script);
	return folder;
}
