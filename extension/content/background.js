/** The content script's way to the background. */
// A declaration makes a property of the global object itself, which no id or name in the page can stand in for.
// biome-ignore lint/correctness/noUnusedVariables: engine.js and content.js reads it; classic scripts share by declaring.
var endmarkBackground = (() => {
	/** Milliseconds after which a question is given up. */
	const LONGEST = 30_000;
	/** Milliseconds that something in the page waits for. */
	const PATIENCE = 6000;
	/** Milliseconds until a question is asked again: the background can be ended over several in a row. */
	const RESTS = [0, 100, 300, 900, 2700];
	/** Milliseconds of silence after which the background is woken once more. */
	const SILENCES = [500, 1500, 4500];

	/** The extension was updated, switched off or removed while this page stayed open. */
	const isGone = () => !chrome.runtime?.id;

	/** @param {number} ms @returns {Promise<null>} */
	const pause = (ms) => new Promise((done) => setTimeout(done, ms, null));

	/** @param {object} message @returns {Promise<any>} null where no answer comes */
	async function send(message) {
		try {
			return (await chrome.runtime.sendMessage(message)) ?? null;
		} catch {
			return null;
		}
	}

	/** What Chromium's worker is asked while it is stopped at its start lies there until something else starts another. */
	const wake = () => send({ kind: "wake" });

	/** @param {object} message @returns {Promise<any>} null where no answer comes */
	async function sendAwake(message) {
		const wakes = SILENCES.map((silence) => setTimeout(wake, silence));
		const answer = await send(message);
		for (const one of wakes) clearTimeout(one);
		return answer;
	}

	/** @template T @param {Promise<T>} answer @returns {Promise<T | null>} null where it comes too late */
	function within(answer, patience = PATIENCE) {
		/** @type {ReturnType<typeof setTimeout>} */
		let timer;
		/** @type {Promise<null>} */
		const late = new Promise((done) => {
			timer = setTimeout(done, patience, null);
		});
		return Promise.race([answer, late]).finally(() => clearTimeout(timer));
	}

	/**
	 * The background may die over a question: then another wakes up for it, but for nothing that was given up.
	 * @param {object} message @param {number} patience @returns {Promise<any>} null where no answer comes in time
	 */
	async function ask(message, patience = LONGEST) {
		const end = Date.now() + patience;
		for (const rest of [...RESTS, 0]) {
			const answer = await within(sendAwake(message), end - Date.now());
			if (answer !== null || isGone() || Date.now() + rest >= end) return answer;
			await pause(rest);
		}
		return null;
	}

	/** What was told last, so that it is told once. */
	let told = "";
	/** @type {Set<string>} */
	const counted = new Set();

	/** The newest count is told until it is heard. @param {number} count @param {State} state */
	async function tellCount(count, state) {
		const now = `${count} ${state}`;
		if (told === now) return;
		told = now;
		for (const rest of RESTS) {
			if ((await sendAwake({ kind: "count", count, state })) !== null || told !== now || isGone()) return;
			await pause(rest);
		}
	}

	/** The background may have forgotten. */
	function tellAnew() {
		told = "";
	}

	/** Each rule of the user's own counts once a page, or not at all where the background dies over it. @param {Block[]} blocks */
	function tellHits(blocks) {
		const rules = [...new Set(blocks.map((block) => block.rule))].filter((rule) => !counted.has(rule));
		for (const rule of rules) counted.add(rule);
		if (rules.length > 0) send({ kind: "hits", rules });
	}

	return { PATIENCE, isGone, ask, within, tellCount, tellAnew, tellHits };
})();
