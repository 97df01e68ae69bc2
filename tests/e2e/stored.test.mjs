/** Settings that are not as they should be, in storage or in a file: nothing is lost or half taken, and it is said. */

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { endBackground, SOON } from "../browser/background.mjs";
import { isSeen } from "../browser/look.mjs";
import { importFile, readShown, readStored, typeRules } from "../browser/options.mjs";
import { until } from "../browser/report.mjs";
import { NAME, openStage } from "../browser/stage.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "/sahifa.html";
const BIO = "#author-box";
const SHARE = ".share-post";
const META = ".post-meta";
const OFF = "other.localhost";

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {Page} */
let options;
/** All that is stored when a site is off, a category is left, and a rule takes something off. @type {Record<string, any>} */
let whole;
/** The same as the options page shows it. @type {Awaited<ReturnType<typeof readShown>>} */
let shown;

before(async () => {
	stage = await openStage({ idle: SOON });
	const { tab } = await stage.open(stage.site.address(PAGE, "other"));
	await (await stage.desk.pressSwitch(tab)).close();
	await tab.close();
	options = await stage.desk.openOptions();
	await reload();
	await options.click("#category-share");
	await typeRules(options, `##${META}`);
	await look();
	shown = await reload();
	whole = await readStored(options);
});
after(() => stage?.close());

/** Loads the options page anew, and reads it. */
async function reload() {
	await options.evaluate(() => {
		document.body.replaceChildren();
		location.reload();
	});
	return until("the categories", async () => {
		const now = await readShown(options);
		return now.categories.length > 0 && now;
	});
}

/** Writes to storage past the extension: all as it was but for some parts; what is undefined is taken away. @param {Record<string, any>} parts */
async function damage(parts) {
	/** @type {Record<string, any>} */
	const all = { ...whole, ...parts };
	const gone = Object.keys(all).filter((name) => all[name] === undefined);
	await stage.desk.page.evaluate(
		async (all, gone) => {
			// Open pages hear of each step, and the last alone must be the damage.
			await chrome.storage.local.remove("aside");
			await chrome.storage.local.set(all);
			await chrome.storage.local.remove(gone);
		},
		JSON.parse(JSON.stringify(all)),
		gone,
	);
}

/** What is to be seen of a page, on the site that is off or on another. @param {string} [name] */
async function look(name) {
	const tab = await stage.visit(stage.site.address(PAGE, name));
	if (name) assert.equal(await stage.desk.report(tab), null);
	else await stage.desk.settled(tab);
	const seen = await Promise.all([BIO, SHARE, META].map((selector) => isSeen(tab, selector)));
	await tab.close();
	return seen;
}

/** What was decided holds in pages. */
async function checkPages() {
	assert.deepEqual(await look(), [false, true, false]);
	assert.deepEqual(await look("other"), [true, true, true]);
}

/** @param {Record<string, any>} stored */
const pick = ({ version, sites, categories, rules, detach }) => ({
	version,
	sites,
	categories,
	rules,
	detach,
});

/** Parts of what is stored, and what was made of them. @type {Record<string, object>} */
const DAMAGED = {
	"sites as a list": { sites: [] },
	"sites as text": { sites: "\u0000\uFFFD" },
	"no sites": { sites: undefined },
	"a site as a number": { sites: { [OFF]: 1 } },
	"a switch as text": { sites: { [OFF]: { on: "false" } } },
	"categories of a site as a list": { sites: { [OFF]: { on: false, categories: [] } } },
	"kept blocks as numbers": { sites: { [OFF]: { on: false, kept: [1] } } },
	"a site that no address has": { sites: { "[::::]": { on: false } } },
	"categories as null": { categories: null },
	"an unknown category": { categories: { ads: true } },
	"rules as a number": { rules: 5 },
	"a switch as a number": { detach: 1 },
	"a version as text": { version: "2" },
	"a newer version": { version: 3, sites: { [OFF]: { state: "off" } }, categories: {} },
};

