/** Lists of what cannot be used: the first of it, and how much more there is. */

import { make, say } from "../text.js";

const MOST = 100;

/**
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} faults
 * @param {(fault: T) => string} word
 * @param {number} [more] how many there are beside these
 */
export function listFaults(list, faults, word, more = 0) {
	const rows = faults.slice(0, MOST).map((fault) => make("li", { textContent: word(fault) }));
	const rest = faults.length - rows.length + more;
	if (rest > 0) rows.push(make("li", { textContent: say("faults_more", rest) }));
	list.replaceChildren(...rows);
}
