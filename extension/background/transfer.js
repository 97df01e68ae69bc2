/** Everything at once: out to a file, in from one, back to the first day, and one step back. */

import { change, inTurn, read } from "./settings.js";
import { freshStored, isRecord, validate, write } from "./stored.js";

/** @typedef {import("./stored.js").Stored} Stored */

export const exportAll = async () => write(await read());

/** @param {Stored} next */
async function replace(next) {
	await chrome.storage.local.set({ undo: write(await read()) });
	await change((stored) => Object.assign(stored, next));
}

/**
 * Takes everything over, or nothing.
 * @param {unknown} data
 * @returns {Promise<{ ok: boolean, faults: { key: string, params: string[] }[] }>}
 */
export async function importAll(data) {
	/** @param {string} key */
	const refuse = (key) => ({ ok: false, faults: [{ key, params: [] }] });
	if (!isRecord(data) || !("version" in data)) return refuse("foreign");
	const known = Object.keys(write(freshStored()));
	if (typeof data.version === "number" && data.version > write(freshStored()).version) return refuse("newer");
	const { stored, faults } = validate(data);
	const all = [...Object.keys(data).filter((key) => !known.includes(key)), ...faults];
	if (all.length > 0)
		return { ok: false, faults: all.slice(0, 100).map((place) => ({ key: "fault", params: [place] })) };
	await inTurn(() => replace(stored));
	return { ok: true, faults: [] };
}

export const resetAll = () => inTurn(() => replace(freshStored()));

/** Brings back what was there before the last import or reset. */
export const undoAll = () =>
	inTurn(async () => {
		const { undo } = await chrome.storage.local.get("undo");
		if (!isRecord(undo)) throw new Error("nothing to undo");
		await change((stored) => Object.assign(stored, validate(undo).stored));
		await chrome.storage.local.remove("undo");
	});
