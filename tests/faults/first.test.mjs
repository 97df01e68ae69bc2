/** The engine that fails at its first look, at a page that is still coming in: it is as it was, and told why. */

import assert from "node:assert/strict";
import { it } from "node:test";
import { withAltered } from "../browser/altered.mjs";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { inPieces } from "../browser/site.mjs";
import { NAME, readPage } from "../browser/stage.mjs";
import { checkStopped } from "../browser/stopped.mjs";

const PAGE = "/slow";
const SHARE = ".share-post";
/** Milliseconds for which the server says nothing. */
const GAP = 1500;
const skip = NAME !== "chrome" && "only Chromium takes a style sheet in before a page is there";

/** What is certain is marked, and then the engine traps. */
const TRAPPED = `{
	const { hide_certain } = wasm_bindgen.Endmark.prototype;
	wasm_bindgen.Endmark.prototype.hide_certain = function () {
		if (hide_certain.call(this) !== undefined) performance.mark("looked");
		throw new WebAssembly.RuntimeError("unreachable");
	};
}`;

const used = withAltered("core.js", (script) => `${script}\n${TRAPPED}`);

it("leaves the page as it was where the engine fails before the page is there, and says so", {
	skip,
}, async () => {
	const { stage } = used;
	const page = await readPage("sahifa");
	const at = page.lastIndexOf("</p>");
	stage.site.put(PAGE, inPieces([page.slice(0, at), page.slice(at)], [GAP]));
	const tab = await stage.desk.openTab();
	const whole = tab.goto(stage.site.address(PAGE), { waitUntil: "load" });
	const looked = () => tab.evaluate(() => performance.getEntriesByName("looked").length);
	await until("a look", async () => (await looked()) > 0, GAP);
	await whole;
	await pause(500);
	assert.equal(await looked(), 1);
	assert.equal(await isSeen(tab, SHARE), true);
	assert.equal(await tab.evaluate(() => document.adoptedStyleSheets.length), 0);
	await checkStopped(stage, tab, "why_stopped_trap");
});
