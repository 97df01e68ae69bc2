/** A form that the reader is busy with stays as long as that, with all that was typed. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { openStage, readPage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const FORM = "#respond";
const FIELD = "#respond textarea";
const WORDS = "The night ferry was late";
/** Than it takes until a form that was left is taken off. */
const LONGER = 3000;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
	stage.site.put("/focused", (await readPage("sahifa")).replace("<textarea", "<textarea autofocus"));
});
after(() => stage?.close());

/** The page with the cursor in the form from the start. */
async function openFocused() {
	const tab = await stage.desk.openTab();
	await tab.bringToFront();
	await tab.goto(stage.site.address("/focused"), { waitUntil: "load" });
	await stage.desk.settled(tab);
	assert.equal(await isSeen(tab, FORM), true);
	assert.equal(await isSeen(tab, "#author-box"), false);
	return tab;
}

/** What is in the field, and where the cursor stands. @param {Page} tab */
const readField = (tab) =>
	tab.$eval(FIELD, (field) => {
		const { value, selectionStart } = /** @type {HTMLTextAreaElement} */ (field);
		return { value, selectionStart };
	});

it("takes the form off once the cursor has left it and nothing was typed", async () => {
	const tab = await openFocused();
	await tab.$eval(FIELD, (field) => /** @type {HTMLElement} */ (field).blur());
	await until("the form to go", async () => !(await isSeen(tab, FORM)));
	await tab.close();
});

it("leaves the form in which something was typed, wherever the cursor is", async () => {
	const tab = await openFocused();
	await tab.type(FIELD, WORDS);
	await tab.$eval(FIELD, (field) => /** @type {HTMLElement} */ (field).blur());
	await pause(LONGER);
	assert.equal(await isSeen(tab, FORM), true);
	assert.equal((await readField(tab)).value, WORDS);
	await tab.close();
});

it("keeps text, cursor and what can be undone while everything is shown and taken off ten times", async () => {
	const tab = await openFocused();
	await tab.type(FIELD, WORDS);
	await tab.keyboard.press("ArrowLeft");
	const before = await readField(tab);
	assert.deepEqual(before, { value: WORDS, selectionStart: WORDS.length - 1 });
	for (let times = 0; times < 10; times++) {
		await stage.desk.tell(tab, { kind: "show-all" }, { kind: "hide-all" });
		assert.deepEqual(await readField(tab), before);
	}
	assert.equal(await isSeen(tab, FORM), true);
	await tab.focus(FIELD);
	await tab.keyboard.down("Control");
	await tab.keyboard.press("KeyZ");
	await tab.keyboard.up("Control");
	await until("what was typed to be undone", async () => (await readField(tab)).value !== WORDS);
	await tab.close();
});