describe("damaged in storage", () => {
	for (const [name, parts] of Object.entries(DAMAGED)) {
		it(`keeps the last good copy in force, and shows what was found: ${name}`, async () => {
			await damage(parts);
			const { aside, ...now } = await reload();
			assert.deepEqual({ ...now, aside: [] }, shown);
			assert.deepEqual(JSON.parse(aside[0]), JSON.parse(JSON.stringify(pick({ ...whole, ...parts }))));
			assert.deepEqual(pick(await readStored(options)), pick(whole));
		});
	}

	it("shows it until the user deletes it", async () => {
		await damage({ sites: [] });
		for (let time = 0; time < 2; time++) assert.equal((await reload()).aside.length, 1);
		await options.click("#forget");
		await until("the end of the text", async () => (await readShown(options)).aside.length === 0);
		assert.deepEqual(await reload(), shown);
	});

	it("holds in pages when the browser starts with it", async () => {
		await damage({ sites: [], rules: 5 });
		await checkPages();
		await damage({ sites: [], rules: 5 });
		await endBackground(stage.session, stage.desk);
		await checkPages();
		assert.equal((await reload()).aside.length, 1);
	});

	it("shows one text for each time", async () => {
		await damage({ sites: [] });
		await reload();
		const { aside } = await readStored(options);
		await damage({ rules: 5, aside });
		assert.match((await reload()).aside[0], /^\{.*"sites":\[\].*\}\n\n\{.*"rules":5.*\}$/s);
	});

	it("keeps what can be read where there is no good copy", async () => {
		const sites = { ...whole.sites, b: 5 };
		for (const good of [undefined, "text", { ...whole.good, sites: [], rules: 5 }]) {
			await damage({ sites, good });
			const { aside, ...now } = await reload();
			assert.deepEqual({ ...now, aside: [] }, shown);
			assert.deepEqual(JSON.parse(aside[0]), { ...pick(whole), sites, ...(good && { good }) });
		}
	});

	it("takes the good copy where nothing else is left, as far as it can be read", async () => {
		const nothing = Object.fromEntries(Object.keys(pick(whole)).map((name) => [name, undefined]));
		await damage(nothing);
		assert.deepEqual(await reload(), shown);
		const good = { ...whole.good, sites: { ...whole.sites, b: 5 } };
		await damage({ ...nothing, good });
		const { aside, ...now } = await reload();
		assert.deepEqual({ ...now, aside: [] }, shown);
		assert.deepEqual(JSON.parse(aside[0]), { good });
		await damage({ ...nothing, good: undefined, rules: whole.rules });
		assert.equal((await reload()).rules, whole.rules);
	});

	it("bears what is nested too deeply to be shown", async () => {
		await damage({});
		await stage.desk.page.evaluate(
			(list) => chrome.storage.local.set({ sites: { a: JSON.parse(list) } }),
			nest(10_000),
		);
		const { aside, ...now } = await reload();
		assert.deepEqual({ ...now, aside: [] }, shown);
		assert.equal(aside.length, 1);
	});

	it("bears damage to what is kept beside the settings", async () => {
		const compiled = { ...whole.compiled, filters: [null, { hosts: 1 }] };
		assert.ok(whole.compiled.list);
		await damage({ compiled, hits: [], undo: "text", aside: { a: 1 }, good: 5 });
		await checkPages();
		assert.deepEqual(await reload(), shown);
	});
});

it("understands what the first version stored, and writes it anew at the next change", async () => {
	const first = { version: 1, sites: { [OFF]: { on: false } }, categories: whole.categories };
	await damage({ ...first, rules: undefined, good: first, compiled: undefined });
	await endBackground(stage.session, stage.desk);
	assert.deepEqual(await look(), [false, true, true]);
	assert.deepEqual(await look("other"), [true, true, true]);
	assert.deepEqual(await reload(), { ...shown, rules: "" });
	assert.equal((await readStored(options)).version, 1);
	await options.click("#category-tags");
	await until("the change", async () => (await readStored(options)).version === 2);
	const stored = await readStored(options);
	assert.deepEqual(stored.good, pick(stored));
	assert.equal(stored.sites[OFF].on, false);
	assert.deepEqual(stored.categories, { ...whole.categories, tags: true });
});

/** @param {object} changes */
const makeFile = (changes) =>
	JSON.stringify({ version: 2, sites: {}, categories: {}, rules: "", ...changes });

/** Lists in each other, so many deep. @param {number} depth */
const nest = (depth) => "[".repeat(depth) + "]".repeat(depth);

/** Names that fit the shape of a host, but are in no address as they stand. */
const HOSTS = ["[::::]", "[0:0::1]", "1.2.3.4.5", "256.1.1.1", "127.1", "0x7f", "a.1", "www.a.example"];

