/** A copy of the built extension in which something does not work, to see what becomes of a page then. */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { EXTENSION, openStage } from "./stage.mjs";

/**
 * @param {string} file a script of the extension
 * @param {(script: string) => string} change
 */
export async function alter(file, change) {
	const folder = await mkdtemp(join(tmpdir(), "endmark-altered-"));
	await cp(EXTENSION, folder, { recursive: true });
	const script = await readFile(join(folder, file), "utf8");
	const changed = change(script);
	if (changed === script) throw new Error(`${file} is as it was`);
	await writeFile(join(folder, file), changed);
	return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * A stage with such a copy, for the tests of a group.
 * @param {string} file
 * @param {(script: string) => string} change
 */
export function withAltered(file, change) {
	/** @type {{ stage: import("./stage.mjs").Stage }} */
	const used = /** @type {any} */ ({});
	/** @type {Awaited<ReturnType<typeof alter>>} */
	let altered;
	before(async () => {
		altered = await alter(file, change);
		used.stage = await openStage({ extension: altered.folder });
	});
	after(async () => {
		await used.stage?.close();
		await altered?.remove();
	});
	return used;
}
