/** The extension's own pages can be used by everyone: axe finds nothing wrong, in light and in dark. */

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import { readTexts } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** As wide as it is, and so high that nothing lies under its header. */
const POPUP = { width: 360, height: 2000 };

/** @type {import("../browser/stage.mjs").Stage} */
let stage;

/** Firefox takes the colours from a preference, Chromium is told for each page. @param {"light" | "dark"} scheme */
const openIn = (scheme) =>
	openStage({
		preferences: { "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1 },
	});

/** @param {Page} page @param {"light" | "dark"} scheme */
async function dress(page, scheme) {
	if (NAME === "chrome") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
	await until(`the ${scheme} colours`, () =>
		page.evaluate(
			(query) => matchMedia(query).matches && document.getAnimations().length === 0,
			`(prefers-color-scheme: ${scheme})`,
		),
	);
}

/** What axe finds wrong in a page, in words. @param {Page} page */
async function audit(page) {
	await page.evaluate(axe.source);
	/** @type {import("axe-core").AxeResults} */
	const { violations, passes } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run());
	assert.ok(passes.length > 10, `axe looked at ${passes.length} things only`);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
	);
}

/** The popup of a tab, with all that it hides opened. @param {Page} tab */
async function openPopup(tab) {
	const popup = await stage.desk.openPopup(tab);
	await popup.setViewport(POPUP);
	await until("the choices", async () => (await readTexts(popup, "#choices-list li")).length > 0);
	await popup.evaluate(() => {
		for (const details of document.querySelectorAll("details")) details.open = true;
	});
	return popup;
}

for (const scheme of /** @type {const} */ (["light", "dark"])) {
	describe(`in ${scheme} colours`, () => {
		before(async () => {
			stage = await openIn(scheme);
		});
		after(() => stage?.close());

		it("the popup on an article", async () => {
			const { tab } = await stage.open(stage.site.address("/sahifa.html"));
			const popup = await openPopup(tab);
			await until("the list", async () => (await readTexts(popup, "#blocks li")).length > 0);
			await dress(popup, scheme);
			assert.deepEqual(await audit(popup), []);
		});

		it("the popup on a page that is no article", async () => {
			const { tab, report } = await stage.open(stage.site.address("/login.html"));
			assert.equal(report.state, "not-article");
			const popup = await openPopup(tab);
			await dress(popup, scheme);
			assert.deepEqual(await audit(popup), []);
		});

		it("the options with sites, rules and faults", async () => {
			await stage.desk.ask({ kind: "site", host: "off.localhost", on: false });
			await stage.desk.ask({ kind: "site-category", host: "news.localhost", category: "share", on: false });
			const options = await stage.desk.openOptions();
			await until("the sites", async () => (await readTexts(options, "#sites li")).length === 2);
			await options.evaluate(() => {
				const editor = /** @type {HTMLTextAreaElement} */ (document.querySelector("#rules-text"));
				editor.value = "##.mine\n##:has-text(";
				/** @type {HTMLFormElement | null} */ (document.querySelector("#rules"))?.requestSubmit();
			});
			await until("the fault", async () => (await readTexts(options, "#rules-faults-list li")).length > 0);
			await until("the rule", async () => (await readTexts(options, "#rules-hits li")).length > 0);
			await dress(options, scheme);
			assert.deepEqual(await audit(options), []);
		});

		it("the welcome page, before and after", async () => {
			const welcome = await stage.desk.openOptions("welcome/welcome.html");
			await welcome.bringToFront();
			await until("the example to be cleaned", () => welcome.$eval(".clean", () => true));
			await dress(welcome, scheme);
			assert.deepEqual(await audit(welcome), []);
			await welcome.evaluate(() => {
				document.querySelector("input")?.click();
				document.querySelector("#access")?.removeAttribute("hidden");
			});
			await dress(welcome, scheme);
			assert.deepEqual(await audit(welcome), []);
		});
	});
}
