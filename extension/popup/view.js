/** What the popup says: one view for each way that things can stand. */

import { say, sayCount, sayWhy } from "../text.js";

/**
 * @typedef {object} View
 * @property {string} headline
 * @property {string} [hint]
 * @property {Block[]} blocks
 * @property {Block[]} nearly
 * @property {"show-all" | "hide-all" | null} all what the button for everything does
 * @property {boolean} [isOn] the switch of the site; absent where there is no site
 * @property {boolean} [canPick] whether a block can be picked in the page
 * @property {string} [grant] the site that access can be asked for
 */

/** @type {Pick<View, "blocks" | "nearly" | "all">} */
const EMPTY = { blocks: [], nearly: [], all: null };

/** The browser lets no extension work here. @param {boolean} [isOn] @returns {View} */
export const forbidden = (isOn) => ({
	...EMPTY,
	isOn,
	headline: say("forbidden"),
	hint: say("forbidden_hint"),
});

/** @param {string} host @param {SiteState} site @returns {View} */
export const closed = (host, { on }) => ({
	...EMPTY,
	isOn: on,
	headline: say("no_access"),
	hint: say("no_access_hint", host),
	grant: host,
});

/** @param {SiteState} site @returns {View} */
export const off = ({ site }) => ({
	...EMPTY,
	isOn: false,
	headline: say("site_off", site),
	hint: say("site_off_hint"),
});

/** @returns {View} */
export const working = () => ({ ...EMPTY, isOn: true, headline: say("working") });

/** @param {Report} report @returns {View} */
export function reported({ state, why, blocks, nearly }) {
	const base = { isOn: true, blocks, nearly, all: chooseAll(blocks), canPick: state !== "stopped" };
	const because = why ? sayWhy(why) : "";
	if (state === "not-article") {
		const hint = `${say("not_article_hint")} ${because}`;
		return { ...base, headline: say("not_article"), hint };
	}
	if (state === "stopped") return { ...base, headline: say("stopped"), hint: because };
	if (blocks.length > 0) return { ...base, ...summarise(blocks), hint: because };
	if (state === "working") return working();
	return { ...base, headline: say("summary_nothing"), hint: say("summary_nothing_hint") };
}

/** @param {Block[]} blocks @returns {View["all"]} */
function chooseAll(blocks) {
	if (blocks.some((block) => !block.shown)) return "show-all";
	return blocks.length > 0 ? "hide-all" : null;
}

/** @param {Block[]} blocks */
function summarise(blocks) {
	const taken = blocks.filter((block) => !block.shown).length;
	return {
		headline: taken > 0 ? sayCount("summary", taken) : sayCount("summary_given_back", blocks.length),
	};
}
