/** Opens pages and looks whether each is cleaned as its description says, and as it was the first time. */

import { readdirSync, readFileSync } from "node:fs";
import { killBackground } from "../browser/background.mjs";
import { isSeen, isSheetInForce, look } from "../browser/look.mjs";
import { pause, until } from "../browser/report.mjs";
import { PAGES } from "../browser/stage.mjs";
import { OWN, SITES } from "./schedule.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/report.mjs").Report} Report */
/** @typedef {import("../browser/stage.mjs").Stage} Stage */
/** @typedef {import("./schedule.mjs").Visit} Visit */
/** @typedef {import("./wanted.mjs").Wanted} Wanted */
/** @typedef {{ takes: { select: string, category: string | string[] }[] }} Spec */

/** Every page that has a description. */
export const listPages = () =>
	readdirSync(PAGES)
		.filter((file) => file.endsWith(".json"))
		.map((file) => file.slice(0, -5));

/** @param {string} page @returns {Spec} */
const readSpec = (page) => JSON.parse(readFileSync(`${PAGES}/${page}.json`, "utf8"));

/** @param {Report} report */
const listBlocks = ({ blocks }) =>
	blocks.map(({ key, shown }) => `${shown ? "shown" : "gone"} ${key}`).sort();

export class Visits {
	count = 0;
	/** The pages that were open. @type {Set<string>} */
	seen = new Set();
	#stage;
	#wanted;
	/** The blocks of each page at the first visit, by all that bears on it. @type {Map<string, string>} */
	#firsts = new Map();

	/** @param {Stage} stage @param {Wanted} wanted */
	constructor(stage, wanted) {
		this.#stage = stage;
		this.#wanted = wanted;
	}

	/** @param {Page} tab @param {string} page @param {string} site @param {number | null} [kill] */
	async open(tab, page, site, kill = null) {
		this.count++;
		this.seen.add(page);
		const loading = tab.goto(this.#stage.site.address(`/${page}.html`, site), { waitUntil: "load" });
		const killing = kill !== null && pause(kill).then(() => killBackground(this.#stage.session));
		await Promise.all([loading, killing]);
	}

	/** What is wrong with a page once it is open. @param {Page} tab @param {Visit} visit @returns {Promise<string[]>} */
	async check(tab, visit) {
		await this.open(tab, visit.page, visit.site, visit.kill);
		const { desk } = this.#stage;
		if (!this.#wanted.isOn(visit.site)) return (await desk.report(tab)) ? ["runs where it is off"] : [];
		const report = await desk.settled(tab);
		if (report.state === "stopped") return [`stopped: ${report.why}`];
		const isHiding = report.blocks.some(({ shown }) => !shown);
		if (isHiding) await until("the style sheet", () => isSheetInForce(tab));
		const wrong = [
			this.#compare(visit, report),
			await this.#findLeft(tab, visit),
			await this.#checkOwn(tab, visit),
		];
		return wrong.filter((one) => one !== "");
	}

	/** @param {Visit} visit @param {Report} report */
	#compare({ page, site }, report) {
		const place = `${page} ${this.#wanted.bearingOn(site)}`;
		const now = listBlocks(report).join("\n");
		const first = this.#firsts.get(place);
		if (first === undefined) this.#firsts.set(place, now);
		return first === undefined || first === now
			? ""
			: `other blocks than the first time:\n${now}\ninstead of\n${first}`;
	}

	/** @param {Page} tab @param {Visit} visit */
	async #findLeft(tab, { page, site }) {
		// What the user keeps can be any of these.
		if (site === SITES.keep) return "";
		const isWanted = this.#wanted.categoriesAt(site);
		const takes = readSpec(page).takes.filter(({ category }) =>
			[category].flat().every((one) => isWanted[one]),
		);
		const selectors = takes.map(({ select }) => select);
		const sights = await look(tab, selectors);
		const left = selectors.filter((_, at) => sights[at].some(({ chars, media }) => chars + media > 0));
		return left.length > 0 ? `still to be seen: ${left.join(", ")}` : "";
	}

	/** @param {Page} tab @param {Visit} visit */
	async #checkOwn(tab, { site }) {
		if (site !== SITES.rules) return "";
		const isGone = !(await isSeen(tab, OWN));
		return isGone === this.#wanted.rules.includes(OWN) ? "" : `${OWN} is ${isGone ? "gone" : "there"}`;
	}
}
