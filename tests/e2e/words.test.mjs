/** The words of a page's language: recognised where the page declares none, and nothing done without them. */

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { isSeen, readSource } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";
import { EXTENSION, openStage, PAGES, readPage, seePlain } from "../browser/stage.mjs";

const { takes, leaves } = JSON.parse(await readFile(`${PAGES}/unknown-de.json`, "utf8"));

/**
 * Opens the stage, with the extension changed before it is installed.
 * @param {(words: string) => Promise<void>} change what is done to its folder of words
 * @param {(stage: import("../browser/stage.mjs").Stage) => Promise<void>} act
 */
async function play(change, act) {
	const extension = await mkdtemp(join(tmpdir(), "endmark-words-"));
	await cp(EXTENSION, extension, { recursive: true });
	await change(join(extension, "words"));
	const stage = await openStage({ extension });
	try {
		await act(stage);
	} finally {
		await stage.close();
		await rm(extension, { recursive: true, force: true });
	}
}

/** A German page with another declaration. @param {string} declared */
const declare = async (declared) =>
	(await readPage("unknown-de")).replace(/<html[^>]*>/, `<html${declared}>`);

for (const declared of ["", ' lang="en"']) {
	it(`cleans a German page that begins with <html${declared}>`, () =>
		play(
			async () => {},
			async (stage) => {
				stage.site.put("/der-hafen-ist-wieder-offen", await declare(declared));
				const { tab, report } = await stage.open(stage.site.address("/der-hafen-ist-wieder-offen"));
				assert.equal(report.state, "done", report.why ?? "");
				for (const { select } of takes) assert.equal(await isSeen(tab, select), false, select);
				for (const select of leaves) assert.equal(await isSeen(tab, select), true, select);
			},
		));
}

/** @type {Record<string, (file: string) => Promise<void>>} */
const FAULTS = {
	"is missing": (file) => rm(file),
	"is no table": (file) => writeFile(file, "nothing of the kind"),
};

for (const [fault, change] of Object.entries(FAULTS)) {
	for (const table of ["de", "common"]) {
		it(`leaves a German page as it was where words/${table} ${fault}, and says why`, () =>
			play(
				(words) => change(join(words, table)),
				async (stage) => {
					const address = stage.site.address("/unknown-de.html");
					const plain = await seePlain(address);
					const { tab, report } = await stage.open(address);
					assert.deepEqual([report.state, report.why], ["stopped", "stopped-no-words"]);
					assert.equal(await readSource(tab), plain);
					const popup = await stage.desk.openPopup(tab);
					const hint = () => popup.evaluate(() => document.querySelector("#hint")?.textContent);
					const said = await until("a word in the popup", hint);
					assert.match(said ?? "", /words of this page|Wörter/);
				},
			));
	}
}
