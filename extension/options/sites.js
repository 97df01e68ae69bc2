/** The list of sites for which something was decided: switches, categories, and blocks that stay. */

import { get, make, say, sayCategory, sayCount } from "../text.js";

/**
 * @typedef {Choices["sites"][string]} Site
 *
 * @typedef {object} Acts
 * @property {(host: string, on: boolean) => void} turn
 * @property {(host: string) => void} forget
 */

/** @param {Choices["sites"]} sites @param {Acts} acts */
export function drawSites(sites, acts) {
	const search = /** @type {HTMLInputElement} */ (get("sites-search"));
	search.placeholder = say("options_search");
	const wanted = search.value.trim().toLowerCase();
	const all = Object.entries(sites).sort(([one], [other]) => one.localeCompare(other));
	const found = all.filter(([host]) => host.includes(wanted));
	get("sites").replaceChildren(...found.map(([host, site]) => makeSite(host, site, acts)));
	get("sites").hidden = found.length === 0;
	get("sites-found").hidden = all.length === 0;
	get("no-sites").hidden = all.length > 0;
	get("no-such-site").hidden = all.length === 0 || found.length > 0;
}

/** @param {string} host @param {Site} site @param {Acts} acts */
function makeSite(host, site, { turn, forget }) {
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
	return make("li", {}, name, button, input);
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
