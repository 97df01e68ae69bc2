/** Everything that the core can say has its words in every language of the extension. */

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { it } from "node:test";

const root = new URL("../../", import.meta.url);

/** @param {string} path */
const read = (path) => readFile(new URL(path, root), "utf8");

/** Keys that the core's sources and data name, in the form that messages have. */
async function keysOfCore() {
	const folder = "crate/core/src/";
	const names = await readdir(new URL(folder, root), { recursive: true });
	const sources = await Promise.all(
		names.filter((name) => name.endsWith(".rs")).map((name) => read(folder + name)),
	);
	const text = sources.join("\n");
	const found = [
		...[...text.matchAll(/Reason::new\("([a-z-]+)"\)/g)].map((m) => `reason_${m[1]}`),
		...[...text.matchAll(/Purpose::Other\("([a-z-]+)"\)/g)].map((m) => `why_${m[1]}`),
		...[...(await read("crate/core/data/purpose.toml")).matchAll(/says = "(page-[a-z]+)"/g)].map(
			(m) => `why_${m[1]}`,
		),
	];
	return [...new Set(found)].map((key) => key.replaceAll("-", "_"));
}

it("has words for every reason and every kind of page, in every language", async () => {
	const keys = await keysOfCore();
	assert.ok(keys.length > 15, `only ${keys.length} keys were found`);
	for (const language of await readdir(new URL("extension/_locales/", root))) {
		const messages = JSON.parse(await read(`extension/_locales/${language}/messages.json`));
		for (const key of keys) assert.ok(messages[key]?.message, `${language} has no words for ${key}`);
	}
});

it("says the same things in every language, with the same parameters", async () => {
	const languages = await readdir(new URL("extension/_locales/", root));
	const english = JSON.parse(await read("extension/_locales/en/messages.json"));
	for (const language of languages) {
		const messages = JSON.parse(await read(`extension/_locales/${language}/messages.json`));
		assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort(), language);
		for (const [key, { placeholders = {} }] of Object.entries(english)) {
			const wanted = Object.keys(placeholders).sort();
			assert.deepEqual(Object.keys(messages[key].placeholders ?? {}).sort(), wanted, `${language}: ${key}`);
		}
	}
});
