/** Tries a rule of the user's on the page before it is stored. */
// biome-ignore lint/correctness/noUnusedVariables: content.js and the picker read it; classic scripts share by declaring.
var endmarkTrial = (() => {
	/** @typedef {"taken" | "refused" | "nothing"} Outcome */

	/**
	 * What content.js lends: the settings that hold, how others are carried out for now, when that is done and what came of it.
	 * @type {{ settings: () => Settings | null, carryOut: (settings: Settings) => void, done: () => Promise<void>, report: () => Report } | null}
	 */
	let page = null;

	/** @param {typeof page} lent */
	function serve(lent) {
		page = lent;
	}

	/**
	 * What a rule that was just picked does, on this page alone.
	 * @param {string} select
	 * @returns {Promise<Outcome>}
	 */
	async function attempt(select) {
		const settings = page?.settings();
		if (!page || !settings) return "nothing";
		const trial = { rule: `##${select}`, select, text: "", keeps: false };
		page.carryOut({ ...settings, own: [...settings.own, trial] });
		await page.done();
		const { blocks, nearly } = page.report();
		const isTrial = (/** @type {Block} */ { rule }) => rule === trial.rule;
		if (blocks.some((block) => isTrial(block) && !block.shown) && !nearly.some(isTrial)) return "taken";
		withdraw();
		return nearly.some(isTrial) ? "refused" : "nothing";
	}

	function withdraw() {
		const settings = page?.settings();
		if (settings) page?.carryOut(settings);
	}

	return { serve, attempt, withdraw };
})();
