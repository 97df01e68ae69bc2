/** The list of sites for which something was decided: switches, categories, and blocks that stay. */

import { makeChoices } from "../choices.js";
import { get, make, say, sayCategory, sayCount } from "../text.js";

/** Sites whose categories are in sight. @type {Set<string>} */
const opened = new Set();

/**
 * @typedef {Choices["sites"][string]} Site
 *
 * @typedef {object} Acts
 * @property {(host: string, on: boolean) => void} turn
 * @property {(host: string) => void} forget
 * @property {(host: string, category: Category, on: boolean | null) => void} choose null for what holds everywhere
 */

/** @param {Choices} choices @param {Acts} acts */
export function drawSites({ sites, categories }, acts) {
	const search = /** @type {HTMLInputElement} */ (get("sites-search"));
	search.placeholder = say("options_search");
	const wanted = search.value.trim().toLowerCase();
	const all = Object.entries(sites).sort(([one], [other]) => one.localeCompare(other));
	const found = all.filter(([host]) => host.includes(wanted));
	get("sites").replaceChildren(...found.map(([host, site]) => makeSite(host, site, categories, acts)));
	get("sites").hidden = found.length === 0;
	get("sites-found").hidden = all.length === 0;
	get("no-sites").hidden = all.length > 0;
	get("no-such-site").hidden = all.length === 0 || found.length > 0;
}

/** @param {string} host @param {Site} site @param {Categories} categories @param {Acts} acts */
function makeSite(host, site, categories, { turn, forget, choose }) {
	const id = `site-${host}`;
	const name = make("label", { htmlFor: id, className: "site" });
	name.append(make("bdi", { textContent: host }), make("span", { textContent: describe(site) }));
	const input = make("input", { type: "checkbox", id, className: "switch", checked: site.on !== false });
	input.setAttribute("role", "switch");
	input.setAttribute("aria-label", say("site_switch_label", host));
	input.addEventListener("change", () => turn(host, input.checked));
	const button = make("button", { type: "button", textContent: say("options_forget_site") });
	button.setAttribute("aria-label", say("options_forget_site_label", host));
	button.addEventListener("click", () => forget(host));
	const list = () =>
		makeChoices({ categories, here: site.categories }, `choice-${host}`, (category, on) =>
			choose(host, category, on),
		);
	return make("li", {}, name, button, input, makeDetails(host, list));
}

/** The categories of a site, made when they are to be seen. @param {string} host @param {() => HTMLElement[]} list */
function makeDetails(host, list) {
	const rows = make("ul");
	const summary = make("summary", { id: `choices-${host}`, textContent: say("choices") });
	const details = make("details", { open: opened.has(host) }, summary, rows);
	if (details.open) rows.append(...list());
	details.addEventListener("toggle", () => {
		if (details.open) opened.add(host);
		else opened.delete(host);
		rows.replaceChildren(...(details.open ? list() : []));
	});
	return details;
}

/** What is otherwise here than everywhere, in words. @param {Site} site */
function describe({ on, categories, kept }) {
	const choices = /** @type {[Category, boolean][]} */ (Object.entries(categories));
	const said = choices.map(
		([category, takes]) => `${sayCategory(category)}: ${say(takes ? "choice_on" : "choice_off")}`,
	);
	if (on === false) said.unshift(say("options_site_off"));
	if (kept.length > 0) said.push(sayCount("options_kept", kept.length));
	return said.join(" · ");
}
