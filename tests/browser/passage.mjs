/** Firefox with pages marked while they come in, and what comes out beside what comes without us. */

import assert from "node:assert/strict";
import { alter } from "./altered.mjs";
import { openSwitch, switchFlight } from "./flight.mjs";
import { readSource } from "./look.mjs";
import { openStage } from "./stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./site.mjs").Answer} Answer */

export const HTML = "text/html; charset=utf-8";
export const START = '<!DOCTYPE html><html lang="en"><head><meta property="og:type" content="article">';
export const FORM =
	'<div id="respond" class="comment-respond"><form>Leave a Reply <img src="/form.png"></form></div>';

/** Keeps the paths of what is filtered and the last that was written, and counts what is being filtered. @param {string} script */
const noteFiltered = (script) =>
	`${script.replace(
		"if (flight) new Passage(",
		`if (!flight) return;
		const { filtered = [] } = await chrome.storage.session.get("filtered");
		await chrome.storage.session.set({ filtered: [...filtered, new URL(url).pathname] });
		under.open++;
		under.written = "";
		new Passage(`,
	)}
	const under = { open: 0, memory: 0, written: "" };
	globalThis.endmarkUnder = under;
	openDesk().then(({ memory }) =>
		Object.defineProperty(under, "memory", { enumerable: true, get: () => memory.buffer.byteLength }),
	);
	const { write } = Passage.prototype;
	Passage.prototype.write = function (bytes) {
		if (under.written.length < 1e6) under.written += bytes.reduce((all, byte) => all + String.fromCharCode(byte), "");
		write.call(this, bytes);
	};
	const { free } = Flight.prototype;
	Flight.prototype.free = function () {
		free.call(this);
		under.open--;
	};`;

/** Over what is no https Firefox takes fewer encodings, unless it is told. */
const PREFERENCES = { "network.http.accept-encoding": "gzip, deflate, br, zstd" };

/** What is added to a page in flight. */
export const ADDED =
	/ [a-z][a-z0-9]{11}(-before)?="(flight|eager)?"| loading="lazy"(?= [a-z0-9]{12}-before)/g;

/** @param {Page} tab */
const readDocument = async (tab) => ({
	source: await readSource(tab),
	charset: await tab.evaluate(() => document.characterSet),
});

/** A browser in which one site is marked in flight, and another is off. */
export async function openPassage() {
	const altered = await alter("background/flight.js", noteFiltered);
	const stage = await openStage({ extension: altered.folder, preferences: PREFERENCES });
	const options = await openSwitch(stage);
	await stage.desk.ask({ kind: "site", host: "plain.localhost", on: false });
	await switchFlight(options, true);
	const tabs = { news: await stage.desk.openTab(), plain: await stage.desk.openTab() };
	let count = 0;

	/** Puts an answer under a path of its own. @param {Answer | string} answer */
	function put(answer) {
		const path = `/answer-${++count}`;
		stage.site.put(path, answer);
		return path;
	}

	/** The document as it came in, with everything given back. @param {string} path */
	async function readGivenBack(path) {
		await tabs.news.goto(stage.site.address(path), { waitUntil: "load" });
		await stage.desk.settled(tabs.news, 100);
		await stage.desk.tell(tabs.news, { kind: "show-all" });
		return readDocument(tabs.news);
	}

	/** The same where the extension is off. @param {string} path */
	async function readPlain(path) {
		await tabs.plain.goto(stage.site.address(path, "plain"), { waitUntil: "load" });
		return readDocument(tabs.plain);
	}

	/** The paths of the answers that were filtered so far. @returns {Promise<string[]>} */
	const listFiltered = () =>
		options.evaluate(
			async () => /** @type {any} */ (await chrome.storage.session.get("filtered")).filtered ?? [],
		);

	/**
	 * How many documents are being filtered, how many bytes of memory the module has, and the first megabyte
	 * of what went to the page last, a letter for each byte.
	 * @returns {Promise<{ open: number, memory: number, written: string }>}
	 */
	const look = () =>
		options.evaluate(async () => ({
			.../** @type {any} */ (await chrome.runtime.getBackgroundPage()).endmarkUnder,
		}));

	/** An answer comes out as it is. @param {Answer | string} answer @param {"filtered" | "left alone"} [how] */
	async function check(answer, how = "filtered") {
		const path = put(answer);
		assert.deepEqual(await readGivenBack(path), await readPlain(path));
		assert.equal((await listFiltered()).includes(path), how === "filtered", path);
	}

	async function close() {
		await stage.close();
		await altered.remove();
	}

	return { stage, options, put, check, readGivenBack, readPlain, listFiltered, look, close };
}

/** @typedef {Awaited<ReturnType<typeof openPassage>>} Passage */

/**
 * A page that is sent in pieces.
 * @param {(string | Buffer)[]} pieces
 * @param {(at: number) => Promise<unknown>} wait between a piece and the next
 * @param {(response: import("node:http").ServerResponse) => void} [end]
 * @returns {Answer}
 */
export const inPieces = (pieces, wait, end = (response) => response.end()) => ({
	body: "",
	async send(response) {
		response.socket?.setNoDelay(true);
		response.writeHead(200, { "content-type": HTML });
		for (const [at, piece] of pieces.entries()) {
			response.write(piece);
			await wait(at);
		}
		end(response);
	},
});
