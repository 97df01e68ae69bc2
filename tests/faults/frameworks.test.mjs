/** Pages that Vue and Svelte own: hydrated with blocks hidden in them, then mounted, turned and unmounted a thousand times. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { isSeen, readSource } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { openStage, seePlain } from "../browser/stage.mjs";

const APPS = fileURLToPath(new URL("./apps", import.meta.url));
const ROUNDS = 1000;

/** For each framework what makes the page on a server, and what takes it over and changes it in the browser. */
const FRAMEWORKS = {
	Vue: {
		server: `
			import { renderToString } from "vue/server-renderer";
			import { make } from "./vue.js";
			export const html = await renderToString(make());`,
		client: `
			import { nextTick } from "vue";
			import { make, state } from "./vue.js";
			globalThis.begin = () => {
				const app = make();
				app.config.errorHandler = (fault) => faults.push(String(fault));
				app.config.warnHandler = (fault) => faults.push(String(fault));
				app.mount("#root");
			};
			globalThis.show = async (next) => {
				state.value = next;
				await nextTick();
			};`,
	},
	Svelte: {
		server: `
			import { render } from "svelte/server";
			import Holder from "./Holder.svelte";
			export const html = render(Holder).body;`,
		client: `
			import { hydrate, tick } from "svelte";
			import Holder from "./Holder.svelte";
			globalThis.begin = () => {
				const holder = hydrate(Holder, { target: document.querySelector("#root"), recover: false });
				globalThis.show = async (next) => {
					holder.set(next);
					await tick();
				};
			};`,
	},
};

/** @type {import("esbuild").Plugin} */
const SVELTE = {
	name: "svelte",
	setup(build) {
		const generate = build.initialOptions.platform === "node" ? "server" : "client";
		build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
			const source = await readFile(path, "utf8");
			return { contents: compile(source, { generate, dev: true, filename: path }).js.code };
		});
	},
};

/** What Vue wants to be told. */
const FLAGS = Object.fromEntries(
	["OPTIONS_API", "PROD_DEVTOOLS", "PROD_HYDRATION_MISMATCH_DETAILS"].map((name) => [
		`__VUE_${name}__`,
		"true",
	]),
);

/** @param {string} contents @param {"browser" | "node"} platform */
async function bundle(contents, platform) {
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: APPS },
		bundle: true,
		write: false,
		platform,
		conditions: ["development", platform],
		format: platform === "node" ? "esm" : "iife",
		define: { ...FLAGS, "process.env.NODE_ENV": '"development"' },
		logLevel: "error",
		plugins: [SVELTE],
	});
	return outputFiles[0].text;
}

/** What goes wrong is kept, whoever says it. */
const LISTEN = `
	globalThis.faults = [];
	addEventListener("error", (event) => faults.push(event.message));
	addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));
	console.error = console.warn = (...words) => faults.push(words.join(" "));`;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
	for (const [name, { server, client }] of Object.entries(FRAMEWORKS)) {
		const code = encodeURIComponent(await bundle(server, "node"));
		const { html } = await import(`data:text/javascript,${code}`);
		stage.site.put(`/${name}.js`, {
			body: LISTEN + (await bundle(client, "browser")),
			type: "text/javascript",
		});
		stage.site.put(
			`/${name}`,
			`<!doctype html><html lang="en"><title>A letter for the harbour master</title>
			<meta property="og:type" content="article">
			<body><main id="root">${html}</main><script src="/${name}.js"></script></body></html>`,
		);
	}
});
after(() => stage?.close());

/** Takes the page over, then changes it again and again; gives what went wrong. @param {import("puppeteer-core").Page} tab */
const exercise = (tab) =>
	tab.evaluate(async (rounds) => {
		const page = /** @type {any} */ (globalThis);
		await page.begin();
		for (let round = 1; round <= rounds; round++) {
			await page.show({ open: round % 3 !== 0, turned: round % 2 === 0, count: round });
			if (round % 10 === 0) await new Promise((next) => setTimeout(next));
		}
		return /** @type {string[]} */ (page.faults);
	}, ROUNDS);

for (const name of Object.keys(FRAMEWORKS)) {
	it(`lives with a page that ${name} changes a thousand times`, async () => {
		const address = stage.site.address(`/${name}`);
		const { tab } = await stage.open(address);
		await until("the blocks to be taken off", async () => {
			const seen = await Promise.all(["#author-box", "#comments", ".text"].map((it) => isSeen(tab, it)));
			return seen.join() === "false,false,true";
		});
		assert.deepEqual(await exercise(tab), []);
		await stage.desk.tell(tab, { kind: "show-all" });
		const source = await readSource(tab);
		assert.match(source, new RegExp(`Visits: ${ROUNDS}<`));
		assert.equal(source, await seePlain(address, exercise));
	});
}
