/** A selector for a block that holds on the site's other articles, and where class names are drawn anew with each build. */
// biome-ignore lint/correctness/noUnusedVariables: picker.js reads it; classic scripts share by declaring.
var endmarkFingerprint = (() => {
	const { querySelectorAll } = Document.prototype;
	const { getAttribute } = Element.prototype;

	const LONGEST = 60;
	const MOST_ALIKE = 20;
	const MOST_STEPS = 12;
	/** Attributes that say what an element is, and seldom change. */
	const TELLING = [
		"data-testid",
		"data-component",
		"data-module",
		"data-type",
		"itemprop",
		"itemtype",
		"role",
		"aria-label",
		"name",
	];

	/** Whether a part of a name was drawn by a machine: digits among letters, or letters no word is made of. @param {string} part */
	function isDrawn(part) {
		if (/\d{3}|[a-z]\d|\d[a-z]/i.test(part) && !/^(h|col|row|w|p|m)?\d{1,2}$/i.test(part)) return true;
		if (part.length < 5) return false;
		const words = part.match(/[A-Z]*[a-z]+|[A-Z]+/g) ?? [part];
		return !/[aeiouy]/i.test(part) || part.length / words.length < 3;
	}

	/** The parts of a name in turn, with what sets them apart. @param {string} name */
	const partsOf = (name) => name.split(/(?<=[-_:.])(?=[^-_:.])/);

	/** @param {string} part */
	const bare = (part) => part.replace(/[-_:.]+$/, "");

	/** Prefixes after which tools write what they drew. @param {string} name */
	const isTool = (name) => /^(css|sc|jss|emotion|svelte|astro|tss|makeStyles)-/.test(name);

	/** @param {string} name */
	const isStable = (name) =>
		name.length <= LONGEST &&
		!isTool(name) &&
		/[a-z]{2}/i.test(name) &&
		!partsOf(name).some((part) => isDrawn(bare(part)));

	/** What of a name stands before the part that was drawn: `Box_author__` of `Box_author__x7Gh2`. @param {string} name */
	function stemOf(name) {
		if (isTool(name)) return "";
		const parts = partsOf(name);
		const drawn = parts.findIndex((part) => isDrawn(bare(part)));
		const stem = parts.slice(0, Math.max(drawn, 0)).join("");
		return stem.length <= LONGEST && /[a-z]{4}/i.test(stem) ? stem : "";
	}

	/** @param {string} value */
	const quote = (value) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

	/** @param {Element} element @param {string} name */
	const read = (element, name) => getAttribute.call(element, name)?.trim() ?? "";

	/** Selectors of an element by itself, the most telling first. @param {Element} element */
	function ownSelectors(element) {
		const tag = CSS.escape(element.localName);
		const id = read(element, "id");
		const names = read(element, "class").split(/\s+/).filter(Boolean);
		const stable = names.filter(isStable).slice(0, 4);
		const stems = names.map(stemOf).filter(Boolean);
		const telling = TELLING.map((name) => [name, read(element, name)]).filter(
			([, value]) => value && value.length <= LONGEST && !/\d/.test(value),
		);
		return [
			...(id && isStable(id) ? [`#${CSS.escape(id)}`] : []),
			...(stable.length ? [tag + stable.map((name) => `.${CSS.escape(name)}`).join("")] : []),
			...stems.map((stem) => `${tag}[class*=${quote(stem)}]`),
			...telling.map(([name, value]) => `${tag}[${name}=${quote(value)}]`),
		];
	}

	/** @param {string} selector @returns {Element[]} */
	const find = (selector) => [...querySelectorAll.call(document, selector)];

	/** @param {string} selector @param {Element} element */
	const isOnly = (selector, element) => {
		const found = find(selector);
		return found.length === 1 && found[0] === element;
	};

	/** The nearest element around this one that a selector of its own tells from all others. @param {Element} element */
	function anchorOf(element) {
		for (let above = element.parentElement; above; above = above.parentElement) {
			const selector = ownSelectors(above).find((own) => isOnly(own, /** @type {Element} */ (above)));
			if (selector) return { above, selector };
		}
		return { above: document.body, selector: "body" };
	}

	/** The way down to an element, counted where it has to be. @param {Element} element @param {Element} from */
	function stepsFrom(element, from) {
		/** @type {string[]} */
		const steps = [];
		for (
			let at = /** @type {Element | null} */ (element);
			at && at !== from && steps.length < MOST_STEPS;
			at = at.parentElement
		) {
			const { localName } = at;
			const alike = [...(at.parentElement?.children ?? [])].filter((other) => other.localName === localName);
			const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(at) + 1})` : "";
			steps.unshift(CSS.escape(localName) + place);
		}
		return steps.join(" > ");
	}

	/** @param {Element} element */
	function describe(element) {
		const own = ownSelectors(element);
		const { above, selector } = anchorOf(element);
		const within = own.map((one) => `${selector} ${one}`);
		const alike = own.filter((one) => find(one).length <= MOST_ALIKE);
		return (
			[...own, ...within].find((one) => isOnly(one, element)) ??
			alike[0] ??
			`${selector} > ${stepsFrom(element, above)}`
		);
	}

	return { describe, find };
})();
