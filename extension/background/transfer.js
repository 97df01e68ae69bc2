/** Everything at once: out to a file, in from one, back to the first day, and one step back. */

import { tellRules } from "./rules.js";
import { change, inTurn, read } from "./settings.js";
import { freshStored, isRecord, validate, write } from "./stored.js";
import { readSync, turnSync } from "./sync.js";

/** What a file may weigh: bytes, and so UTF-16 units too. */
export const LARGEST_FILE = 2 << 20;
const MOST_FAULTS = 100;
const LONGEST_PLACE = 200;

/** @typedef {import("./stored.js").Stored} Stored */
/** @typedef {{ key: string, params: string[] }} FileFault */

export const exportAll = async () => write(await read());

/**
 * What was there can be brought back; where nothing changes, what was there before the last change still can.
 * @param {Stored} next
 * @param {{ sync?: boolean }} [beside] what else is brought back
 */
async function replace(next, beside) {
	const before = write(await read());
	if (JSON.stringify(before) === JSON.stringify(write(next))) return;
	await change((stored) => Object.assign(stored, next), { undo: { ...before, ...beside } });
}

/**
 * Takes everything over that a file says, or nothing.
 * @param {string} text
 * @returns {Promise<{ ok: boolean, faults: FileFault[], more: number, rules?: Awaited<ReturnType<typeof tellRules>> }>}
 * more: how many faults there are beside those that are told; rules: what came of the lines of the rules
 */
export async function importAll(text) {
	const { stored, faults } = readFile(text);
	const more = Math.max(0, faults.length - MOST_FAULTS);
	if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS), more };
	const rules = await tellRules(stored.rules);
	await inTurn(() => replace(stored));
	return { ok: true, faults: [], more, rules };
}

/** @param {string} text @returns {{ stored: Stored, faults: FileFault[] }} */
function readFile(text) {
	/** @param {string} key @param {string[]} params */
	const refuse = (key, ...params) => ({ stored: freshStored(), faults: [{ key, params }] });
	/** @type {unknown} */
	let data;
	try {
		data = JSON.parse(text);
	} catch (fault) {
		return refuse("no_json", fault instanceof Error ? fault.message : "");
	}
	if (!isRecord(data) || !("version" in data)) return refuse("foreign");
	const model = write(freshStored());
	if (typeof data.version === "number" && data.version > model.version) return refuse("newer");
	const { stored, faults } = validate(data);
	const unknown = Object.keys(data).filter((name) => !Object.hasOwn(model, name));
	return {
		stored,
		faults: [...unknown, ...faults].map((place) => ({ key: "fault", params: [shorten(place)] })),
	};
}

/** @param {string} place */
const shorten = (place) => (place.length > LONGEST_PLACE ? `${place.slice(0, LONGEST_PLACE)}…` : place);

/** Other devices keep what they have. */
export const resetAll = () =>
	inTurn(async () => {
		const { on } = await readSync();
		if (on) await turnSync(false);
		await replace(freshStored(), { sync: on });
	});

/** Brings back what was there before the last import or reset. */
export const undoAll = () =>
	inTurn(async () => {
		const { undo } = await chrome.storage.local.get("undo");
		if (!isRecord(undo)) throw new Error("nothing to undo");
		await change((stored) => Object.assign(stored, validate(undo).stored));
		if (undo.sync === true) await turnSync(true);
		await chrome.storage.local.remove("undo");
	});