const PROTO =
	'{"__proto__":{"x":1},"version":2,"categories":{"__proto__":{"x":1}},"sites":{"__proto__":{"on":false},"a":{"__proto__":{"x":1},"categories":{"__proto__":{"x":1}}}}}';

/** Files, and what is said of them: the places of all faults, or one message. @type {Record<string, [string | Buffer, string[] | string]>} */
const REFUSED = {
	"more than 2 MB": [makeFile({}).padEnd((2 << 20) + 1), "too_large"],
	"no text": [Buffer.from(Array.from({ length: 9999 }, (_, at) => (at * 7919) % 256)), "no_json"],
	"cut off": [makeFile({}).slice(0, -1), "no_json"],
	empty: ["", "no_json"],
	"other JSON": ['{"sites":{"other.localhost":{"on":false}}}', "foreign"],
	"a list": [`[${makeFile({})}]`, "foreign"],
	"lists, 10,000 deep": [nest(10_000), "foreign"],
	"lists in a site, 10,000 deep": [
		`{"version":2,"categories":{},"sites":{"a":{"on":${nest(10_000)}}}}`,
		["sites.a.on"],
	],
	"of a newer version": [makeFile({ version: 3, sites: [] }), "newer"],
	"a version as text": [makeFile({ version: "2" }), ["version"]],
	"nothing but a version": ['{"version":2}', ["sites", "categories"]],
	"wrong types": [
		makeFile({ sites: { a: 1, b: { on: 0, categories: [], kept: [1] } }, categories: { tags: 1 }, rules: 1 }),
		["sites.a", "sites.b.on", "sites.b.categories", "sites.b.kept", "categories.tags", "rules"],
	],
	"lists for names": [makeFile({ sites: [], categories: [] }), ["sites", "categories"]],
	"unknown names": [
		makeFile({ $1: 1, sites: { a: { $PLACE$: 1 } }, categories: { ads: true } }),
		["$1", "sites.a.$PLACE$", "categories.ads"],
	],
	"more blocks than are kept": [makeFile({ sites: { a: { kept: Array(201).fill("b") } } }), ["sites.a.kept"]],
	"sites that no address has": [
		makeFile({ sites: Object.fromEntries(HOSTS.map((host) => [host, { on: false }])) }),
		HOSTS.map((host) => `sites.${host}`),
	],
	"__proto__ everywhere": [
		PROTO,
		["", "sites.", "sites.a.", "sites.a.categories.", "categories."].map((place) => `${place}__proto__`),
	],
	"a very long name": [makeFile({ ["n".repeat(1_000_000)]: 0 }), [`${"n".repeat(200)}…`]],
};

/** Whether a name of PROTO came upon all objects, here or in the background. */
async function isPolluted() {
	const { browser, origin } = stage.session;
	const worker = browser
		.targets()
		.find((one) => one.type() === "service_worker" && one.url().startsWith(origin));
	const background =
		NAME === "chrome"
			? (await worker?.worker())?.evaluate(() => "x" in {})
			: options.evaluate(() => "x" in new /** @type {any} */ (chrome.extension.getBackgroundPage()).Object());
	return (await background) || (await options.evaluate(() => "x" in {}));
}

describe("in a file", () => {
	before(async () => {
		await damage({});
		await reload();
	});

	for (const [name, [content, said]] of Object.entries(REFUSED)) {
		it(`is refused, and nothing changes: ${name}`, async () => {
			const stored = await readStored(options);
			const { done, faults, failed } = await importFile(options, content);
			assert.deepEqual([done, failed], ["", ""]);
			const words = (/** @type {string} */ key, param = "") =>
				stage.desk.page.evaluate(
					(key, param) => chrome.i18n.getMessage(key, [param]),
					`import_${key}`,
					param,
				);
			if (typeof said === "string") {
				assert.equal(faults.length, 1);
				assert.ok(faults[0].startsWith(await words(said)), faults[0]);
			} else {
				const wanted = await Promise.all(said.map((place) => words("fault", place)));
				assert.deepEqual(faults.sort(), wanted.sort());
			}
			assert.deepEqual(await readStored(options), stored);
			assert.deepEqual(await readShown(options), shown);
			assert.equal(await isPolluted(), false);
		});
	}

	it("counts the faults that are too many to be listed", async () => {
		const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`n${at}`, 0]));
		const { faults } = await importFile(options, makeFile(many));
		assert.equal(faults.length, 101);
		assert.match(faults[100], /99,900/);
	});
});
