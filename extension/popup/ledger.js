/** The list of what was taken off: each block with its reason, its place on the page, and its way back. */

import { make, say, sayCategory, sayReasons } from "../text.js";

const HOVER = 120;

/** Where the mouse was last. */
let mouse = { x: Number.NaN, y: Number.NaN };

/**
 * @typedef {object} Acts what can be done with a block
 * @property {(block: Block) => void} turn gives it back or takes it off
 * @property {(id: number) => void} point shows it in its place; 0 for none
 */

/** @param {Block[]} blocks @param {Set<string>} kept @param {Acts} acts */
export const makeLedger = (blocks, kept, acts) =>
	groupByCategory(blocks).map(([category, group]) => {
		const id = `category-${category}`;
		const count = make("span", { textContent: String(group.length) });
		const section = make("section", {}, make("h2", { id }, sayCategory(category), count));
		section.setAttribute("aria-labelledby", id);
		section.append(make("ul", {}, ...group.map((block) => makeRow(block, kept.has(block.key), acts))));
		return section;
	});

/** @param {Block[]} blocks @returns {[Block["category"], Block[]][]} in the order of the page */
function groupByCategory(blocks) {
	/** @type {Map<Block["category"], Block[]>} */
	const groups = new Map();
	for (const block of blocks) groups.set(block.category, [...(groups.get(block.category) ?? []), block]);
	return [...groups];
}

/** @param {Block} block @param {boolean} isKept @param {Acts} acts */
function makeRow(block, isKept, { turn, point }) {
	const kind = block.shown ? "hide" : "show";
	const button = make("button", { type: "button", id: `block-${block.id}`, textContent: say(kind) });
	button.setAttribute("aria-label", say(`${kind}_block`, block.words || say("no_words")));
	button.addEventListener("click", () => turn(block));
	const row = make("li", { className: block.shown ? "shown" : "" }, describe(block), button);
	if (block.shown && isKept)
		row.firstElementChild?.append(make("p", { className: "reasons", textContent: say("kept_here") }));
	pointFrom(
		row,
		() => point(block.id),
		() => point(0),
	);
	return row;
}

/**
 * Pointing follows the keyboard at once, the mouse when it rests. A line that was clicked, or is drawn anew
 * under a mouse at rest, does not point, so that a block just taken off is seen to go.
 * @param {HTMLElement} row @param {() => void} begin @param {() => void} end
 */
function pointFrom(row, begin, end) {
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let resting;
	row.addEventListener("pointermove", ({ screenX, screenY }) => {
		if (screenX !== mouse.x || screenY !== mouse.y) resting ??= setTimeout(begin, HOVER);
		mouse = { x: screenX, y: screenY };
	});
	row.addEventListener("pointerleave", () => {
		clearTimeout(resting);
		resting = undefined;
		end();
	});
	row.addEventListener("click", () => clearTimeout(resting));
	row.addEventListener("focusin", begin);
	row.addEventListener("focusout", end);
}

/** @param {Block} block */
export function describe({ words, reasons, path }) {
	const textContent = words || say("no_words");
	const line = make("p", { className: "words", title: path, dir: "auto", textContent });
	return make("div", {}, line, make("p", { className: "reasons", textContent: sayReasons(reasons) }));
}
