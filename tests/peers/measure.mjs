/** One page in one load: Endmark takes off what it takes off and gives it back, then the others have their turn. */

import { answer } from "../browser/answer.mjs";
import { numberElements } from "../browser/numbers.mjs";
import { openReader } from "./reader.mjs";
import { score } from "./score.mjs";
import { readStopwatch } from "./stopwatch.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./pages.mjs").LabelledPage} LabelledPage */
/** @typedef {import("./others.mjs").Loaded} Loaded */
/** @typedef {import("./reader.mjs").Reader} Reader */

/** What one tool did to one page. @typedef {import("./score.mjs").Score & { took: number }} Result */

const PATIENCE = 30_000;

/** The name under which the extension stands in the results. */
export const OURS = "Endmark";

/**
 * @param {import("../browser/report.mjs").Desk} desk
 * @param {LabelledPage} page
 * @param {Loaded[]} others in the order in which they are to run
 * @returns {Promise<Record<string, Result>>}
 */
export async function measurePage(desk, page, others) {
	const tab = await desk.openTab();
	try {
		await tab.evaluateOnNewDocument(numberElements);
		await tab.evaluateOnNewDocument(openReader);
		await answer(tab, await page.read());
		await tab.goto(page.address, { waitUntil: "domcontentloaded", timeout: PATIENCE });
		const took = await readStopwatch(tab);
		const { state, why } = await desk.settled(tab);
		if (state === "stopped") throw new Error(`the extension stopped: ${why}`);
		const cleaned = await readSeen(tab);
		await desk.tell(tab, { kind: "show-all" });
		const truth = await readTruth(tab, page.labels);
		if (truth.article.trim() === "") throw new Error("nothing of its article can be seen");
		/** @type {Record<string, Result>} */
		const results = { [OURS]: { ...score(truth, cleaned), took } };
		for (const other of others) {
			const { output, took } = await runOther(tab, other);
			results[other.title] = { ...score(truth, output), took };
		}
		return results;
	} finally {
		await tab.close();
	}
}

/** @param {Page} tab */
const readSeen = (tab) =>
	tab.evaluate(() => /** @type {Reader} */ (Reflect.get(window, "endmarkReader")).readSeen());

/** @param {Page} tab @param {import("./pages.mjs").Labels} labels */
const readTruth = (tab, labels) =>
	tab.evaluate(
		(labels) => /** @type {Reader} */ (Reflect.get(window, "endmarkReader")).readTruth(labels),
		labels,
	);

/** @param {Page} tab @param {Loaded} other */
async function runOther(tab, { sources, run }) {
	for (const source of sources) await tab.evaluate(source);
	const { title, html, took } = await tab.evaluate(run);
	const text = await tab.evaluate(
		(html) => /** @type {Reader} */ (Reflect.get(window, "endmarkReader")).readSource(html),
		html,
	);
	return { output: `${title}\n${text}`, took };
}
