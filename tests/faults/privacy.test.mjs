/** Load after load beside a browser without us: nobody is asked for anything more, and a page finds no trace that it could know again. */

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { relative } from "node:path";
import { after, before, it } from "node:test";
import { openCanary } from "../browser/canary.mjs";
import { launch } from "../browser/launch.mjs";
import { serve } from "../browser/site.mjs";
import { EXTENSION, NAME, openStage, PAGES } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{ attributes: string[], globals: string[], said: string[] }} Traces */

const LOADS = Number(process.env.ENDMARK_LOADS ?? 100);

/** @type {{ with: import("../browser/canary.mjs").Canary, without: import("../browser/canary.mjs").Canary }} */
let canaries;
/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** The browser without us, and the site that it asks. @type {import("../browser/launch.mjs").Session} */
let bareSession;
/** @type {import("../browser/site.mjs").Site} */
let bareSite;

before(async () => {
	canaries = { with: await openCanary(), without: await openCanary() };
	stage = await openStage({ offline: false, canary: canaries.with.port });
	bareSite = await serve(PAGES);
	bareSession = await launch({ name: NAME, canary: canaries.without.port });
});
after(async () => {
	await bareSession?.close();
	await bareSite?.close();
	await stage?.close();
	await Promise.all(Object.values(canaries ?? {}).map((canary) => canary.close()));
});

/** What a page can tell of itself. @param {Page} tab @param {string[]} said */
const readTraces = async (tab, said) => ({
	said,
	...(await tab.evaluate(() => ({
		attributes: [
			...new Set([...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())),
		],
		globals: Object.getOwnPropertyNames(window),
	}))),
});

/** @param {Page} tab @param {string} address @param {() => Promise<unknown>} rest @returns {Promise<Traces>} */
async function load(tab, address, rest) {
	/** @type {string[]} */
	const said = [];
	const listen = (/** @type {import("puppeteer-core").ConsoleMessage} */ message) =>
		said.push(message.text());
	tab.on("console", listen);
	await tab.goto(address, { waitUntil: "load" });
	await rest();
	tab.off("console", listen);
	return readTraces(tab, said);
}

/** What is in the first list alone. @param {Iterable<string>} list @param {Iterable<string>} other */
function findNew(list, other) {
	const known = new Set(other);
	return [...list].filter((one) => !known.has(one));
}

it("asks nobody for anything, and leaves no name that comes twice", async () => {
	const pages = (await readdir(PAGES)).filter((name) => name.endsWith(".html")).sort();
	const tab = await stage.desk.openTab();
	const bare = await bareSession.browser.newPage();
	/** @type {Set<string>} */
	const names = new Set();
	let marked = 0;
	for (let time = 0; time < LOADS; time++) {
		const path = `/${pages[Math.floor((time * pages.length) / LOADS) % pages.length]}`;
		const plain = await load(bare, bareSite.address(path), async () => {});
		const traces = await load(tab, stage.site.address(path), () => stage.desk.settled(tab, 200));
		const drawn = findNew(traces.attributes, plain.attributes);
		assert.deepEqual(
			drawn.filter((name) => names.has(name)),
			[],
			`${path}: a name came twice`,
		);
		assert.deepEqual(findNew(traces.globals, plain.globals), [], path);
		assert.deepEqual(findNew(traces.said, plain.said), [], path);
		for (const name of drawn) names.add(name);
		marked += Number(drawn.length > 0);
	}
	assert.ok(marked > LOADS / 4, `only ${marked} pages had anything taken off`);
	assert.deepEqual(findNew(stage.site.asked, bareSite.asked), []);
	assert.deepEqual(findNew(canaries.with.hosts, canaries.without.hosts), []);
});

it("has no file that a page could have", async () => {
	const { origin } = stage.session;
	const entries = await readdir(EXTENSION, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => `${origin}/${relative(EXTENSION, `${entry.parentPath}/${entry.name}`)}`);
	/** @param {string[]} files */
	const probe = async (files) => {
		const tags = /** @type {const} */ ([
			["script", "src"],
			["img", "src"],
			["link", "href"],
		]);
		/** @param {string} file @param {readonly [string, string]} tag */
		const embed = (file, [name, from]) =>
			new Promise((done) => {
				const element = document.createElement(name);
				element.onload = () => done(true);
				element.onerror = () => done(false);
				Object.assign(element, { rel: "stylesheet", [from]: file });
				document.head.append(element);
			});
		const fetched = await Promise.all(
			files.map((file) =>
				fetch(file).then(
					({ ok }) => ok,
					() => false,
				),
			),
		);
		const embedded = await Promise.all(
			files.map(async (file) => (await Promise.all(tags.map((tag) => embed(file, tag)))).includes(true)),
		);
		return files.filter((_, at) => fetched[at] || embedded[at]);
	};
	const { tab } = await stage.open(stage.site.address("/sahifa.html"));
	assert.deepEqual(await tab.evaluate(probe, files), []);
	// The same question has an answer where it may be asked.
	const own = await stage.desk.page.evaluate(
		(files) => Promise.all(files.map((file) => fetch(file).then(({ ok }) => ok))),
		files,
	);
	assert.ok(files.length > 50 && own.every(Boolean));
});
