/** A recording holds what a survey reads, with the parser's numbers. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { NAME } from "../browser/stage.mjs";

const SCRIPT = fileURLToPath(new URL("../browser/record.mjs", import.meta.url));
const READS = { places: "a[href]", attributes: ["class", "id", "href"], skipped: ["script", "svg"] };
const PAGE = `<!doctype html><html><head><title>Tides</title><style>.x { display: none }</style></head>
<body data-kind="story"><table><tr><td>High water</td></tr><p class="lead" title="no">Low water</p></table>
<a href="/tides">Tides</a><p class="x">Unseen</p><form><input name="attributes"></form>
<svg><text>Harbour</text></svg><script>document.body.innerHTML = ""</script></body></html>`;

/** @returns {Promise<import("../browser/outline.mjs").Line[]>} */
async function recordPage() {
	const folder = await mkdtemp(join(tmpdir(), "endmark-record-"));
	try {
		await mkdir(join(folder, "pages", "tides"), { recursive: true });
		await writeFile(join(folder, "pages", "tides", "page.html"), PAGE);
		await writeFile(join(folder, "pages", "tides", "meta.json"), '{"url":"https://news.example/tides"}');
		const out = join(folder, "out");
		const asked = ["--reads", JSON.stringify(READS), "--browser", NAME, "--out", out, join(folder, "pages")];
		await promisify(execFile)(process.execPath, [SCRIPT, ...asked]);
		const lines = gunzipSync(await readFile(join(out, "tides.jsonl.gz"))).toString();
		const [head, ...rest] = lines
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		assert.equal(head.address, "https://news.example/tides");
		return rest;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

test("a page is recorded as the survey reads it, with numbers that count what is not read too", async () => {
	const lines = await recordPage();
	const elements = lines.filter((line) => typeof line === "object");
	const find = (/** @type {string} */ tag) => elements.filter((element) => element.tag === tag);
	const [lead, unseen] = find("p");
	// The style element is counted and not read; the paragraph was in the table, which has let it go.
	assert.equal(find("body")[0].n, 4);
	assert.ok(elements.indexOf(lead) < elements.indexOf(find("table")[0]));
	assert.equal(new Set(elements.map((element) => element.n)).size, elements.length);
	assert.deepEqual(lead.attributes, { class: "lead" });
	assert.deepEqual(find("a")[0].attributes, { href: "/tides" });
	assert.equal(find("body")[0].attributes, undefined);
	assert.equal(lead.hidden, undefined);
	assert.equal(unseen.hidden, true);
	assert.deepEqual(find("svg")[0].unread, { chars: "Harbour".length, media: 0 });
	assert.equal(find("text").length + find("style").length, 0);
	assert.ok(lines.includes("Low water"));
	assert.ok(!lines.includes("Harbour"));
	const ended = lines.reduce(
		(/** @type {number} */ sum, line) => sum + (typeof line === "number" ? line : 0),
		0,
	);
	assert.equal(ended, elements.length);
});
