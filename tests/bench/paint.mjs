/** What a reader sees of a page that comes in slowly: what is painted and then goes, and how far things jump. */

import { pause } from "../browser/report.mjs";
import { inPieces } from "../browser/site.mjs";
import { inTab } from "./visit.mjs";

/** @typedef {import("../browser/report.mjs").Desk} Desk */
/** @typedef {import("../browser/saved.mjs").SavedPage} SavedPage */
/** @typedef {import("../browser/site.mjs").Site} Site */

/** A page comes in so many pieces, with so many milliseconds between them. */
const PIECES = 6;
const GAP = 150;
/** Scripts of the page stay off, so that it is what was saved. */
const POLICY = {
	"content-security-policy": "script-src 'wasm-unsafe-eval'; frame-src 'none'; object-src 'none'",
};
/** After the load, in milliseconds. */
const REST = 1500;
const PATIENCE = 30_000;
/** Where the extension is on, and where it is off. */
const [ON, OFF] = ["news", "plain"];

/**
 * What was seen in a load. Firefox tells of no shifts.
 * @typedef {object} Sight
 * @property {number} certain elements that were marked before the page was parsed
 * @property {number} certainSeen those of them that were in a frame
 * @property {number} others elements that were marked later
 * @property {number} othersSeen
 * @property {number | null} shift by how much what is in sight jumped, as the browser counts it
 */

/** @typedef {{ with: Sight, without: Sight }} Paint */

/** In the page, before anything else of it. Goes there as it stands. */
function recordPaint() {
	const MARK = /^(?=.*\d)[a-z][a-z0-9]{11}$/;
	/** @type {Set<Element>} */
	const seen = new Set();
	/** Whether the page was still coming in. @type {Map<Element, boolean>} */
	const marked = new Map();
	let shift = 0;
	const sight = new IntersectionObserver((entries) => {
		for (const { target, intersectionRatio } of entries) if (intersectionRatio > 0) seen.add(target);
	});
	/** @param {Node} node */
	const watch = (node) => {
		if (!(node instanceof Element)) return;
		for (const element of [node, ...node.querySelectorAll("*")]) sight.observe(element);
	};
	new MutationObserver((records) => {
		for (const { target, attributeName, addedNodes } of records) {
			addedNodes.forEach(watch);
			if (!(target instanceof Element) || !attributeName || !MARK.test(attributeName)) continue;
			if (target.hasAttribute(attributeName) && !marked.has(target))
				marked.set(target, document.readyState === "loading");
		}
	}).observe(document, { attributes: true, childList: true, subtree: true });
	const canShift = PerformanceObserver.supportedEntryTypes.includes("layout-shift");
	if (canShift) {
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) shift += /** @type {any} */ (entry).value;
		}).observe({ type: "layout-shift", buffered: true });
	}
	const tell = () => {
		const told = { certain: 0, certainSeen: 0, others: 0, othersSeen: 0, shift: canShift ? shift : null };
		for (const [element, isEarly] of marked) {
			told[isEarly ? "certain" : "others"]++;
			if (seen.has(element)) told[isEarly ? "certainSeen" : "othersSeen"]++;
		}
		return told;
	};
	Object.assign(window, { endmarkPaint: tell });
}

/** @param {Buffer} body */
function divide(body) {
	const length = Math.ceil(body.length / PIECES);
	const pieces = Array.from({ length: PIECES }, (_, at) => body.subarray(at * length, (at + 1) * length));
	return inPieces(pieces, Array(PIECES).fill(GAP), POLICY);
}

/** @param {Desk} desk @param {string} address @returns {Promise<Sight>} */
const look = (desk, address) =>
	inTab(desk, async (tab) => {
		await tab.evaluateOnNewDocument(recordPaint);
		await tab.bringToFront();
		await tab.goto(address, { waitUntil: "domcontentloaded", timeout: PATIENCE });
		await pause(REST);
		return tab.evaluate(() => /** @type {any} */ (window).endmarkPaint());
	});

/**
 * @param {Desk} desk
 * @param {Site} site
 * @param {SavedPage} page
 * @returns {Promise<Paint>}
 */
export async function measurePaint(desk, site, page) {
	const path = new URL(page.address).pathname;
	site.put(decodeURIComponent(path), divide(await page.read()));
	await desk.ask({ kind: "site", host: `${OFF}.localhost`, on: false });
	return {
		with: await look(desk, site.address(path, ON)),
		without: await look(desk, site.address(path, OFF)),
	};
}
