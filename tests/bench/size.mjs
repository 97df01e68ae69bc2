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
	const core = await readFile(join(extension, "core.js"), "utf8");
	const [, module] = /endmarkWasm = "([^"]+)"/.exec(core) ?? [];
	if (!module) throw new Error(`no module in ${extension}/core.js`);
	const script = await readFile(join(extension, "core-script.js")).catch(() => null);
	return { module: sizeOf(Buffer.from(module, "base64")), script: script && sizeOf(script) };
}
