/** What the engine in a page is made of: its module, and tables of words, from the extension's own files. */

/** Letters that are made of bytes at once: more would be too many for one call. */
const AT_ONCE = 0x8000;

export const readModule = async () => ({ module: await readCoded("core.wasm") });

/** @param {string[]} names validated: letters and a hyphen */
export const readWords = async (names) => ({
	words: await Promise.all(names.map((name) => readCoded(`words/${name}`))),
});

/** A message carries text. @param {string} name */
async function readCoded(name) {
	const file = await fetch(chrome.runtime.getURL(name));
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (bytes.toBase64) return bytes.toBase64();
	let letters = "";
	for (let at = 0; at < bytes.length; at += AT_ONCE) {
		letters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
	}
	return btoa(letters);
}
