/** The picker: a block that the user points at goes on every page of the site; the page hears nothing of it. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { isPicking, pickByMouse, point, startPicker, waitForEnd, waitForGone } from "../browser/picker.mjs";
import { pause } from "../browser/report.mjs";
import { addScript, openStage, readPage } from "../browser/stage.mjs";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

/** A page of the fixture with boxes below its article. @param {string} boxes @param {string} [script] */
async function makePage(boxes, script = "") {
	const html = (await readPage("sahifa")).replace('<section id="check-also-box"', (box) => boxes + box);
	assert.ok(html.includes(boxes));
	return addScript(html, script);
}

/** Opens a page and starts the picker from the popup. @param {string} path @param {string} [name] */
async function pickOn(path, name) {
	const { tab } = await stage.open(stage.site.address(path, name));
	await startPicker(stage.desk, tab);
	return tab;
}

const listRules = async () => (await stage.desk.ask({ kind: "choices" })).rules.split("\n").filter(Boolean);

it("takes off what is pointed at, on this page and on the site's other pages", async () => {
	stage.site.put("/one.html", await makePage('<div class="weather-box"><p>Rain until noon</p></div>'));
	stage.site.put("/two.html", await makePage('<div class="weather-box"><p>Sun at last</p></div>'));
	const tab = await pickOn("/one.html");
	await pickByMouse(tab, ".weather-box p");
	await waitForGone(tab, ".weather-box p");
	assert.equal((await listRules()).length, 1);
	const second = await stage.open(stage.site.address("/two.html"));
	assert.equal(await isSeen(second.tab, ".weather-box p"), false);
	const other = await stage.open(stage.site.address("/two.html", "other"));
	assert.equal(await isSeen(other.tab, ".weather-box p"), true);
});

it("finds the block again where class names are drawn anew", async () => {
	/** @param {string[]} drawn */
	const boxes = ([box, inner, other]) =>
		`<div class="Promo_root__${box} css-${inner}" id="x"><p class="css-${other}">Our podcast</p></div>` +
		`<div class="css-${inner}"><section class="sc-${box} ${inner}"><p>Our shop</p></section></div>`;
	stage.site.put("/old.html", await makePage(boxes(["x7Gh2", "1q2w3e", "kLmNoP"])));
	stage.site.put("/new.html", await makePage(boxes(["k29sd", "9z8y7x", "aBcDeF"])));
	const tab = await pickOn("/old.html", "hashes");
	await point(tab, "[class^=Promo] p");
	await tab.keyboard.press("ArrowUp");
	await tab.keyboard.press("Enter");
	await tab.keyboard.press("Enter");
	await waitForGone(tab, "[class^=Promo]");
	await startPicker(stage.desk, tab);
	await pickByMouse(tab, "[class^=sc-] p");
	await waitForGone(tab, "[class^=sc-] p");
	const { tab: later } = await stage.open(stage.site.address("/new.html", "hashes"));
	assert.equal(await isSeen(later, "[class^=Promo]"), false);
	assert.equal(await isSeen(later, "[class^=sc-] p"), false);
	assert.equal(await isSeen(later, ".entry"), true);
});

it("selects exactly what was shown where names are odd", async () => {
	const boxes = `<div id="a:b 'c&quot;" class="😀 ${"x".repeat(500)} 3d"><p>Odd names</p></div><div class="plain"><p>Plain</p></div>`;
	stage.site.put("/odd.html", await makePage(boxes));
	const tab = await pickOn("/odd.html", "odd");
	await point(tab, "[class^='😀'] p");
	await tab.keyboard.press("ArrowUp");
	await tab.keyboard.press("Enter");
	await tab.keyboard.press("Enter");
	await waitForGone(tab, "[class^='😀']");
	await tab.reload({ waitUntil: "load" });
	await stage.desk.settled(tab);
	assert.equal(await isSeen(tab, "[class^='😀']"), false);
	assert.equal(await isSeen(tab, ".plain"), true);
});

