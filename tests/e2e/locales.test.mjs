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

/** What ends the key of a message that is worded by number. */
const NUMBERED = /_(zero|one|two|few|many|other)$/;

/** The messages that are worded by number, without what ends their keys. @param {string[]} keys */
const familiesOf = (keys) =>
	new Set(keys.filter((key) => key.endsWith("_one")).map((key) => key.replace(NUMBERED, "")));

it("says the same things in every language, with the same parameters", async () => {
	const languages = await readdir(new URL("extension/_locales/", root));
	const english = JSON.parse(await read("extension/_locales/en/messages.json"));
	const families = familiesOf(Object.keys(english));
	/** @param {string} key */
	const isNumbered = (key) => NUMBERED.test(key) && families.has(key.replace(NUMBERED, ""));
	for (const language of languages) {
		const messages = JSON.parse(await read(`extension/_locales/${language}/messages.json`));
		const plain = Object.keys(messages).filter((key) => !isNumbered(key));
		assert.deepEqual(
			plain.sort(),
			Object.keys(english)
				.filter((key) => !isNumbered(key))
				.sort(),
			language,
		);
		for (const family of families) {
			const { pluralCategories } = new Intl.PluralRules(messages.language.message).resolvedOptions();
			const wanted = pluralCategories.map((number) => `${family}_${number}`);
			const missing = wanted.filter(
				(key) => !(key in messages) && !(key.endsWith("_other") && family in messages),
			);
			assert.deepEqual(missing, [], language);
		}
		for (const [key, { placeholders = {} }] of Object.entries(messages)) {
			const model =
				english[key] ?? english[key.replace(NUMBERED, "_other")] ?? english[key.replace(NUMBERED, "")];
			const wanted = Object.keys(model.placeholders ?? {}).sort();
			assert.deepEqual(Object.keys(placeholders).sort(), wanted, `${language}: ${key}`);
		}
	}
});

it("says of each language where its lines begin", async () => {
	for (const language of await readdir(new URL("extension/_locales/", root))) {
		const messages = JSON.parse(await read(`extension/_locales/${language}/messages.json`));
		const script = new Intl.Locale(messages.language.message).maximize().script ?? "";
		const direction = ["Arab", "Hebr"].includes(script) ? "rtl" : "ltr";
		assert.equal(messages.direction.message, direction, language);
	}
});

it("has words for every reason why a rule is refused", async () => {
	const messages = JSON.parse(await read("extension/_locales/en/messages.json"));
	const folder = "crate/core/src/filter";
	const sources = await Promise.all([`${folder}.rs`, `${folder}/selection.rs`].map(read));
	const [code] = sources.map((source) => source.split("#[cfg(test)]")[0]);
	const keys = [code, sources[1]].flatMap((text) => [
		...text.matchAll(/(?:\(|Err\(|refuse\(|\{ )"([a-z-]+)"/g),
	]);
	const said = [...new Set(keys.map(([, key]) => key))].filter((key) => !/^(html|body)$/.test(key));
	assert.ok(said.length >= 9, `only ${said}`);
	for (const key of said) assert.ok(messages[`fault_${key.replaceAll("-", "_")}`], `no words for ${key}`);
});
