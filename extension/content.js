/** Drives the engine in a page: when it works, what it hears of, and that a fault costs the page nothing. */
(() => {
	// A page can put names on the global object through ids, but never as its own properties.
	if (Object.hasOwn(globalThis, "endmarkRuns")) return;
	Object.defineProperty(globalThis, "endmarkRuns", { value: true });

	const { ask, isGone, tellCount, tellHits, tellAnew, PATIENCE } = endmarkBackground;
	const { load, isFull, fetchWords, drawMark } = endmarkEngine;
	const { turnTo, attend } = endmarkView;
	const { breathe, isHtml, isLoading, isParsed, isDue, findMark, loadAgain, takeMarksBack } = endmarkPage;

	const ASLEEP = Number.POSITIVE_INFINITY;
	/** The table of words that every page needs. */
	const EVERYWHERE = "common";
	/** Why nothing is tried again on this page. */
	const FAULTS = ["stopped-trap", "stopped-memory"];

	/** @type {Engine | null} */
	let engine = null;
	/** @type {Promise<EngineForm | null> | null} */
	let form = null;
	/** @type {{ state: State, why: string | null }} */
	let standing = { state: "working", why: null };
	/** @type {Settings | null} */
	let settings = null;
	let mark = "";
	/** Grows with every start and end, so that a late answer is known as such. */
	let attempt = 0;
	let generation = -1;
	let isSheetAsked = false;
	/** Whether the page was marked while it came in: what hides is there, and what is hidden does not load. */
	let isMarked = false;
	let wordsAsked = "";

	let isWorking = false;
	let wait = ASLEEP;
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let nextTurn;

	// --- From start to end ---

	async function begin() {
		const mine = ++attempt;
		halt("working");
		if (attempt === 1) mark = findMark() ?? "";
		// Of a page that is prepared in advance, the background does not know yet which tab's it is.
		await isDue();
		const asked = ask({ kind: "hello", mark: mark || undefined });
		if (!isHtml()) return halt("not-article", "page-no-text");
		const words = fetchWords(EVERYWHERE);
		words.catch(() => {});
		form ??= load();
		form.then(keep, () => {});
		const hello = await asked;
		if (mine !== attempt) return;
		if (isGone()) return leave();
		isMarked ||= hello?.isMarked === true;
		if (!hello?.settings) return stop("stopped-no-answer");
		if (!hello.on) return switchOff();
		settings = /** @type {Settings} */ (hello.settings);
		await takeUp(settings, words);
	}

	/** Has an engine ready while the page comes in, and begins with it once all is there. @param {Settings} first @param {Promise<Uint8Array[]>} words */
	async function takeUp(first, words) {
		const mine = attempt;
		if (!isMarked) mark = drawMark();
		isSheetAsked = isMarked;
		try {
			const made = await form;
			if (mine !== attempt) return;
			if (!made) return stop("stopped-no-answer");
			const next = new made.Endmark(mark);
			await hideFirst(next, words);
			await isParsed();
			if (mine !== attempt) return;
			if (isGone()) return leave();
			lead(next, settings ?? first);
		} catch {
			return stop("stopped-no-engine");
		}
		endmarkWatch.begin();
		if (engine?.wanted) learn(words, EVERYWHERE);
		else work();
	}

	/** From now on this engine works on the page. @param {Engine} next @param {Settings} now */
	function lead(next, now) {
		endmarkOwn.take(now.own);
		endmarkDetach.begin(mark, now.detach);
		engine = next;
		handOver(now, engine);
		engine.select_by(beginSurvey);
		turnTo({
			mark,
			point: (id) => use((it) => it.point(id)),
			list: () => report().blocks,
			show: (id) => carryOut((it) => it.show(id)),
		});
	}

	/** Hides what is certain while the page comes in. @param {Engine} next @param {Promise<Uint8Array[]>} words */
	async function hideFirst(next, words) {
		const mine = attempt;
		if (!settings || isMarked || !isLoading() || !endmarkFirst.isFit(settings)) return;
		const [common] = await words.catch(() => []);
		if (!common || !next.learn(common)) return;
		handOver(settings, next);
		const look = () => {
			const goesOn = next.hide_certain();
			if (goesOn !== undefined && !isSheetAsked) {
				endmarkShade.hideAtOnce(mark);
				askSheet();
			}
			return goesOn === true;
		};
		await endmarkFirst.watch(() => mine === attempt && look()).catch(fail);
	}

	/** Read is the document as it is with everything in it. */
	function beginSurvey() {
		endmarkDetach.hold("survey");
		return endmarkOwn.select();
	}

	/** A module that did not come is asked for again. @param {EngineForm | null} made */
	function keep(made) {
		if (!made) form = null;
	}

	/**
	 * Gives everything back and rests.
	 * @param {State} state
	 * @param {string | null} [why]
	 */
	function halt(state, why = null) {
		endmarkWatch.rest();
		clearTimeout(nextTurn);
		engine = null;
		standing = { state, why };
		generation = -1;
		isSheetAsked = false;
		endmarkDetach.begin(mark, false);
		if (mark) takeMarksBack(mark);
		turnTo(null);
	}

	/** @param {string} why */
	function stop(why) {
		attempt++;
		halt("stopped", why);
		tellCount(0, "stopped");
	}

	function switchOff() {
		attempt++;
		halt("off");
		tellCount(0, "off");
	}

	/** A fault in the engine. */
	const fail = () => stop(isFull() ? "stopped-memory" : "stopped-trap");

	/** The extension is gone: no trace of it stays at work. */
	function leave() {
		attempt++;
		halt("off");
		endmarkWatch.end();
		endmarkGate.end();
	}

	/** Asks anew how this site stands. */
	async function refresh() {
		const hello = await ask({ kind: "hello" });
		if (isGone()) return leave();
		if (!hello?.settings) return;
		if (!hello.on) return switchOff();
		if (standing.why && FAULTS.includes(standing.why)) return;
		if (!engine) return begin();
		tellAnew();
		generation = -1;
		adopt(hello.settings);
	}

	/** @param {Settings} next */
	function adopt(next) {
		settings = next;
		follow(next);
	}

	/** @param {Settings} now */
	function follow(now) {
		endmarkOwn.take(now.own);
		endmarkDetach.begin(mark, now.detach);
		carryOut((it) => handOver(now, it));
	}

	/** @param {Settings} settings @param {Engine} engine */
	function handOver({ categories, kept }, engine) {
		const taken = Object.entries(categories).filter(([, isTaken]) => isTaken);
		engine.set_settings(taken.map(([name]) => name).join(" "), kept);
	}

	// --- The engine at work ---

	/**
	 * Every call into the engine goes through here.
	 * @template T
	 * @param {(engine: Engine) => T} call
	 * @returns {T | undefined}
	 */
	function use(call) {
		if (!engine) return undefined;
		try {
			return call(engine);
		} catch {
			fail();
			return undefined;
		}
	}

	/** Turn after turn, in slices, until the engine wants to wait. */
	async function work() {
		wait = 0;
		if (isWorking) return;
		isWorking = true;
		while (engine && wait === 0) {
			wait = use((it) => it.turn(performance.now())) ?? ASLEEP;
			settle();
			await breathe();
		}
		isWorking = false;
		const wanted = use((it) => it.wanted);
		if (!wanted) endmarkDetach.release("survey");
		else if (wanted !== wordsAsked) learn(fetchWords(wanted), wanted);
		sleep();
	}

	/**
	 * Hands the words over that the engine waits for.
	 * @param {Promise<Uint8Array[]>} asked
	 * @param {string} names
	 */
	async function learn(asked, names) {
		const mine = attempt;
		wordsAsked = names;
		try {
			const tables = await asked;
			if (mine !== attempt) return;
			if (tables.some((table) => engine?.learn(table) === false)) return stop("stopped-no-words");
		} catch {
			if (mine !== attempt) return;
			return isGone() ? leave() : stop("stopped-no-words");
		}
		work();
	}

	function sleep() {
		clearTimeout(nextTurn);
		if (engine && wait !== ASLEEP) nextTurn = setTimeout(work, wait);
	}

	/** After each step: what changed for the badge and the sheet? */
	function settle() {
		if (use((it) => it.generation) === generation) return;
		const { state, blocks } = report();
		const count = use((it) => it.count);
		if (count === undefined || !engine) return;
		generation = engine.generation;
		if (isMarked) loadAgain(mark);
		tellCount(count, state);
		tellHits(blocks.filter((block) => block.category === "own" && !block.shown));
		if (count > 0 && !isSheetAsked) askSheet();
	}

	async function askSheet() {
		const mine = attempt;
		isSheetAsked = true;
		const answer = await ask({ kind: "sheet", mark }, PATIENCE);
		if (mine !== attempt) return;
		if (answer?.ok) endmarkShade.hideBy(answer.css);
		else if (isGone()) leave();
		else stop("stopped-no-sheet");
	}

	// --- What happens in the page ---

	/** @type {Parameters<typeof endmarkWatch.serve>[0]} */
	const EARS = {
		grown() {
			wait = use((it) => it.heard(performance.now())) ?? ASLEEP;
			if (!isWorking) sleep();
		},
		async replaced() {
			const mine = attempt;
			endmarkWatch.begin();
			await isParsed();
			if (mine === attempt) EARS.turned();
		},
		turned() {
			use((it) => it.navigated(performance.now()));
			work();
		},
		selected() {
			use((it) => it.selected());
		},
		revealed(hash) {
			if (!hash) return;
			endmarkDetach.bringBack();
			carryOut((it) => it.reveal(hash));
		},
		returned: refresh,
		orphaned: leave,
	};

	// --- What the popup and the background ask for ---

	/** @returns {Report} */
	function report() {
		const told = use((it) => endmarkReport.read(it.report()));
		return endmarkOwn.name(told ?? { ...standing, blocks: [], nearly: [] });
	}

	/** Done at once as far as it can be; what is too much for now follows in the next turns. @param {(engine: Engine) => void} call */
	function carryOut(call) {
		use(call);
		endmarkDetach.settle();
		settle();
		work();
	}

	/** @type {Record<string, (message: any) => unknown>} */
	const ORDERS = {
		report: () => {},
		show: ({ id }) => carryOut((it) => it.show(id)),
		hide: ({ id }) => carryOut((it) => it.hide(id)),
		"show-all": () => carryOut((it) => it.show_all()),
		"hide-all": () => carryOut((it) => it.hide_all()),
		off: switchOff,
		on: () => !engine && refresh(),
		settings: ({ settings }) => adopt(settings),
	};

	chrome.runtime.onMessage.addListener((message, sender, respond) => {
		if (sender.id !== chrome.runtime.id || !Object.hasOwn(ORDERS, message?.kind)) return;
		ORDERS[message.kind](message);
		respond(report());
	});

	attend();
	endmarkTrial.serve({
		settings: () => engine && settings,
		carryOut: follow,
		report,
		async done() {
			while (isWorking) await breathe();
		},
	});
	endmarkWatch.serve(EARS);
	begin();
})();