it("refuses what would take the article, and stores nothing", async () => {
	const before = await listRules();
	const tab = await pickOn("/sahifa.html", "refused");
	await point(tab, ".entry > p");
	for (let step = 0; step < 3; step++) await tab.keyboard.press("ArrowUp");
	await tab.keyboard.press("Enter");
	await tab.keyboard.press("Enter");
	await pause(500);
	assert.equal(await isSeen(tab, ".entry > p"), true);
	assert.equal(await isPicking(tab), true, "left without a word");
	await tab.keyboard.press("Escape");
	await waitForEnd(tab);
	assert.deepEqual(await listRules(), before);
});

it("keeps every touch from the page, and gives them back at the end", async () => {
	const script = `window.heard = [];
		for (const kind of ["pointerdown", "mousedown", "click", "keydown", "pointermove"])
			addEventListener(kind, (event) => { heard.push(kind); event.stopImmediatePropagation(); event.preventDefault(); }, true);`;
	stage.site.put("/deaf.html", await makePage('<a class="trap-link" href="/elsewhere.html">Go</a>', script));
	const tab = await pickOn("/deaf.html", "deaf");
	await tab.evaluate("heard = []");
	await pickByMouse(tab, ".trap-link");
	await waitForGone(tab, ".trap-link");
	assert.deepEqual(await tab.evaluate("heard"), []);
	assert.match(tab.url(), /deaf\.html$/);
	await tab.keyboard.press("a");
	assert.deepEqual(await tab.evaluate("heard"), ["keydown"]);
});

it("stands above open dialogs, picks frames as a whole, and survives what goes away under the mouse", async () => {
	const frame = `<iframe class="foreign" src="${stage.site.address("/login.html", "foreign")}" width="300" height="200"></iframe>`;
	stage.site.put("/frame.html", await makePage(`${frame}<div class="passing"><p>Here and gone</p></div>`));
	const tab = await pickOn("/frame.html", "frames");
	await point(tab, ".passing p");
	await tab.evaluate(() => document.querySelector(".passing")?.remove());
	await pickByMouse(tab, ".foreign");
	await waitForGone(tab, ".foreign");
	stage.site.put(
		"/dialog.html",
		await makePage(
			"<dialog class='plea'><p>Please stay</p></dialog>",
			"document.querySelector('dialog').showModal()",
		),
	);
	const second = await pickOn("/dialog.html", "frames");
	await second.keyboard.press("Escape");
	await waitForEnd(second);
	assert.equal(
		await second.evaluate(() => document.querySelector("dialog")?.open),
		true,
		"Esc reached the page",
	);
});

it("takes the nearest that can be seen: a drawing as a whole, not a dot, nor what the mouse falls through", async () => {
	const boxes = `<div class="chart"><canvas width="200" height="80"></canvas></div>
		<div class="counted"><i class="dot" style="display:block;width:3px;height:3px"></i>Counted</div>
		<div class="under"><b class="glass" style="pointer-events:none;display:block">Glass</b></div>`;
	stage.site.put("/nearest.html", await makePage(boxes));
	const tab = await pickOn("/nearest.html", "nearest");
	await pickByMouse(tab, "canvas");
	await waitForGone(tab, "canvas");
	assert.equal(await tab.$eval("canvas", (canvas) => canvas.getBoundingClientRect().height), 0);
	for (const [inner, block] of [
		[".dot", ".counted"],
		[".glass", ".under"],
	]) {
		await startPicker(stage.desk, tab);
		await pickByMouse(tab, inner);
		await waitForGone(tab, block);
	}
	assert.equal(await isSeen(tab, ".entry"), true);
});

it("creates no rule from what the page makes up", async () => {
	const before = await listRules();
	const tab = await pickOn("/one.html", "forged");
	await tab.evaluate(() => {
		for (const kind of ["pointermove", "click"]) {
			document
				.querySelector(".weather-box")
				?.dispatchEvent(new MouseEvent(kind, { bubbles: true, clientX: 50, clientY: 50 }));
		}
		for (const key of ["Enter", "Enter"])
			document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
	});
	await pause(300);
	assert.equal(await isPicking(tab), true);
	assert.deepEqual(await listRules(), before);
});
