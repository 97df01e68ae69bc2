/** The popup: shows how things stand on the page in front, and carries out what the user wants there. */

import { makeChoices } from "../choices.js";
import { get, localise, make, say, sayCount } from "../text.js";
import { describe, makeLedger } from "./ledger.js";
import {
	askSite,
	chooseCategory,
	findPage,
	keep,
	lookAt,
	order,
	pick,
	requestAccess,
	start,
	switchSite,
} from "./page.js";
import { closed, forbidden, off, reported, working } from "./view.js";

const LOOK_AGAIN = 1000;

/** @type {import("./page.js").Page | null} */
let page = null;
/** @type {SiteState | null} */
let site = null;
let drawn = "";
let hasTriedToStart = false;
/** A line that gets the keyboard's place back does not point at its block again. */
let isDrawing = false;
/** Grows with every look, so that a late answer never covers a newer one. */
let looks = 0;

/** @type {HTMLInputElement} */
const siteSwitch = get("site-switch");

/** @returns {Promise<import("./view.js").View>} */
async function examine() {
	page = await findPage();
	if (!page?.host) {
		site = null;
		return forbidden();
	}
	const place = { ...page, host: page.host };
	const [state, report] = await Promise.all([askSite(place), order(place, { kind: "report" })]);
	site = state;
	if (report && report.state !== "off") return reported(report);
	if (!site.on) return off(site);
	if (!site.allowed) return closed(place.host, site);
	if (place.loading || report) return working();
	if (hasTriedToStart) return forbidden(true);
	hasTriedToStart = true;
	return (await start(place)) ? working() : forbidden(true);
}

async function look() {
	const mine = ++looks;
	const view = await examine().catch(() => forbidden());
	if (mine === looks) draw(view);
}

/** What could not be stored is shown as it was, though nothing changed. */
async function lookAnew() {
	drawn = "";
	await look();
}

/** @param {import("./view.js").View} view */
function draw(view) {
	const key = JSON.stringify([view, page, site]);
	if (key === drawn) return;
	drawn = key;
	drawSite(view);
	get("headline").textContent = view.headline;
	get("hint").textContent = view.hint ?? "";
	drawActions(view);
	keepFocus(() => {
		const kept = new Set(site?.kept);
		get("blocks").replaceChildren(...makeLedger(view.blocks, kept, { turn, point }));
		get("nearly-list").replaceChildren(...view.nearly.map((block) => make("li", {}, describe(block))));
	});
	get("nearly").hidden = view.nearly.length === 0;
	get("choices").hidden = !site || view.isOn !== true;
	get("pick").hidden = !view.canPick;
	if (site)
		keepFocus(() =>
			get("choices-list").replaceChildren(...makeChoices(/** @type {SiteState} */ (site), "choice", choose)),
		);
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
	get("peek").hidden = all !== "show-all";
}

/** Redrawing must not take the keyboard's place away. @param {() => void} redraw */
function keepFocus(redraw) {
	const { id } = document.activeElement ?? {};
	isDrawing = true;
	redraw();
	if (id) document.getElementById(id)?.focus();
	isDrawing = false;
}

/** @param {{ kind: string, id?: number }} what */
async function carryOut(what) {
	if (!page) return;
	const mine = ++looks;
	const report = await order(page, what);
	if (report && mine === looks) draw(reported(report));
}

/** @returns {(NonNullable<typeof page> & { host: string }) | null} */
const there = () => (page?.host ? { ...page, host: page.host } : null);

/** Gives a block back for good on this site, or takes it off again. @param {Block} block */
async function turn({ id, key, shown }) {
	point(0);
	const place = there();
	// Not after the page's answer: whoever reloads at once is to find what was decided.
	const kept = place && keep(place, key, !shown);
	await carryOut({ kind: shown ? "hide" : "show", id });
	await kept;
	await look();
}

/** @param {number} id */
function point(id) {
	if (page && !isDrawing) lookAt(page, { kind: "point", id });
}

/** @param {Category} category @param {boolean | null} on */
async function choose(category, on) {
	const place = there();
	if (place) await chooseCategory(place, category, on);
	await lookAnew();
}

/** @param {boolean} on */
function peek(on) {
	if (page) lookAt(page, { kind: "peek", on });
	get("peek").setAttribute("aria-pressed", String(on));
}

for (const begin of ["pointerdown", "keydown"]) {
	get("peek").addEventListener(begin, (event) => {
		if (!(event instanceof KeyboardEvent) || [" ", "Enter"].includes(event.key)) peek(true);
	});
}
for (const end of ["pointerup", "pointerleave", "pointercancel", "keyup", "blur"]) {
	get("peek").addEventListener(end, () => peek(false));
}

siteSwitch.addEventListener("change", async () => {
	const place = there();
	if (!place) return;
	looks++;
	hasTriedToStart = false;
	await switchSite(place, siteSwitch.checked);
	await lookAnew();
});

get("all").addEventListener("click", () => carryOut({ kind: get("all").dataset.order ?? "" }));

get("grant").addEventListener("click", () => {
	if (page?.host) requestAccess(page.host).then(look);
});

get("once").addEventListener("click", async () => {
	if (page) await start(page);
	await look();
});

get("pick").addEventListener("click", async () => {
	if (page && (await pick(page))) window.close();
});

get("settings").addEventListener("click", () => {
	chrome.runtime.openOptionsPage();
	window.close();
});

siteSwitch.setAttribute("role", "switch");
localise();
look();
setInterval(look, LOOK_AGAIN);
