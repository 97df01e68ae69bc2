/** The content script's way to the background. */
// A declaration makes a property of the global object itself, which no id or name in the page can stand in for.
// biome-ignore lint/correctness/noUnusedVariables: engine.js and content.js reads it; classic scripts share by declaring.
var endmarkBackground = (() => {
	const PATIENCE = 3000;

	/** The extension was updated, switched off or removed while this page stayed open. */
	const isGone = () => !chrome.runtime?.id;

	/** @param {object} message @returns {Promise<any>} null where no answer comes */
	async function send(message) {
		try {
			return await chrome.runtime.sendMessage(message);
		} catch {
			return null;
		}
	}

	/** The background may die over a question: then another wakes up for it. @param {object} message @returns {Promise<any>} */
	const ask = async (message) => (await send(message)) ?? (isGone() ? null : send(message));

	/** @template T @param {Promise<T>} answer @returns {Promise<T | null>} */
	const within = (answer) =>
		Promise.race([
			answer,
			new Promise((/** @type {(late: null) => void} */ done) => setTimeout(done, PATIENCE, null)),
		]);

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
