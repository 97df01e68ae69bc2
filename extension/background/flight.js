/** In Firefox, where the user wants it: marks what is certain in a page while it comes in. */

import { Flight } from "../desk.js";
import { isGranted } from "../granted.js";
import { openDesk } from "./desk.js";
import { hostOf, readSites } from "./sites.js";

/** Milliseconds without a byte after which the rest flows by. */
const PATIENCE = 5000;
/** Hides what is marked, by any of the names in it. */
export const SHEET = "flight.css";

/** @typedef {chrome.webRequest.OnHeadersReceivedDetails & { incognito?: boolean, fromCache?: boolean }} Answer */

/** After a fault in the module nothing is marked until the background starts anew. */
let isBroken = false;

/** @type {Promise<Uint8Array> | undefined} */
let words;
/** @type {Promise<string[]> | undefined} */
let names;

/** @param {string} path a file of the extension */
const read = (path) => fetch(chrome.runtime.getURL(path));

/** The words that every page needs. */
function readWords() {
	words ??= read("words/common").then(async (file) => new Uint8Array(await file.arrayBuffer()));
	return words;
}

/** The names that the style sheet hides by. */
function readNames() {
	names ??= read(SHEET).then(async (file) =>
		Array.from((await file.text()).matchAll(/^\[([a-z0-9]+)="seen"\]/gm), ([, name]) => name),
	);
	return names;
}

async function drawName() {
	const all = await readNames();
	return all[crypto.getRandomValues(new Uint32Array(1))[0] % all.length];
}

/** Whether the style sheet that stands ready hides by this name. @param {string} name */
export const isKnown = async (name) => (await isGranted()) && (await readNames()).includes(name);

/** One document between the server and the page. It can always give back the bytes that it holds. */
class Passage {
	/** @param {StreamFilter} filter @param {Flight} flight */
	constructor(filter, flight) {
		this.filter = filter;
		this.flight = flight;
		this.held = new Uint8Array();
		this.isOver = false;
		filter.ondata = ({ data }) => this.pass(new Uint8Array(data));
		filter.onstop = () => this.end((flight) => flight.end());
		filter.onerror = () => this.forget();
		this.wait();
	}

	/** @param {Uint8Array} bytes */
	pass(bytes) {
		this.held = join(this.held, bytes);
		this.carryOut((flight) => flight.feed(bytes));
		if (!this.isOver && this.flight.done) this.leave();
		else this.wait();
	}

	/** @param {(flight: Flight) => Uint8Array} last */
	end(last) {
		this.carryOut(last);
		this.leave();
	}

	/** After a fault in the module all that is held flows on as it came. @param {(flight: Flight) => Uint8Array} step */
	carryOut(step) {
		if (this.isOver) return;
		const flowing = this.attempt(step);
		this.write(flowing ?? this.held);
		if (!flowing) this.leave();
	}

	/** The bytes that flow on; null after a fault. @param {(flight: Flight) => Uint8Array} step */
	attempt(step) {
		try {
			const flowing = step(this.flight);
			this.held = this.held.slice(this.held.length - this.flight.held);
			return flowing;
		} catch {
			isBroken = true;
			return null;
		}
	}

	/** A server that says nothing for long is left alone with the page. */
	wait() {
		clearTimeout(this.gap);
		if (!this.isOver) this.gap = setTimeout(() => this.end((flight) => flight.give_up()), PATIENCE);
	}

	/** Bytes that nobody takes any more are for a page that is gone. @param {Uint8Array} bytes */
	write(bytes) {
		try {
			if (bytes.length > 0) this.filter.write(bytes);
		} catch {
			this.forget();
		}
	}

	leave() {
		if (this.isOver) return;
		this.forget();
		this.filter.disconnect();
	}

	/** Firefox tells of a load that broke off, and of some that were left. */
	forget() {
		if (this.isOver) return;
		this.isOver = true;
		clearTimeout(this.gap);
		if (!isBroken) this.flight.free();
	}
}

/** @param {Uint8Array} before @param {Uint8Array} after */
function join(before, after) {
	const both = new Uint8Array(before.length + after.length);
	both.set(before);
	both.set(after, before.length);
	return both;
}

/**
 * Whether this may be the source of a page that another tab shows, which Firefox takes from its store and does not tell apart.
 * @param {Answer} answer
 */
async function isSource({ fromCache, tabId, url }) {
	if (!fromCache) return false;
	const tabs = await chrome.tabs.query({});
	return tabs.some((tab) => tab.id !== tabId && tab.url?.replace(/#.*/, "") === url);
}

/**
 * Looks at what a server says before a document, while the browser waits for it.
 * @param {Answer} heard
 */
async function hear(heard) {
	const { requestId, tabId, method, url, statusCode, responseHeaders = [], incognito = false } = heard;
	const host = hostOf(url);
	// What the address points at is to be found where it is before the page is read as a whole.
	if (method !== "GET" || tabId < 0 || !host || url.includes("#") || isBroken) return;
	/** @param {string} wanted */
	const header = (wanted) => responseHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value ?? "";
	const answer = {
		url,
		status: statusCode,
		kind: header("content-type"),
		disposition: header("content-disposition"),
	};
	try {
		const [sites, common, name] = await Promise.all([readSites(), readWords(), drawName(), openDesk()]);
		if (!sites.isOn(host, incognito) || (await isSource(heard))) return;
		const settings = await sites.settingsFor(host, incognito);
		const flight = Flight.begin(answer, settings, common, name);
		if (flight) new Passage(chrome.webRequest.filterResponseData(requestId), flight);
	} catch {
		// What cannot be marked flows by.
	}
}

/** Firefox waits for what a listener promises. @type {any} */
const listener = hear;

/** Listens where that is granted. Firefox wants this to be done as the background wakes up, before anything is waited for. */
export function listen() {
	const answers = chrome.webRequest?.onHeadersReceived;
	if (typeof chrome.webRequest?.filterResponseData !== "function" || answers.hasListener(listener)) return;
	answers.addListener(listener, { urls: ["http://*/*", "https://*/*"], types: ["main_frame"] }, [
		"blocking",
		"responseHeaders",
	]);
}
