/** What was decided so far, kept beside the browser: all of it has to be found there again. */

import { isDeepStrictEqual } from "node:util";
import { PLAIN, SITES } from "./schedule.mjs";

/** @typedef {import("./schedule.mjs").Setting} Setting */
/** @typedef {{ on: boolean, categories: Record<string, boolean>, kept: string[] }} Site */
/** @typedef {{ categories: Record<string, boolean>, sites: Record<string, Partial<Site>>, rules: string }} Choices as the background tells them */

/** @param {string} site */
export const hostOf = (site) => `${site}.localhost`;

export class Wanted {
	/** @type {Record<string, boolean>} */
	#categories;
	/** @type {Map<string, Site>} */
	#sites = new Map(
		[PLAIN, ...Object.values(SITES)].map((site) => [site, { on: true, categories: {}, kept: [] }]),
	);
	rules = "";

	/** @param {Record<string, boolean>} categories those of the beginning */
	constructor(categories) {
		this.#categories = { ...categories };
	}

	/** @param {Setting} setting @param {string[]} keys of the sample's blocks */
	take(setting, keys) {
		switch (setting.kind) {
			case "site":
				this.#at(SITES.site).on = setting.on;
				break;
			case "site-category": {
				const { categories } = this.#at(SITES["site-category"]);
				if (setting.on === null) delete categories[setting.category];
				else categories[setting.category] = setting.on;
				break;
			}
			case "category":
				this.#categories[setting.category] = setting.on;
				break;
			case "keep": {
				const site = this.#at(SITES.keep);
				const others = site.kept.filter((key) => key !== keys[setting.nth]);
				site.kept = setting.stays ? [...others, keys[setting.nth]] : others;
				break;
			}
			case "rules":
				this.rules = setting.lines.join("\n");
		}
	}

	/** @param {string} site */
	isOn(site) {
		return this.#at(site).on;
	}

	/** @param {string} site @returns {Record<string, boolean>} */
	categoriesAt(site) {
		return { ...this.#categories, ...this.#at(site).categories };
	}

	/** All that bears on a page of a site: where it is the same, the same blocks go. @param {string} site */
	bearingOn(site) {
		const rules = this.rules.split("\n").filter((line) => line.startsWith(`${hostOf(site)}##`));
		return JSON.stringify([tidy(this.categoriesAt(site)), this.#at(site).kept.toSorted(), rules]);
	}

	/** What of it is not what the background tells. @param {Choices} choices @returns {string[]} */
	listLost({ categories, sites, rules }) {
		const lost = [];
		if (!isDeepStrictEqual(tidy(categories), tidy(this.#categories))) lost.push("categories");
		if (rules !== this.rules) lost.push("rules");
		for (const [name, site] of this.#sites) {
			const { on, categories = {}, kept = [] } = sites[hostOf(name)] ?? {};
			const found = { on: on !== false, categories: tidy(categories), kept: kept.toSorted() };
			const own = { ...site, categories: tidy(site.categories), kept: site.kept.toSorted() };
			if (!isDeepStrictEqual(found, own)) lost.push(`what was decided for ${name}`);
		}
		return lost;
	}

	/** @param {string} name */
	#at(name) {
		return /** @type {Site} */ (this.#sites.get(name));
	}
}

/** In the order of the names. @param {Record<string, boolean>} record */
const tidy = (record) => Object.entries(record).sort(([a], [b]) => a.localeCompare(b));
