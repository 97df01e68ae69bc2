/** Pages to try it on, all of invented text: a file's name and what it is. */

/** @type {[string, string][]} */
export const SAMPLES = [
	["sahifa", "A WordPress article with everything at its end"],
	["avada", "A magazine's article"],
	["ghost", "A Ghost blog"],
	["forum-discourse", "A forum, which is left alone"],
];
