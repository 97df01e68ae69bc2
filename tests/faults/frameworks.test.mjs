/** Pages that Vue, Svelte and older versions of React own: hydrated with blocks hidden in them, then mounted, turned and unmounted a thousand times. */

import { readFile } from "node:fs/promises";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { compile } from "svelte/compiler";
import { bundleForPage, runOnServer } from "../browser/bundle.mjs";
import { openStage } from "../browser/stage.mjs";
import { checkOwned, LISTEN } from "./owned.mjs";

const APPS = fileURLToPath(new URL("./apps", import.meta.url));

const REACT = `
	import * as React from "react";
	import { page } from "../react.js";
	const Page = (shown) => {
		React.useEffect(() => globalThis.ready(), []);
		return page(React.createElement, shown);
	};`;

const REACT_SERVER = `${REACT}
	import { renderToString } from "react-dom/server.browser";
	export const html = renderToString(React.createElement(Page));`;

/** @param {string} takeOver how this version takes the page over, and shows it anew at once */
const writeReactClient = (takeOver) => `${REACT}
	const root = document.querySelector("#root");
	globalThis.begin = () => new Promise((done) => {
		globalThis.ready = done;
		hydratePage(React.createElement(Page));
	});
	globalThis.show = async (next) => renderPage(React.createElement(Page, next));
	${takeOver}`;

/** For each framework where it is, what makes the page on a server, and what takes it over and changes it in the browser. */
const FRAMEWORKS = {
	Vue: {
		folder: APPS,
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
		folder: APPS,
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
	"React 17": {
		folder: `${APPS}/react-17`,
		server: REACT_SERVER,
		client: writeReactClient(`
			import { hydrate, render } from "react-dom";
			const hydratePage = (page) => hydrate(page, root);
			const renderPage = (page) => render(page, root);`),
	},
	"React 18": {
		folder: `${APPS}/react-18`,
		server: REACT_SERVER,
		client: writeReactClient(`
			import { flushSync } from "react-dom";
			import { hydrateRoot } from "react-dom/client";
			const onRecoverableError = (fault) => faults.push(String(fault));
			let hydrated;
			const hydratePage = (page) => { hydrated = hydrateRoot(root, page, { onRecoverableError }); };
			const renderPage = (page) => flushSync(() => hydrated.render(page));`),
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

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
before(async () => {
	stage = await openStage();
	for (const [name, { folder, server, client }] of Object.entries(FRAMEWORKS)) {
		/** @type {import("../browser/bundle.mjs").How} */
		const how = { folder, mode: "development", plugins: [SVELTE], define: FLAGS };
		const { html } = await runOnServer(server, how);
		stage.site.put(`/${name}.js`, {
			body: LISTEN + (await bundleForPage(client, how)),
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

for (const name of Object.keys(FRAMEWORKS))
	it(`lives with a page that ${name} changes a thousand times`, () =>
		checkOwned(stage, stage.site.address(`/${name}`)));
