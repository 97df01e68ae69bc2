/** Text in the encodings of older pages, made from the tables that the decoder has. */

/** @type {Map<string, Map<string, number[]>>} */
const tables = new Map();

/** Every character of one or two bytes. @param {string} label */
function readTable(label) {
	const decoder = new TextDecoder(label, { fatal: true });
	/** @type {Map<string, number[]>} */
	const table = new Map();
	/** @param {number[]} bytes */
	const add = (...bytes) => {
		try {
			const letter = decoder.decode(Uint8Array.from(bytes));
			if ([...letter].length === 1 && !table.has(letter)) table.set(letter, bytes);
		} catch {
			// No character.
		}
	};
	for (let first = 0; first < 256; first++) add(first);
	for (let first = 0x81; first < 255; first++)
		for (let second = 0x30; second < 255; second++) add(first, second);
	return table;
}

/** @param {string} text @param {string} label */
export function encode(text, label) {
	const table = tables.get(label) ?? readTable(label);
	tables.set(label, table);
	return Buffer.from(
		[...text].flatMap((letter) => {
			const bytes = table.get(letter);
			if (!bytes) throw new Error(`${label} has no ${letter}`);
			return bytes;
		}),
	);
}
