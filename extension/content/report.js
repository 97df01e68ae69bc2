/** Reads what the engine tells of a page: texts and numbers in order, as live/report.rs writes them. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkReport = (() => {
	/** @param {(string | number)[]} told @returns {Report} */
	function read(told) {
		let at = 0;
		const next = () => /** @type {any} */ (told[at++]);

		/** @template T @param {() => T} readOne @returns {T[]} */
		const several = (readOne) => Array.from({ length: next() }, readOne);

		/** @returns {Reason} */
		const reason = () => ({ key: next(), params: Object.fromEntries(several(() => [next(), next()])) });

		/** @returns {Block} */
		const block = () => ({
			id: next(),
			shown: next() === 0,
			category: next(),
			rule: next(),
			words: next(),
			path: next(),
			key: next(),
			reasons: several(reason),
		});

		/** @type {Report} */
		const report = { state: next(), why: next() || null, blocks: [], nearly: [] };
		while (at < told.length) {
			const one = block();
			(one.id ? report.blocks : report.nearly).push(one);
		}
		return report;
	}

	return { read };
})();
