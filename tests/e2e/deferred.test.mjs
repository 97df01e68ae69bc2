/** Scripts that a page puts off keep it from being there for long; its text is there before. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { NAME, openStage, readPage } from "../browser/stage.mjs";

const BIO = "#author-box";
/** Milliseconds that the script takes to come: longer than the extension waits for its own style sheet. */
const LATE = 9000;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;

before(async () => {
	stage = await openStage();
	stage.site.put("/late.js", {
		body: "",
		async send(response) {
			await pause(LATE);
			response.writeHead(200, { "content-type": "text/javascript" });
			response.end("globalThis.isLate = true;");
		},
	});
	const page = await readPage("sahifa");
	stage.site.put("/deferred", page.replace("</head>", '<script defer src="/late.js"></script></head>'));
});
after(() => stage?.close());

it("is cleaned, before the scripts where the browser lets it", async () => {
	const tab = await stage.desk.openTab();
	const whole = tab.goto(stage.site.address("/deferred"), { waitUntil: "load" });
	await until("the end of the text", async () => (await tab.$("#respond")) !== null);
	await pause(1500);
	assert.equal(await tab.evaluate(() => document.readyState), "interactive");
	// Firefox takes no style sheet in before.
	assert.equal(await isSeen(tab, BIO), NAME === "firefox");
	await whole;
	const report = await stage.desk.settled(tab);
	assert.equal(report.state, "done");
	assert.equal(await isSeen(tab, BIO), false);
	await tab.close();
});
