/** Questions of a page that a dying background leaves open: another background answers them. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withAltered } from "../browser/altered.mjs";
import { killBackground } from "../browser/background.mjs";
import { isSeen } from "../browser/look.mjs";
import { until } from "../browser/report.mjs";

const PAGE = "/sahifa.html";
const BIO = "#author-box";
/** So many backgrounds in a row die over a question. */
const DEATHS = 3;

const HELLO = "async hello({ mark }, { host, isPrivate }) {";
/** The background counts who asks, and answers only who asks once more after all that die over it. */
const DYING = `${HELLO}
	const { asked = 0 } = await chrome.storage.session.get("asked");
	await chrome.storage.session.set({ asked: asked + 1 });
	if (asked < ${DEATHS}) return new Promise(() => {});`;

/**
 * As Chromium does where it stops a worker at its start: what was said lies there until something else is said.
 * @param {string} kind of the question
 */
const keeping = (kind) => `{
	const { runtime } = chrome;
	const send = runtime.sendMessage.bind(runtime);
	let release;
	let isKept = false;
	runtime.sendMessage = async (message) => {
		if (message.kind === "${kind}" && !isKept) {
			isKept = true;
			await new Promise((go) => { release = go; });
		} else if (message.kind !== "hello") release?.();
		return send(message);
	};
}`;

describe("the background dies over a question again and again", () => {
	const used = withAltered("background.js", (script) => script.replace(HELLO, DYING));

	it("cleans the page all the same", async () => {
		const { desk, session, site } = used.stage;
		const tab = await used.stage.visit(site.address(PAGE));
		for (let death = 1; death <= DEATHS; death++) {
			await until(`question ${death}`, () =>
				desk.page.evaluate(
					async (death) => (await chrome.storage.session.get("asked")).asked === death,
					death,
				),
			);
			await killBackground(session);
		}
		assert.equal((await desk.settled(tab)).state, "done");
		assert.equal(await isSeen(tab, BIO), false);
	});
});

for (const kind of ["words", "sheet"]) {
	describe(`the browser keeps a question to itself: ${kind}`, () => {
		const used = withAltered("content/background.js", (script) => keeping(kind) + script);

		it("cleans the page all the same", async () => {
			const { tab, report } = await used.stage.open(used.stage.site.address(PAGE));
			assert.deepEqual([report.state, report.why], ["done", null]);
			assert.equal(await isSeen(tab, BIO), false);
		});
	});
}
