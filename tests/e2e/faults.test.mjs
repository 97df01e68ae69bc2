/** Where something in the extension fails, the page is as it was, the popup says why, and other pages are cleaned. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withAltered } from "../browser/altered.mjs";
import { listen } from "../browser/heard.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { seePlain } from "../browser/stage.mjs";
import { checkStopped } from "../browser/stopped.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BOX = "#author-box";

/** A module whose start function does nothing but trap. */
const TRAP = "0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,8,1,0,10,5,1,3,0,0,11";

/** The engine traps in its next turn once the page has an element called `trap`. */
const TRAPPING = `{
	const engine = wasm_bindgen.Endmark.prototype;
	const { turn } = engine;
	engine.turn = function (now) {
		performance.mark("turn");
		if (document.querySelector("#trap")) new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(${TRAP})));
		return turn.call(this, now);
	};
}`;

const INSERT = "export async function insertSheet(sender, mark) {";

/** The background gives no answer about the style sheet to one site, and a bad one to another. */
const FAILING = `${INSERT}
	if (sender.host === "silent.localhost") return new Promise(() => {});
	if (sender.host === "refused.localhost") return Promise.reject(new Error("refused"));`;

const READ = "export const readModule = async () =>";

/** The background finds no module until it is told so. */
const FORGETTING = `${READ}
	(await chrome.storage.session.get("hasModule")).hasModule !== true ? Promise.reject(new Error("missing")) :`;

describe("the engine traps", () => {
	const used = withAltered("core.js", (script) => `${script}\n${TRAPPING}`);
	/** @type {Page} */
	let tab;

	it("gives everything back at once", async () => {
		const { stage } = used;
		const address = stage.site.address(PAGE);
		tab = await stage.desk.openTab();
		const heard = listen(tab);
		await tab.goto(address, { waitUntil: "load" });
		const { blocks } = await stage.desk.settled(tab);
		assert.equal(await isSeen(tab, BOX), false);
		await tab.evaluate(() => {
			// What is done in one go is heard in one go.
			const given = /** @type {number[]} */ ([]);
			const hear = (/** @type {MutationRecord[]} */ records) => void given.push(records.length);
			new MutationObserver(hear).observe(document, { attributes: true, subtree: true });
			document.body.append(Object.assign(document.createElement("i"), { id: "trap" }));
			Object.assign(window, { given });
		});
		await until("the box", () => isSeen(tab, BOX));
		await tab.evaluate(() => document.querySelector("#trap")?.remove());
		assert.equal(await readSource(tab), await seePlain(address));
		const given = await tab.evaluate(() => /** @type {any} */ (window).given);
		assert.ok(given.length === 1 && given[0] >= blocks.length, `given back in steps: ${given}`);
		assert.deepEqual(heard, []);
	});

	it("does not look at the page again", async () => {
		const count = () => tab.evaluate(() => performance.getEntriesByName("turn").length);
		const turns = await count();
		assert.ok(turns > 0);
		await tab.evaluate(() => document.body.append(document.createElement("b")));
		await pause(1500);
		assert.equal(await count(), turns);
	});

	it("says so", async () => {
		await checkStopped(used.stage, tab, "why_stopped_trap");
	});

	it("cleans the next page", async () => {
		const { stage } = used;
		await tab.goto(stage.site.address("/avada.html"), { waitUntil: "load" });
		assert.equal((await stage.desk.settled(tab)).state, "done");
		assert.equal(await isSeen(tab, ".about-author"), false);
	});
});

describe("the module does not come", () => {
	const used = withAltered("background/engine.js", (script) => script.replace(READ, FORGETTING));

	it("leaves the page as it was, says so, and cleans it once the module is there", async () => {
		const { stage } = used;
		const address = stage.site.address(PAGE);
		const tab = await stage.visit(address);
		await until("the end", async () => (await stage.desk.report(tab))?.state === "stopped");
		assert.equal(await readSource(tab), await seePlain(address));
		await checkStopped(stage, tab, "why_stopped_no_answer");
		await stage.desk.page.evaluate(() => chrome.storage.session.set({ hasModule: true }));
		await stage.desk.tell(tab, { kind: "on" });
		await until("the box to go", async () => !(await isSeen(tab, BOX)));
	});
});

describe("the style sheet does not come", () => {
	const used = withAltered("background/sheet.js", (script) => script.replace(INSERT, FAILING));

	for (const name of ["silent", "refused"]) {
		it(`leaves nothing hidden or marked, and says so: ${name}`, async () => {
			const { stage } = used;
			const address = stage.site.address(PAGE, name);
			const tab = await stage.visit(address);
			await until("the end", async () => (await stage.desk.report(tab))?.state === "stopped");
			assert.equal(await isSeen(tab, BOX), true);
			assert.equal(await readSource(tab), await seePlain(address));
			await checkStopped(stage, tab, "why_stopped_no_sheet");
		});
	}

	it("cleans pages where it does", async () => {
		const { tab } = await used.stage.open(used.stage.site.address(PAGE));
		assert.equal(await isSeen(tab, BOX), false);
	});
});
