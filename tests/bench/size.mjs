/** How large what runs in pages is. */

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** @typedef {{ raw: number, gzip: number }} Size */

/** Node's own zlib packs less tightly than the build's and gzip's. @param {Buffer} bytes @returns {Size} */
function sizeOf(bytes) {
	const { stdout, error } = spawnSync("gzip", ["-9", "-n", "-c"], { input: bytes });
	if (error) throw error;
	return { raw: bytes.length, gzip: stdout.length };
}

/** The wasm module, and the script that stands in for it, which only Chromium's extension has. @param {string} extension */
export async function measureSizes(extension) {
	const module = await readFile(join(extension, "core.wasm"));
	const script = await readFile(join(extension, "core-script.js")).catch(() => null);
	return { module: sizeOf(module), script: script && sizeOf(script) };
}
