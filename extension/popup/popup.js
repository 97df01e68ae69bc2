/** The popup: shows how things stand on the page in front, and carries out what the user wants there. */

import { get, localise, make, say, sayCategory, sayCount, sayReasons } from "../text.js";
import { askSite, findPage, order, requestAccess, start, switchSite } from "./page.js";
import { closed, forbidden, off, reported, working } from "./view.js";

const LOOK_AGAIN = 1000;

/** @type {import("./page.js").Page | null} */
let page = null;
let drawn = "";
let hasTriedToStart = false;
/** Grows with every look, so that a late answer never covers a newer one. */
let looks = 0;

/** @type {HTMLInputElement} */
const siteSwitch = get("site-switch");

/** @returns {Promise<import("./view.js").View>} */
async function examine() {
	page = await findPage();
	if (!page?.host) return forbidden();
	const there = { ...page, host: page.host };
	const [site, report] = await Promise.all([askSite(there), order(there, { kind: "report" })]);
	if (report && report.state !== "off") return reported(report);
	if (!site.on) return off(site);
	if (!site.allowed) return closed(there.host, site);
	if (there.loading || report) return working();
	if (hasTriedToStart) return forbidden(true);
	hasTriedToStart = true;
	return (await start(there)) ? working() : forbidden(true);
}

async function look() {
	const mine = ++looks;
	const view = await examine().catch(() => forbidden());
	if (mine === looks) draw(view);
}

/** @param {import("./view.js").View} view */
function draw(view) {
	const key = JSON.stringify([view, page]);
	if (key === drawn) return;
	drawn = key;
	drawSite(view);
	get("headline").textContent = view.headline;
	get("hint").textContent = view.hint ?? "";
	drawActions(view);
	keepFocus(() => {
		get("blocks").replaceChildren(...groupByCategory(view.blocks).map(makeSection));
		get("nearly-list").replaceChildren(...view.nearly.map((block) => make("li", {}, describe(block))));
	});
	get("nearly").hidden = view.nearly.length === 0;
	get("nearly-count").textContent = sayCount("nearly", view.nearly.length);
}

/** @param {import("./view.js").View} view */
function drawSite({ isOn }) {
	const host = page?.host ?? "";
	const hasSite = host !== "" && isOn !== undefined;
	get("site").textContent = host || say("name");
	get("site-text").hidden = !hasSite;
	siteSwitch.hidden = !hasSite;
	siteSwitch.checked = isOn === true;
	siteSwitch.setAttribute("aria-label", say("site_switch_label", host));
	get("private").hidden = !(hasSite && page?.isPrivate);
}

/** @param {import("./view.js").View} view */
function drawActions({ all, grant }) {
	get("grant").hidden = grant === undefined;
	get("grant").textContent = say("grant", grant ?? "");
	get("once").hidden = grant === undefined;
	get("all").hidden = all === null;
	get("all").textContent = say(all === "hide-all" ? "hide_all" : "show_all");
	get("all").dataset.order = all ?? "";
}

/** @param {Block[]} blocks @returns {[Category, Block[]][]} in the order of the page */
function groupByCategory(blocks) {
	/** @type {Map<Category, Block[]>} */
	const groups = new Map();
	for (const block of blocks) groups.set(block.category, [...(groups.get(block.category) ?? []), block]);
	return [...groups];
}

/** @param {[Category, Block[]]} group */
function makeSection([category, blocks]) {
	const id = `category-${category}`;
	const count = make("span", { textContent: String(blocks.length) });
	const section = make("section", {}, make("h2", { id }, sayCategory(category), count));
	section.setAttribute("aria-labelledby", id);
	section.append(make("ul", {}, ...blocks.map(makeRow)));
	return section;
}

/** @param {Block} block */
function makeRow(block) {
	const kind = block.shown ? "hide" : "show";
	const button = make("button", { type: "button", id: `block-${block.id}`, textContent: say(kind) });
	button.setAttribute("aria-label", say(`${kind}_block`, block.words || say("no_words")));
	button.addEventListener("click", () => carryOut({ kind, id: block.id }));
	return make("li", { className: block.shown ? "shown" : "" }, describe(block), button);
}

/** @param {Block} block */
function describe({ words, reasons, path }) {
	const first = make("bdi", { textContent: words || say("no_words") });
	const line = make("p", { className: "words", title: path }, first);
	return make("div", {}, line, make("p", { className: "reasons", textContent: sayReasons(reasons) }));
}

/** Redrawing must not take the keyboard's place away. @param {() => void} redraw */
function keepFocus(redraw) {
	const { id } = document.activeElement ?? {};
	redraw();
	if (id) document.getElementById(id)?.focus();
}

/** @param {{ kind: string, id?: number }} what */
async function carryOut(what) {
	if (!page) return;
	const mine = ++looks;
	const report = await order(page, what);
	if (report && mine === looks) draw(reported(report));
}

siteSwitch.addEventListener("change", async () => {
	if (!page?.host) return;
	looks++;
	hasTriedToStart = false;
	await switchSite({ ...page, host: page.host }, siteSwitch.checked);
	drawn = "";
	await look();
});

get("all").addEventListener("click", () => carryOut({ kind: get("all").dataset.order ?? "" }));

get("grant").addEventListener("click", () => {
	if (page?.host) requestAccess(page.host).then(look);
});

get("once").addEventListener("click", async () => {
	if (page) await start(page);
	await look();
});

get("settings").addEventListener("click", () => {
	chrome.runtime.openOptionsPage();
	window.close();
});

siteSwitch.setAttribute("role", "switch");
localise();
look();
setInterval(look, LOOK_AGAIN);
