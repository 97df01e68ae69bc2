/** What is taken off on a site: each category as everywhere, on, or off. */

import { make, say, sayCategory } from "./text.js";

const CHOICES = /** @type {const} */ (["default", "on", "off"]);

/** @param {boolean | undefined} on */
const choiceOf = (on) => (on === undefined ? "default" : on ? "on" : "off");

/**
 * A row for each category.
 * @param {Pick<SiteState, "categories" | "here">} site
 * @param {string} name what the rows' ids begin with
 * @param {(category: Category, on: boolean | null) => void} choose null for what holds everywhere
 */
export function makeChoices({ categories, here }, name, choose) {
	const all = /** @type {[Category, boolean][]} */ (Object.entries(categories));
	return all.map(([category, everywhere]) => {
		const select = make("select", { id: `${name}-${category}` });
		select.append(...CHOICES.map((choice) => makeOption(choice, everywhere)));
		select.value = choiceOf(here[category]);
		select.addEventListener("change", () =>
			choose(category, select.value === "default" ? null : select.value === "on"),
		);
		return make("li", {}, make("label", { htmlFor: select.id }, sayCategory(category)), select);
	});
}

/** @param {typeof CHOICES[number]} choice @param {boolean} everywhere */
function makeOption(choice, everywhere) {
	const textContent =
		choice === "default"
			? say(everywhere ? "choice_default_on" : "choice_default_off")
			: say(`choice_${choice}`);
	return make("option", { value: choice, textContent });
}
