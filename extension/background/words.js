/** Tables of words, read from the extension's own files for the engine in a page. */

/** @param {string[]} names validated: letters and a hyphen */
export const readWords = async (names) => ({ words: await Promise.all(names.map(readTable)) });

/** @param {string} name */
async function readTable(name) {
	const file = await fetch(chrome.runtime.getURL(`words/${name}`));
	const bytes = new Uint8Array(await file.arrayBuffer());
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
