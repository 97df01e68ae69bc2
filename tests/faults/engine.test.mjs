/** The engine that does not compile, gets no memory or has a clock that jumps: the page is as it was, or it is cleaned. */

import assert from "node:assert/strict";
import { it } from "node:test";
import { withAltered } from "../browser/altered.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { readPage, seePlain } from "../browser/stage.mjs";
import { checkStopped } from "../browser/stopped.mjs";

const PAGE = "/sahifa.html";
const BOX = "#author-box";

/** Nothing compiles, neither wasm nor the form as a script. */
const REFUSING = `{
	wasm_bindgen.initSync = () => {
		performance.mark("refused");
		throw new WebAssembly.CompileError("refused");
	};
	Object.defineProperty(globalThis, "endmarkScriptForm", { get: () => undefined, set() {} });
}`;

/** Once it runs, the engine has all the memory that wasm can have, so that it gets no more. */
const GROWN = `{
	const { initSync, Endmark } = wasm_bindgen;
	const { turn } = Endmark.prototype;
	let memory;
	wasm_bindgen.initSync = (...given) => {
		const all = initSync(...given);
		memory = Object.values(all).find((one) => one instanceof WebAssembly.Memory);
		return all;
	};
	Endmark.prototype.turn = function (now) {
		memory.grow(65536 - memory.buffer.byteLength / 65536);
		return turn.call(this, now);
	};
}`;

/** A clock that stands still for a tenth of a second, and is set back or forth at every hundredth look. */
const JUMPING = `{
	const { now } = performance;
	let looks = 0;
	Performance.prototype.now = () => {
		looks++;
		const coarse = Math.floor(now.call(performance) / 100) * 100;
		return looks % 100 === 0 ? coarse + (looks % 200 === 0 ? 1 : -1) * 1e7 : coarse;
	};
}`;

/** What is wrong on which site. */
const FAULTS = { refused: REFUSING, full: GROWN, jumping: JUMPING };

/** @param {string} script */
const breakOnSites = (script) => {
	const [before, ...behind] = ["jumping", "refused", "full"].map(
		(name) =>
			`if (location.hostname === "${name}.localhost") ${FAULTS[/** @type {keyof typeof FAULTS} */ (name)]}`,
	);
	return [before, script, ...behind].join("\n");
};

const used = withAltered("core.js", breakOnSites);

it("leaves the page as it was where nothing compiles, says so, and does not try again", async () => {
	const { stage } = used;
	const { tab } = await stage.open(stage.site.address(PAGE, "refused"));
	await tab.evaluate(() => void document.body.append(document.createElement("i")));
	await pause(1500);
	await tab.evaluate(() => document.body.lastElementChild?.remove());
	assert.equal(await tab.evaluate(() => performance.getEntriesByName("refused").length), 1);
	assert.equal(await readSource(tab), await seePlain(stage.site.address(PAGE, "refused")));
	await checkStopped(stage, tab, "why_stopped_no_engine");
});

it("leaves the page as it was where memory is refused, and says so", async () => {
	const { stage } = used;
	const long = `<div hidden>${"<p>word and word</p>".repeat(20_000)}</div>`;
	stage.site.put("/full", (await readPage("sahifa")).replace("</body>", `${long}$&`));
	const { tab } = await stage.open(stage.site.address("/full", "full"));
	assert.equal(await readSource(tab), await seePlain(stage.site.address("/full", "full")));
	await checkStopped(stage, tab, "why_stopped_trap");
});

it("cleans the page, and what comes later, where the clock is coarse and jumps", async () => {
	const { stage } = used;
	const { tab, report } = await stage.open(stage.site.address(PAGE, "jumping"));
	assert.equal(report.state, "done", report.why ?? "");
	assert.equal(await isSeen(tab, BOX), false);
	await tab.evaluate(() => {
		const late = document.createElement("div");
		late.innerHTML =
			'<div id="late-one" class="comment-respond"><form><textarea></textarea><button>Post comment</button></form></div>';
		document.querySelector(".content")?.append(late);
	});
	await until("the late one to go", async () => !(await isSeen(tab, "#late-one")));
});
