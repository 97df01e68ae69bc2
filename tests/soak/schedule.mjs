/** What happens in a run and in which order: the same for the same seed. */

import { drawFrom } from "../browser/chance.mjs";

/**
 * What the user decides in one step.
 * @typedef {{ kind: "site", on: boolean }
 *   | { kind: "site-category", category: string, on: boolean | null }
 *   | { kind: "category", category: string, on: boolean }
 *   | { kind: "keep", nth: number, stays: boolean }
 *   | { kind: "rules", lines: string[] }} Setting
 *
 * @typedef {{ kind: "visit", page: string, site: string, kill: number | null }} Visit `kill`: the background dies so many milliseconds after the load began
 * @typedef {{ kind: "setting", setting: Setting, kill: boolean }} Decision `kill`: the background dies as soon as it is done
 * @typedef {Visit | Decision | { kind: "kill" }} Step
 */

/** The site of which nothing is ever decided. */
export const PLAIN = "news";
/** For each kind of what is decided for one site, the site. */
export const SITES = { site: "switched", "site-category": "choosy", keep: "keeping", rules: "ruled" };
/** The page on which every setting shows. */
export const SAMPLE = "sahifa";
/** What the user's own rules name on it. */
export const OWN = ".post-meta";

const SITE_CATEGORIES = ["author-bio", "teaser", "comments", "share"];
/** Nothing of these goes unless the user wants it, so that all other blocks go all the same. */
const CATEGORIES = ["tags", "post-nav"];
const CHOICES = [true, false, null];
/** How many blocks the sample has at least. */
const BLOCKS = 6;

/** One step in so many, on average. */
const RARE = { kill: 12, setting: 6, special: 4, killInLoad: 15, killAfter: 3 };
/** Milliseconds in which a page loads and is cleaned, about. */
const LOAD = 500;

/**
 * Steps without end: rounds over all pages, each round in an order of its own.
 * @param {number} seed
 * @param {string[]} pages
 * @returns {Generator<Step, never>}
 */
export function* schedule(seed, pages) {
	const draw = drawFrom(seed);
	const chance = (/** @type {number} */ one) => draw(one) === 0;
	const sites = Object.values(SITES);
	for (let round = 1; ; round++) {
		for (const [at, page] of shuffle(pages, draw).entries()) {
			if (chance(RARE.kill)) yield { kind: "kill" };
			if (chance(RARE.setting)) {
				const setting = drawSetting(draw, `${round}.${at}`);
				yield { kind: "setting", setting, kill: chance(RARE.killAfter) };
			}
			if (chance(RARE.special)) yield visit(SAMPLE, sites[draw(sites.length)], draw);
			yield visit(page, PLAIN, draw);
		}
	}
}

/** @typedef {ReturnType<typeof drawFrom>} Draw */

/** @param {string} page @param {string} site @param {Draw} draw @returns {Visit} */
const visit = (page, site, draw) => ({
	kind: "visit",
	page,
	site,
	kill: draw(RARE.killInLoad) === 0 ? draw(LOAD) : null,
});

/** @param {Draw} draw @param {string} note makes each list of rules another @returns {Setting} */
function drawSetting(draw, note) {
	const on = draw(2) === 0;
	/** @type {Setting[]} */
	const all = [
		{ kind: "site", on },
		{
			kind: "site-category",
			category: SITE_CATEGORIES[draw(SITE_CATEGORIES.length)],
			on: CHOICES[draw(CHOICES.length)],
		},
		{ kind: "category", category: CATEGORIES[draw(CATEGORIES.length)], on },
		{ kind: "keep", nth: draw(BLOCKS), stays: on },
		{ kind: "rules", lines: [`! ${note}`, ...(on ? [`${SITES.rules}.localhost##${OWN}`] : [])] },
	];
	return all[draw(all.length)];
}

/** @template T @param {T[]} list @param {Draw} draw @returns {T[]} */
function shuffle(list, draw) {
	const mixed = [...list];
	for (let at = mixed.length - 1; at > 0; at--) {
		const other = draw(at + 1);
		[mixed[at], mixed[other]] = [mixed[other], mixed[at]];
	}
	return mixed;
}
