/** A page that React 19 owns: rendered, hydrated, changed and unmounted with a block hidden in it. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { bundleForPage, runOnServer } from "../browser/bundle.mjs";
import { isSeen } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { openStage, ROOT } from "../browser/stage.mjs";

const APP = `
import { createElement as h, useState } from "react";
const line = "The harbour master read the letter twice, folded it along the old crease and put it in the tin with the others, because there was nothing in it that the tide would not decide by itself before the week was out. ";
function App() {
	const [open, setOpen] = useState(true);
	const [count, setCount] = useState(0);
	globalThis.setOpen = setOpen;
	globalThis.setCount = setCount;
	return h("main", null,
		h("article", null,
			h("h1", null, "A letter for the harbour master"),
			h("p", { className: "byline" }, "By Ines Calder"),
			[1, 2, 3, 4, 5, 6].map((n) => h("p", { key: n, className: "text" }, n + ". " + line + line))),
		open && h("section", { className: "author-box", id: "author-box" },
			h("h3", null, "About the author"),
			h("p", null, "Ines Calder has written about harbours since 1998. Visits: " + count)),
		open && h("div", { id: "respond", className: "comment-respond" },
			h("h3", { id: "reply-title", className: "comment-reply-title" }, "Leave a Reply"),
			h("form", { id: "commentform", className: "comment-form" },
				h("p", { className: "comment-notes" }, "Your email address will not be published."),
				h("textarea", { id: "comment", name: "comment" }),
				h("input", { type: "submit", value: "Post Comment" }))));
}`;

const CLIENT = `${APP}
import { createRoot, hydrateRoot } from "react-dom/client";
globalThis.faults = [];
const note = (kind) => (error) => globalThis.faults.push(kind + ": " + error);
const options = { onUncaughtError: note("uncaught"), onCaughtError: note("caught"), onRecoverableError: note("recoverable") };
addEventListener("error", (event) => note("error")(event.message));
console.error = (...words) => note("console")(words.join(" "));
const root = document.querySelector("#root");
globalThis.begin = () => {
	if (!root.firstChild) createRoot(root, options).render(h(App));
	else hydrateRoot(root, h(App), options);
	globalThis.begun = true;
};
if (!root.firstChild) begin();`;

const SERVER = `${APP}
import { renderToString } from "react-dom/server.edge";
export const html = renderToString(h(App));`;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;

/** @type {import("../browser/bundle.mjs").How} */
const HOW = { folder: ROOT, mode: "production" };

before(async () => {
	stage = await openStage();
	const { html } = await runOnServer(SERVER, HOW);
	stage.site.put("/client.js", { body: await bundleForPage(CLIENT, HOW), type: "text/javascript" });
	/** @param {string} inner */
	const wrap = (inner) =>
		`<!doctype html><html lang="en"><title>A letter for the harbour master</title><meta property="og:type" content="article">
		<body><div id="root">${inner}</div><script src="/client.js"></script></body></html>`;
	stage.site.put("/rendered", wrap(""));
	stage.site.put("/hydrated", wrap(html));
});
after(() => stage?.close());

/** @param {import("puppeteer-core").Page} tab */
const listFaults = (tab) => tab.evaluate(() => /** @type {any} */ (window).faults);

/** @param {import("puppeteer-core").Page} tab */
const waitUntilTaken = (tab) =>
	until("the text without the two blocks", async () => {
		const seen = await Promise.all([".text", "#author-box", "#respond"].map((it) => isSeen(tab, it)));
		return seen.join() === "true,false,false";
	});

/** Unmounts the hidden blocks, mounts them anew and changes what they show. @param {import("puppeteer-core").Page} tab */
async function exercise(tab) {
	await waitUntilTaken(tab);
	for (let round = 1; round <= 3; round++) {
		await tab.evaluate("setOpen(false)");
		await until("the blocks' unmounting", async () => (await tab.$("#author-box, #respond")) === null);
		assert.deepEqual(await listFaults(tab), []);
		await tab.evaluate("setOpen(true)");
		await tab.evaluate(`setCount(${round})`);
		await until("the new count", () =>
			tab.evaluate((n) => document.querySelector("#author-box")?.textContent?.endsWith(`${n}`), round),
		);
		await waitUntilTaken(tab);
		assert.deepEqual(await listFaults(tab), []);
	}
}

it("lives with a page that React renders", async () => {
	const { tab } = await stage.open(stage.site.address("/rendered"));
	await exercise(tab);
});

it("lives with a page that React hydrates once blocks are hidden", async () => {
	const { tab } = await stage.open(stage.site.address("/hydrated"));
	await waitUntilTaken(tab);
	await tab.evaluate("begin()");
	await until("hydration", () => tab.evaluate(() => /** @type {any} */ (window).begun));
	await exercise(tab);
});
