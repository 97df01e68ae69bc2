/** Selects what the user's own rules name, for the engine. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkOwn = (() => {
	const { createDocumentFragment, querySelectorAll } = Document.prototype;
	const { querySelector } = DocumentFragment.prototype;
	const readText = /** @type {(this: Node) => string | null} */ (
		Object.getOwnPropertyDescriptor(Node.prototype, "textContent")?.get
	);

	/** Elements that a rule may select. */
	const MOST_ELEMENTS = 1000;
	/** Milliseconds that a rule may take, and how often it may take longer. */
	const MOST_TIME = 4;
	const PATIENCE = 3;

	/** As a rule that keeps, of the number zero. */
	const QUOTED = 1;

	/** Rules by the numbers that the engine knows them by. @type {Map<number, OwnRule>} */
	let rules = new Map();
	/** How often each rule took too long on this page. @type {Map<string, number>} */
	const overruns = new Map();

	/** @param {string} rule 31 bits of FNV-1a, so that a rule keeps its number when others change */
	function number(rule) {
		let hash = 0x811c9dc5;
		for (let at = 0; at < rule.length; at++) hash = Math.imul(hash ^ rule.charCodeAt(at), 0x01000193);
		return hash >>> 1;
	}

	/** @param {OwnRule} rule */
	function isUnderstood({ select }) {
		try {
			querySelector.call(createDocumentFragment.call(document), select);
			return true;
		} catch {
			return false;
		}
	}

	/** @param {OwnRule[]} own */
	function take(own) {
		rules = new Map(own.filter(isUnderstood).map((rule) => [number(rule.rule), rule]));
	}

	/** @param {OwnRule} rule */
	const isSuspended = ({ rule }) => (overruns.get(rule) ?? 0) >= PATIENCE;

	/** The elements that rules select now, twice the rule's number, and one more where it keeps them; and what the address quotes. */
	function select() {
		/** @type {Map<Element, number>} */
		const selected = new Map();
		for (const [number, rule] of rules) {
			for (const element of isSuspended(rule) ? [] : find(rule)) {
				selected.set(element, number * 2 + Number(rule.keeps));
			}
		}
		for (const element of endmarkQuote.find()) selected.set(element, QUOTED);
		return selected;
	}

	/** @param {OwnRule} own @returns {Element[]} */
	function find({ rule, select, text }) {
		const began = performance.now();
		const all = querySelectorAll.call(document, select);
		if (all.length > MOST_ELEMENTS) {
			overruns.set(rule, PATIENCE);
			return [];
		}
		const found = [...all].filter((element) => text === "" || readText.call(element)?.includes(text));
		if (performance.now() - began > MOST_TIME) overruns.set(rule, (overruns.get(rule) ?? 0) + 1);
		return found;
	}

	/** Puts the rules' own words where the engine knows but numbers. @param {Report} report @returns {Report} */
	function name(report) {
		/** @param {Block} block @returns {Block} */
		const named = (block) => {
			if (block.category !== "own") return block;
			const rule = rules.get(Number(block.rule))?.rule ?? "";
			const reasons = block.reasons.map(({ key }) => ({ key, params: { rule } }));
			return { ...block, rule, reasons };
		};
		return {
			...report,
			blocks: report.blocks.map(named),
			nearly: [...report.nearly.map(named), ...listSuspended()],
		};
	}

	/** @returns {Block[]} */
	const listSuspended = () =>
		[...rules.values()].filter(isSuspended).map(({ rule, select }) => ({
			id: 0,
			category: "own",
			rule,
			words: rule,
			reasons: [{ key: "suspended", params: { rule } }],
			path: select,
			key: "",
			shown: true,
		}));

	return { take, select, name };
})();
