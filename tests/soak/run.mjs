/** A browser that is used for long: pages, decisions, and a background that dies again and again. */

import { killBackground } from "../browser/background.mjs";
import { Samples } from "./samples.mjs";
import { PLAIN, SAMPLE, SITES } from "./schedule.mjs";
import { decide } from "./settings.mjs";
import { listPages, Visits } from "./visits.mjs";
import { Wanted } from "./wanted.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../browser/stage.mjs").Stage} Stage */
/** @typedef {import("./schedule.mjs").Step} Step */
/** @typedef {import("./schedule.mjs").Decision} Decision */

/** A page that is open all the time, and hears of every decision. */
const STAYING = "staying";
/** So many loads from one look at the memory to the next. */
const BETWEEN = 10;
/** One for each of those sites, and the categories everywhere. */
const KINDS = Object.keys(SITES).length + 1;
/** After so many faults nothing new is learnt. */
const MOST_FAULTS = 20;

/** @param {Stage} stage */
export async function prepare(stage) {
	const { desk, site } = stage;
	const { categories } = await desk.ask({ kind: "choices" });
	const wanted = new Wanted(categories);
	const staying = await desk.openWindow();
	await staying.goto(site.address(`/${SAMPLE}.html`, STAYING), { waitUntil: "load" });
	const { blocks } = await desk.settled(staying);
	return new Run(
		stage,
		wanted,
		{
			plain: await desk.openWindow(),
			special: await desk.openWindow(),
			staying,
			options: await desk.openOptions(),
		},
		blocks.map(({ key }) => key),
	);
}

class Run {
	kills = 0;
	decisions = 0;
	/** @type {Set<string>} */
	#decided = new Set();
	/** What was wrong, and when. @type {string[]} */
	faults = [];
	#stage;
	#wanted;
	#tabs;
	#keys;

	/** @param {Stage} stage @param {Wanted} wanted @param {Record<"plain" | "special" | "staying" | "options", Page>} tabs @param {string[]} keys of the sample's blocks */
	constructor(stage, wanted, tabs, keys) {
		this.#stage = stage;
		this.#wanted = wanted;
		this.#tabs = tabs;
		this.#keys = keys;
		this.visits = new Visits(stage, wanted);
		const { plain, staying, options } = tabs;
		this.samples = new Samples(stage, {
			"a page": plain,
			"a page that stays open": staying,
			"the options": options,
		});
	}

	get isHopeless() {
		return this.faults.length >= MOST_FAULTS;
	}

	/** Before every page was open and everything was decided once, a browser still learns what it then keeps. */
	get #isWarm() {
		return this.visits.seen.size === listPages().length && this.#decided.size === KINDS;
	}

	/** @param {Step} step */
	async take(step) {
		const before = this.visits.count;
		try {
			if (step.kind === "kill") await this.#kill();
			else if (step.kind === "setting") await this.#decide(step);
			else await this.#visit(step);
			const isTime = Math.floor(before / BETWEEN) !== Math.floor(this.visits.count / BETWEEN);
			if (isTime && this.#isWarm) await this.#sample();
		} catch (error) {
			this.#note(`${JSON.stringify(step)}: ${error}`);
		}
	}

	/** After all of it, everything that was decided is still there and holds. */
	async finish() {
		await this.take({ kind: "kill" });
		for (const site of [PLAIN, ...Object.values(SITES)])
			await this.take({ kind: "visit", page: SAMPLE, site, kill: null });
	}

	async #kill() {
		this.kills++;
		await killBackground(this.#stage.session);
		const lost = this.#wanted.listLost(await this.#stage.desk.ask({ kind: "choices" }));
		if (lost.length > 0) this.#note(`lost: ${lost.join(", ")}`);
	}

	/** @param {Decision} step */
	async #decide({ setting, kill }) {
		this.decisions++;
		const { special: tab, options } = this.#tabs;
		if (setting.kind === "site") await this.visits.open(tab, SAMPLE, SITES.site);
		await decide(this.#stage.desk, setting, { tab, options, keys: this.#keys });
		this.#wanted.take(setting, this.#keys);
		this.#decided.add(setting.kind);
		if (kill) await this.#kill();
	}

	/** @param {import("./schedule.mjs").Visit} step */
	async #visit(step) {
		if (step.kill !== null) this.kills++;
		const tab = step.site === PLAIN ? this.#tabs.plain : this.#tabs.special;
		const wrong = await this.visits.check(tab, step);
		for (const one of wrong) this.#note(`${step.page} on ${step.site}: ${one}`);
	}

	async #sample() {
		const { plain, staying } = this.#tabs;
		await this.visits.open(plain, SAMPLE, PLAIN);
		for (const tab of [plain, staying]) {
			const { state, why } = await this.#stage.desk.settled(tab);
			if (state !== "done") this.#note(`${tab.url()}: ${state}, ${why}`);
		}
		await this.samples.take();
	}

	/** @param {string} fault */
	#note(fault) {
		const told = `after ${this.visits.count} loads: ${fault}`;
		this.faults.push(told);
		console.error(told);
	}
}
