/** Makes one script of an application and of all that it imports. */

import { build } from "esbuild";

/**
 * @typedef {object} How
 * @property {string} folder from which imports are looked for
 * @property {"development" | "production"} mode
 * @property {import("esbuild").Plugin[]} [plugins]
 * @property {Record<string, string>} [define] more words that stand for others
 */

/**
 * @param {string} contents
 * @param {"browser" | "node"} platform
 * @param {How} how
 */
async function bundle(contents, platform, { folder, mode, plugins, define }) {
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: folder },
		bundle: true,
		write: false,
		platform,
		conditions: [mode, platform],
		format: platform === "node" ? "esm" : "iife",
		define: { ...define, "process.env.NODE_ENV": `"${mode}"` },
		logLevel: "error",
		plugins,
	});
	return outputFiles[0].text;
}

/** The script for a page. @param {string} contents @param {How} how */
export const bundleForPage = (contents, how) => bundle(contents, "browser", how);

/** What the application exports on a server. @param {string} contents @param {How} how */
export const runOnServer = async (contents, how) =>
	import(`data:text/javascript,${encodeURIComponent(await bundle(contents, "node", how))}`);
