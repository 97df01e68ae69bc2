/** What goes into a copy of the content scripts, each function as it stands: a clock over all that they do in a page. */

/**
 * @typedef {object} Clock
 * @property {(kind: string) => void} open
 * @property {() => void} close
 * @property {<T>(kind: string, call: () => T) => T} time
 * @property {() => void} breathed the browser had its turn: what comes is another task
 * @property {(name: string) => void} note
 * @property {{ resting: boolean, count: number }} engine
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

/** The first content script of all: what the browser parses and runs after it is counted. */
export function startClock() {
	const STARTS = ["inject", "ready", "script form"];
	/** A pause of ours that cannot be the next step of the same task, in milliseconds. */
	const GAP = 1;
	/** @type {{ kind: string, began: number, inner: number }[]} */
	const frames = [];
	/** @type {Record<string, number>} */
	const spent = {};
	/** @type {Task[]} */
	const tasks = [];
	/** @type {Record<string, number>} */
	const notes = {};
	const engine = { resting: false, count: 0 };
	let isNewTask = true;

	/** @param {string} kind */
	const open = (kind) => void frames.push({ kind, began: performance.now(), inner: 0 });

	function close() {
		const frame = frames.pop();
		if (!frame) return;
		const took = performance.now() - frame.began;
		spent[frame.kind] = (spent[frame.kind] ?? 0) + took - frame.inner;
		const outer = frames.at(-1);
		if (outer) outer.inner += took;
		else addToTask(frame.kind, frame.began, took);
	}

	/** @param {string} kind @param {number} began @param {number} took */
	function addToTask(kind, began, took) {
		const last = tasks.at(-1);
		const starts = STARTS.includes(kind);
		if (!last || isNewTask || began - (last.at + last.took) > GAP) tasks.push({ at: began, took, starts });
		else Object.assign(last, { took: last.took + took, starts: last.starts || starts });
		isNewTask = false;
	}

	/** @template T @param {string} kind @param {() => T} call @returns {T} */
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
	const note = (/** @type {string} */ name) => {
		notes[name] = performance.now();
	};

	/** What calls back from the browser begins a task of its own. @param {string} kind @param {Function} callback */
	const timed = (kind, callback) =>
		/** @this {unknown} @param {unknown[]} given */
		function (...given) {
			breathed();
			return time(kind, () => callback.apply(this, given));
		};

	const { MutationObserver, setTimeout, WebAssembly } = globalThis;
	const { fromBase64 } = /** @type {any} */ (Uint8Array);
	Object.assign(globalThis, {
		endmarkClock: { open, close, time, breathed, note, engine },
		MutationObserver: class extends MutationObserver {
			/** @param {MutationCallback} callback */
			constructor(callback) {
				super(/** @type {MutationCallback} */ (timed("hear", callback)));
			}
		},
		/** @param {Function} callback @param {unknown[]} rest */
		setTimeout: (callback, ...rest) =>
			Reflect.apply(setTimeout, globalThis, [timed("timer", callback), ...rest]),
	});
	if (fromBase64) {
		Reflect.set(Uint8Array, "fromBase64", (/** @type {string} */ text) =>
			time("decode", () => fromBase64.call(Uint8Array, text)),
		);
	}
	for (const [name, kind] of [
		["Module", "compile"],
		["Instance", "instantiate"],
	]) {
		const made = Reflect.get(WebAssembly, name);
		const construct = (/** @type {any} */ target, /** @type {unknown[]} */ given) =>
			time(kind, () => Reflect.construct(target, given));
		Object.defineProperty(WebAssembly, name, { value: new Proxy(made, { construct }) });
	}

	document.addEventListener("endmark-asks-clock", () => {
		const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
		const parsed = load.domContentLoadedEventStart;
		const detail = JSON.stringify({ spent, tasks, notes, parsed, ...engine });
		document.dispatchEvent(new CustomEvent("endmark-tells-clock", { detail }));
	});
	open("inject");
}

/** Behind the way to the background. */
export function timeAsking() {
	const { endmarkBackground, endmarkClock } = /** @type {any} */ (globalThis);
	const { ask } = endmarkBackground;
	endmarkBackground.ask = async (/** @type {any} */ message) => {
		const answer = await endmarkClock.time("ask", () => ask(message));
		if (message.kind === "sheet") endmarkClock.note("sheet");
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
	const { endmarkClock, endmarkEngine } = /** @type {any} */ (globalThis);
	const { load } = endmarkEngine;
	/** @type {any} */
	let prototype;

	/** @param {any} engine @param {number} wait */
	function look(engine, wait) {
		const count = prototype.count.get.call(engine);
		if (count !== endmarkClock.engine.count) endmarkClock.note("hide");
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
		const { Endmark } = await endmarkClock.time("ready", load);
		timeMembers(Endmark.prototype);
		const construct = (/** @type {any} */ target, /** @type {unknown[]} */ given) =>
			endmarkClock.time("construct", () => Reflect.construct(target, given));
		return { Endmark: new Proxy(Endmark, { construct }) };
	};
}
