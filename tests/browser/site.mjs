/** A small web site on this machine, under as many *.localhost names as a test wants. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * @typedef {object} Answer
 * @property {string | Buffer} body
 * @property {string} [type]
 * @property {Record<string, string>} [headers]
 * @property {number} [status]
 * @property {(response: import("node:http").ServerResponse, request: import("node:http").IncomingMessage) => void} [send] answers in a way of its own
 */

/** @type {Record<string, string>} */
const TYPES = {
	".html": "text/html; charset=utf-8",
	".htm": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".mjs": "text/javascript; charset=utf-8",
	".json": "application/json",
	".wasm": "application/wasm",
	".svg": "image/svg+xml",
	".png": "image/png",
	".jpg": "image/jpeg",
	".webp": "image/webp",
};

/**
 * A page that comes in pieces.
 * @param {(string | Buffer)[]} pieces
 * @param {number[]} gaps milliseconds before each but the first
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
export const inPieces = (pieces, gaps, headers) => ({
	body: "",
	async send(response) {
		response.writeHead(200, { "content-type": TYPES[".html"], ...headers });
		for (const [at, piece] of pieces.entries()) {
			if (at > 0) await pause(gaps[at - 1]);
			response.write(piece);
		}
		response.end();
	},
});

/**
 * Serves the files of a folder, and before them whatever was put under a path.
 * @param {string} folder
 */
export async function serve(folder) {
	/** What browsers ask for by themselves is there. @type {Map<string, Answer>} */
	const put = new Map([["/favicon.ico", { body: "", type: "image/png" }]]);
	/** @type {string[]} */
	const asked = [];
	const server = createServer(async (request, response) => {
		const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
		asked.push(path);
		const { body, type, headers, status = 200, send } = put.get(path) ?? (await readFrom(folder, path));
		if (send) return send(response, request);
		response.writeHead(status, {
			"content-type": type ?? TYPES[".html"],
			"cache-control": "no-store",
			...headers,
		});
		response.end(body);
	});
	await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
	const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
	return {
		/** @param {string} path @param {string} [name] */
		address: (path, name = "news") => `http://${name}.localhost:${port}${path}`,
		/** @param {string} path @param {Answer | string} answer */
		put: (path, answer) => put.set(path, typeof answer === "string" ? { body: answer } : answer),
		/** The paths that were asked for, in order. */
		asked,
		close: async () => {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

/** @typedef {Awaited<ReturnType<typeof serve>>} Site */

/**
 * @param {string} folder
 * @param {string} path
 * @returns {Promise<Answer>}
 */
async function readFrom(folder, path) {
	try {
		const body = await readFile(join(folder, normalize(path)));
		return { body, type: TYPES[extname(path).toLowerCase()] ?? "application/octet-stream" };
	} catch {
		return { body: "not found", type: "text/plain", status: 404 };
	}
}
