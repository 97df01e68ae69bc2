/** A proxy that gives nothing and remembers every host that it was asked for. */

import { createServer } from "node:http";

export async function openCanary() {
	/** @type {Set<string>} */
	const hosts = new Set();
	const server = createServer((request, response) => {
		hosts.add(new URL(request.url ?? "", "http://nameless").hostname);
		response.writeHead(404).end();
	});
	server.on("connect", ({ url }, socket) => {
		hosts.add(String(url).replace(/:\d+$/, ""));
		socket.destroy();
	});
	await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
	const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
	const close = async () => {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	};
	return { port, hosts, close };
}

/** @typedef {Awaited<ReturnType<typeof openCanary>>} Canary */
