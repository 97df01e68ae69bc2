/** The content script's way to the background. */
// A declaration makes a property of the global object itself, which no id or name in the page can stand in for.
// biome-ignore lint/correctness/noUnusedVariables: engine.js and content.js reads it; classic scripts share by declaring.
var endmarkBackground = (() => {
	/** Milliseconds in which a question ends, whatever becomes of it. */
	const LONGEST = 30_000;
	/** Milliseconds that an answer has where something waits for it in the page. */
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

	/** The background may die over a question: then another wakes up for it. @param {object} message @returns {Promise<any>} */
	async function askOn(message) {
		for (const rest of RESTS) {
			const answer = await sendAwake(message);
			if (answer !== null || isGone()) return answer;
			await pause(rest);
		}
		return sendAwake(message);
	}

	/** @template T @param {Promise<T>} answer @returns {Promise<T | null>} */
	const within = (answer, patience = PATIENCE) => Promise.race([answer, pause(patience)]);

	/** @param {object} message @returns {Promise<any>} null where no answer comes */
	const ask = (message) => within(askOn(message), LONGEST);

	/** What was told last, so that it is told once. */
	let told = "";
	/** @type {Set<string>} */
	const counted = new Set();

	/** @param {number} count @param {State} state */
	function tellCount(count, state) {
		if (told === `${count} ${state}`) return;
		told = `${count} ${state}`;
		ask({ kind: "count", count, state });
	}

	/** The background may have forgotten. */
	function tellAnew() {
		told = "";
	}

	/** Each rule of the user's own counts once a page. @param {Block[]} blocks */
	function tellHits(blocks) {
		const rules = [...new Set(blocks.map((block) => block.rule))].filter((rule) => !counted.has(rule));
		for (const rule of rules) counted.add(rule);
		if (rules.length > 0) ask({ kind: "hits", rules });
	}

	return { isGone, ask, within, tellCount, tellAnew, tellHits };
})();
