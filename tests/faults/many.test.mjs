/** Many tabs at once, as a browser has them that brings back those of its last time. */

import assert from "node:assert/strict";
import { it } from "node:test";
import { alter } from "../browser/altered.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

const LOADED = 12;
/** Firefox alone can open tabs that load once they are looked at, as it does with those of the last time. */
const ASLEEP = NAME === "firefox" ? 288 : 0;

/** The page's own server hears of every start, and whether the page was idle before. @param {string} script */
const tellStarts = (script) => `
{
	let isIdle = false;
	requestIdleCallback(() => { isIdle = true; }, { timeout: 2000 });
	globalThis.endmarkIsIdle = () => isIdle;
}
${script}
{
	const { initSync } = wasm_bindgen;
	wasm_bindgen.initSync = (...given) => {
		fetch("/started" + location.pathname + (endmarkIsIdle() ? "" : "/busy"));
		return initSync(...given);
	};
}`;

it("starts the engine once in each tab that is loaded, once that is idle, and in no other", async () => {
	const altered = await alter("core.js", tellStarts);
	const stage = await openStage({ extension: altered.folder });
	try {
		const listStarts = () => stage.site.asked.filter((path) => path.startsWith("/started/"));
		const paths = Array.from({ length: LOADED }, (_, at) => `/loaded-${at}`);
		for (const path of paths) stage.site.put(path, "<!doctype html><title>One</title><p>Text");
		const open = (/** @type {string[]} */ urls, /** @type {object} */ more) =>
			stage.desk.page.evaluate(
				async (urls, more) => {
					for (const url of urls) await chrome.tabs.create({ url, active: false, ...more });
				},
				urls,
				more,
			);
		const asleep = Array.from({ length: ASLEEP }, (_, at) => stage.site.address(`/asleep-${at}`));
		await open(asleep, { discarded: true });
		await open(
			paths.map((path) => stage.site.address(path)),
			{},
		);
		await until("all to start", async () => listStarts().length >= LOADED, 60_000);
		await pause(2000);
		assert.deepEqual(listStarts().sort(), paths.map((path) => `/started${path}`).sort());
		const tabs = await stage.desk.page.evaluate(async () => (await chrome.tabs.query({})).length);
		assert.ok(tabs >= LOADED + ASLEEP, `${tabs} tabs`);
	} finally {
		await stage.close();
		await altered.remove();
	}
});
