/** The engine that does not compile, gets no memory or has a clock that jumps: the page is as it was, or it is cleaned. */

import assert from "node:assert/strict";
import { it } from "node:test";
import { withAltered } from "../browser/altered.mjs";
import { listen } from "../browser/heard.mjs";
import { isSeen, readSource } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME, readPage, seePlain } from "../browser/stage.mjs";
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

/** Once it runs, the engine as a script gets no more memory either. */
const SCARCE = `Object.defineProperty(globalThis, "endmarkScriptForm", {
	configurable: true,
	set(form) {
		const { turn } = form.Endmark.prototype;
		form.Endmark.prototype.turn = function (now) {
			ArrayBuffer.prototype.transfer = () => {
				throw new RangeError("refused");
			};
			return turn.call(this, now);
		};
		Object.defineProperty(globalThis, "endmarkScriptForm", { value: form });
	},
});`;

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
const FAULTS = { refused: REFUSING, full: GROWN, scarce: SCARCE, jumping: JUMPING };

/** @param {string} script */
const breakOnSites = (script) => {
	const [before, ...behind] = ["jumping", "refused", "full", "scarce"].map(
		(name) =>
			`if (location.hostname === "${name}.localhost") ${FAULTS[/** @type {keyof typeof FAULTS} */ (name)]}`,
	);
	return [before, script, ...behind].join("\n");
};

const used = withAltered("core.js", breakOnSites);

/** Opens a page of a site, and hears what it says from the first on. @param {string} path @param {string} name */
async function openHeard(path, name) {
	const { desk, site } = used.stage;
	const tab = await desk.openTab();
	const heard = listen(tab);
	await tab.goto(site.address(path, name), { waitUntil: "load" });
	await desk.settled(tab);
	return { tab, heard };
}

it("leaves the page as it was where nothing compiles, says so, and does not try again", async () => {
	const { stage } = used;
	const { tab, heard } = await openHeard(PAGE, "refused");
	await tab.evaluate(() => void document.body.append(document.createElement("i")));
	await pause(1500);
	await tab.evaluate(() => document.body.lastElementChild?.remove());
	assert.equal(await tab.evaluate(() => performance.getEntriesByName("refused").length), 1);
	assert.equal(await readSource(tab), await seePlain(stage.site.address(PAGE, "refused")));
	await checkStopped(stage, tab, "why_stopped_no_engine");
	assert.deepEqual(heard, []);
});

/** A page that needs more memory than the engine begins with. */
async function makeLong() {
	const long = `<div hidden>${"<p>word and word</p>".repeat(20_000)}</div>`;
	return (await readPage("sahifa")).replace("</body>", `${long}$&`);
}

/** It is as it was, and told why. @param {string} path @param {string} name */
async function checkFull(path, name) {
	const { stage } = used;
	const { tab, heard } = await openHeard(path, name);
	assert.equal(await readSource(tab), await seePlain(stage.site.address(path, name)));
	await checkStopped(stage, tab, "why_stopped_memory");
	assert.deepEqual(heard, []);
}

it("leaves the page as it was where memory is refused, and says so", async () => {
	used.stage.site.put("/full", await makeLong());
	await checkFull("/full", "full");
});

const skip = NAME !== "chrome" && "only Chromium runs the engine as a script";
it("does so too where the engine runs as a script", { skip }, async () => {
	const headers = { "content-security-policy": "script-src 'none'" };
	const body = (await makeLong()).replace(/<script>[\s\S]*?<\/script>/g, "");
	used.stage.site.put("/scarce", { body, headers });
	await checkFull("/scarce", "scarce");
});

/** A form comes later, and goes. @param {import("puppeteer-core").Page} tab */
async function checkLate(tab) {
	await tab.evaluate(() => {
		const late = document.createElement("div");
		late.innerHTML =
			'<div id="late-one" class="comment-respond"><form><textarea></textarea><button>Post comment</button></form></div>';
		document.querySelector(".content")?.append(late);
	});
	await until("the late one to go", async () => !(await isSeen(tab, "#late-one")));
}

it("cleans the page, and what comes later, where the clock is coarse and jumps", async () => {
	const { stage } = used;
	const { tab, report } = await stage.open(stage.site.address(PAGE, "jumping"));
	assert.equal(report.state, "done", report.why ?? "");
	assert.equal(await isSeen(tab, BOX), false);
	await checkLate(tab);
});

it("cleans the page, and what comes later, in a tab that nobody looks at", async () => {
	const { stage } = used;
	const tab = await stage.desk.openBehind(stage.site.address(PAGE, "behind"));
	const { state } = await stage.desk.settled(tab);
	assert.equal(state, "done");
	assert.equal(await isSeen(tab, BOX), false);
	await checkLate(tab);
	assert.equal(await tab.evaluate(() => document.visibilityState), "hidden");
	await tab.close();
});
