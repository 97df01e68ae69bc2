/** What goes into a copy of the content scripts, each function as it stands: a clock over all that they do in a page. */

/**
 * @typedef {object} Clock
 * @property {(kind: string) => void} open
 * @property {() => void} close
 * @property {<T>(kind: string, call: () => T) => T} time
 * @property {() => void} breathed the browser had its turn: what comes is another task
 */

/** @typedef {{ at: number, took: number, starts: boolean }} Task `starts` where scripts or wasm were made ready in it */

/**
 * @typedef {object} Reading
 * @property {Record<string, number>} spent milliseconds by kind, without those of other kinds called from it
 * @property {Task[]} tasks
 * @property {Record<string, number>} notes when something was last so
 * @property {number} parsed when the page was parsed
 * @property {boolean} resting
 * @property {number} count blocks that are hidden
 */

/** The clock itself. */
export function startClock() {
	const STARTS = ["inject", "ready", "script form"];
	/** A pause of ours that cannot be the next step of the same task, in milliseconds. */
	const GAP = 1;
	/** @type {{ kind: string, began: number, inner: number }[]} */
	const frames = [];
	/** @type {Pick<Reading, "spent" | "tasks" | "notes">} */
	const { spent, tasks, notes } = { spent: {}, tasks: [], notes: {} };
	let isNewTask = true;

	/** @type {Clock["open"]} */
	const open = (kind) => void frames.push({ kind, began: performance.now(), inner: 0 });

	function close() {
		const frame = frames.pop();
		if (!frame) return;
		const took = performance.now() - frame.began;
		spent[frame.kind] = (spent[frame.kind] ?? 0) + took - frame.inner;
		const outer = frames.at(-1);
		if (outer) outer.inner += took;
		else addToTask(STARTS.includes(frame.kind), frame.began, took);
	}

	/** @param {boolean} starts @param {number} began @param {number} took */
	function addToTask(starts, began, took) {
		const last = tasks.at(-1);
		if (!last || isNewTask || began - (last.at + last.took) > GAP) tasks.push({ at: began, took, starts });
		else Object.assign(last, { took: last.took + took, starts: last.starts || starts });
		isNewTask = false;
	}

	/** @type {Clock["time"]} */
	function time(kind, call) {
		open(kind);
		try {
			return call();
		} finally {
			close();
		}
	}

	const breathed = () => {
		isNewTask = true;
	};
	const engine = { resting: false, count: 0 };
	Object.assign(globalThis, { endmarkClock: { spent, tasks, notes, engine, open, close, time, breathed } });
}

/** Behind it: what calls back from the browser, and what the browser does for us at once. */
export function timeBrowser() {
	const { endmarkClock, MutationObserver, setTimeout, WebAssembly } = /** @type {any} */ (globalThis);
	const { breathed, time } = endmarkClock;

	/** A task of its own. @param {string} kind @param {Function} callback */
	const timed = (kind, callback) =>
		/** @this {unknown} @param {unknown[]} given */
		function (...given) {
			breathed();
			return time(kind, () => callback.apply(this, given));
		};
	Object.assign(globalThis, {
		MutationObserver: class extends MutationObserver {
			/** @param {MutationCallback} callback */
			constructor(callback) {
				super(timed("hear", callback));
			}
		},
		/** @param {Function} callback @param {unknown[]} rest */
		setTimeout: (callback, ...rest) =>
			Reflect.apply(setTimeout, globalThis, [timed("timer", callback), ...rest]),
	});

	const { fromBase64 } = /** @type {any} */ (Uint8Array);
	const decode = (/** @type {string} */ text) => time("decode", () => fromBase64.call(Uint8Array, text));
	if (fromBase64) Object.defineProperty(Uint8Array, "fromBase64", { value: decode });
	const KINDS = { Module: "compile", Instance: "instantiate" };
	for (const [name, kind] of Object.entries(KINDS)) {
		const construct = (/** @type {any} */ target, /** @type {unknown[]} */ given) =>
			time(kind, () => Reflect.construct(target, given));
		Object.defineProperty(WebAssembly, name, { value: new Proxy(WebAssembly[name], { construct }) });
	}
}

/** Behind both: tells what the clock shows, and counts from here on what the browser parses and runs. */
export function tellClock() {
	const { endmarkClock } = /** @type {any} */ (globalThis);
	document.addEventListener("endmark-asks-clock", () => {
		const { spent, tasks, notes, engine } = endmarkClock;
		const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
		const detail = JSON.stringify({
			spent,
			tasks,
			notes,
			parsed: load.domInteractive,
			...engine,
		});
		document.dispatchEvent(new CustomEvent("endmark-tells-clock", { detail }));
	});
	endmarkClock.open("inject");
}

/** Behind the way to the background. */
export function timeAsking() {
	const { endmarkBackground, endmarkClock } = /** @type {any} */ (globalThis);
	const { ask } = endmarkBackground;
	endmarkBackground.ask = async (/** @type {any} */ message) => {
		const answer = await endmarkClock.time("ask", () => ask(message));
		if (message.kind === "sheet") endmarkClock.notes.sheet = performance.now();
		return answer;
	};
}

/** Behind what the content script knows of the page. */
export function timeBreathing() {
	const { endmarkClock, endmarkPage } = /** @type {any} */ (globalThis);
	const { breathe } = endmarkPage;
	endmarkPage.breathe = () => {
		endmarkClock.breathed();
		return breathe();
	};
}

/** Behind the loader: counts what loading takes, and every call into the engine. */
export function timeEngine() {
	const { endmarkClock, endmarkEngine, wasm_bindgen } = /** @type {any} */ (globalThis);
	const { load } = endmarkEngine;
	const { initSync } = wasm_bindgen;
	wasm_bindgen.initSync = (/** @type {unknown} */ source) =>
		endmarkClock.time("ready", () => initSync(source));
	/** @type {any} */
	let prototype;

	/** @param {any} engine @param {number} wait */
	function look(engine, wait) {
		const count = prototype.count.get.call(engine);
		if (count !== endmarkClock.engine.count) endmarkClock.notes.hide = performance.now();
		const resting = wait !== 0 && prototype.wanted.get.call(engine) === "";
		Object.assign(endmarkClock.engine, { count, resting });
	}

	/** @param {object} target */
	function timeMembers(target) {
		prototype = Object.getOwnPropertyDescriptors(target);
		for (const [name, member] of Object.entries(prototype)) {
			const call = member.get ?? member.value;
			if (name === "constructor" || typeof call !== "function") continue;
			/** @this {unknown} @param {unknown[]} given */
			const timed = function (...given) {
				const answer = endmarkClock.time(name, () => call.apply(this, given));
				if (name === "turn") look(this, answer);
				return answer;
			};
			Object.defineProperty(target, name, { ...member, [member.get ? "get" : "value"]: timed });
		}
	}

	endmarkEngine.load = async () => {
		const made = await load();
		if (!made) return null;
		const { Endmark } = made;
		timeMembers(Endmark.prototype);
		const construct = (/** @type {any} */ target, /** @type {unknown[]} */ given) =>
			endmarkClock.time("construct", () => Reflect.construct(target, given));
		return { Endmark: new Proxy(Endmark, { construct }) };
	};
}
