/** What comes late, moves, or comes back. */

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isSeen } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { addScript, openStage, readPage } from "../browser/stage.mjs";

const LATE = 2500;
const COMMENTS = `<h3>2 Comments</h3><ul>${["Wilma", "Jonas"]
	.map((name) => `<li><b>${name}</b> <time>2 hours ago</time><p>Well said, I could not agree more.</p></li>`)
	.join("")}</ul><form><textarea></textarea><button>Post comment</button></form>`;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;

before(async () => {
	stage = await openStage();
});
after(() => stage?.close());

/**
 * @param {string} path
 * @param {string} html
 */
async function openAs(path, html) {
	stage.site.put(path, html);
	return stage.open(stage.site.address(path));
}

/** @param {import("puppeteer-core").Page} tab @param {string} selector */
async function waitUntilTaken(tab, selector) {
	await until(`${selector} in the page`, async () => (await tab.$(selector)) !== null);
	await until(`${selector} to be taken off`, async () => !(await isSeen(tab, selector)), 5000);
}

it("takes off a fly-in that a script inserts on scrolling", async () => {
	const page = await readPage("sahifa");
	const [flyIn] = /<section id="check-also-box"[\s\S]*?<\/section>/.exec(page) ?? [""];
	const script = `addEventListener("scroll", () => {
		const holder = document.createElement("div");
		holder.innerHTML = ${JSON.stringify(flyIn.replace("check-also-right", "check-also-right show-check-also"))};
		document.querySelector(".content").append(holder.firstElementChild);
	}, { once: true });`;
	const bare = page.replace(flyIn, "").replace(/<script>[\s\S]*?<\/script>/, "");
	const { tab } = await openAs("/fly-in", addScript(bare, script));
	assert.equal(await tab.$("#check-also-box"), null);
	await pause(1000);
	await tab.evaluate(() => scrollTo(0, 2000));
	await waitUntilTaken(tab, "#check-also-box");
	assert.equal(await isSeen(tab, "#author-box"), false);
});

for (const mount of ["disqus_thread", "c17"]) {
	it(`takes off comments that come seconds later into #${mount}`, async () => {
		const fill = `setTimeout(() => {
			document.querySelector("#${mount}").innerHTML = ${JSON.stringify(COMMENTS)};
		}, ${LATE});`;
		const page = (await readPage("disqus")).replace('id="disqus_thread"', `id="${mount}"`);
		const { tab } = await openAs(`/late-${mount}`, addScript(page, fill));
		await waitUntilTaken(tab, `#${mount} textarea`);
		await waitUntilTaken(tab, `#${mount} li`);
		assert.equal(await isSeen(tab, ".article-body p"), true);
	});
}

it("takes a block that comes late off only when nothing in it is selected any more", async () => {
	const page = await readPage("sahifa");
	const [bio] = /<section id="author-box"[\s\S]*?<\/section>/.exec(page) ?? [""];
	const [related] = /<section id="related_posts"[\s\S]*?<\/section>/.exec(page) ?? [""];
	const { tab } = await openAs("/selected", page.replace(bio, '<div id="place"></div>').replace(related, ""));
	await tab.evaluate((blocks) => {
		const place = /** @type {Element} */ (document.querySelector("#place"));
		place.innerHTML = blocks;
		getSelection()?.selectAllChildren(/** @type {Element} */ (place.firstElementChild));
	}, bio + related);
	await waitUntilTaken(tab, "#related_posts");
	assert.equal(await isSeen(tab, "#author-box"), true);
	await tab.evaluate(() => getSelection()?.removeAllRanges());
	await waitUntilTaken(tab, "#author-box");
});

it("cleans the next article after pushState, though all of the first was given back", async () => {
	const next = (await readPage("avada")).split("<body")[1].replace(/^[^>]*>/, "");
	const script = `window.goOn = () => {
		history.pushState({}, "", "/next-article");
		setTimeout(() => { document.body.innerHTML = ${JSON.stringify(next).replaceAll("</", "<\\/")}; }, 200);
	};`;
	const { tab } = await openAs("/first-article", addScript(await readPage("ghost"), script));
	const given = await stage.desk.tell(tab, { kind: "show-all" });
	assert.ok(given && given.blocks.length > 0 && given.blocks.every((block) => block.shown));
	await tab.evaluate("goOn()");
	await waitUntilTaken(tab, ".about-author");
	await waitUntilTaken(tab, "#respond");
	assert.equal(await isSeen(tab, ".post-content p"), true);
	const report = await stage.desk.settled(tab);
	assert.equal(report.state, "done");
	assert.ok(report.blocks.length >= 4, JSON.stringify(report.blocks.map((block) => block.path)));
});

it("looks at the page anew when the address goes back, though no element comes or goes", async () => {
	const page = (await readPage("avada")).replace('class="about-author"', 'class="plain"');
	const script = `history.pushState({}, "", "/reused-2");
	addEventListener("popstate", () => { document.querySelector(".plain").className = "about-author"; });`;
	const bare = page.replace("About the Author:", "The last word:");
	const { tab } = await openAs("/reused", addScript(bare, script));
	assert.equal(await isSeen(tab, ".plain"), true);
	await tab.evaluate(() => history.back());
	await waitUntilTaken(tab, ".about-author");
});

it("gives nothing of the first article back to the second", async () => {
	const script = `window.goOn = () => {
		history.pushState({}, "", "/plain-article");
		for (const it of document.querySelectorAll("#author-box, #related_posts, #comments, #check-also-box, .share-post")) it.remove();
	};`;
	const page = (await readPage("sahifa")).replace(/<script>[\s\S]*?<\/script>/, "");
	const { tab } = await openAs("/full-article", addScript(page, script));
	await tab.evaluate("goOn()");
	await pause(500);
	const report = await stage.desk.settled(tab);
	assert.deepEqual([...new Set(report.blocks.map((block) => block.category))], ["teaser"]);
});

it("starts anew after document.open", async () => {
	const other = JSON.stringify(await readPage("avada")).replaceAll("</", "<\\/");
	const script = `setTimeout(() => { document.open(); document.write(${other}); document.close(); }, 800);`;
	const { tab } = await openAs("/rewritten", addScript(await readPage("newsletter-post"), script));
	await waitUntilTaken(tab, ".about-author");
	await waitUntilTaken(tab, "#respond");
	assert.equal(await isSeen(tab, ".post-content p"), true);
});

it("yields to a page that puts a block back again and again, and says so", async () => {
	const script = `window.fights = 0;
	setInterval(() => {
		const box = document.querySelector(".about-author");
		if (box.checkVisibility()) return;
		window.fights++;
		const copy = document.createElement("section");
		copy.className = "about-author";
		copy.innerHTML = box.innerHTML;
		box.replaceWith(copy);
	}, 40);`;
	const { tab } = await openAs("/stubborn", addScript(await readPage("avada"), script));
	const count = () => tab.evaluate(() => /** @type {any} */ (window).fights);
	await until(
		"the page to win",
		async () => (await stage.desk.report(tab))?.why === "stopped-reinserting",
		60_000,
	);
	const last = await count();
	await pause(2500);
	assert.equal(await count(), last, "taken off again");
	assert.equal(await isSeen(tab, ".about-author"), true);
	assert.ok(last <= 1 + 20, `taken off ${last} times`);
	assert.equal(await isSeen(tab, ".related-posts"), false);
});
