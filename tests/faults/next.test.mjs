/** A page that Next built: sent as a server would send it, and taken over once its scripts have come. */

import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "../browser/site.mjs";
import { openStage } from "../browser/stage.mjs";
import { checkOwned, LISTEN } from "./owned.mjs";

const APP = fileURLToPath(new URL("./apps/next", import.meta.url));
const OUT = `${APP}/out`;
const CHUNKS = "_next/static/chunks";

/** Asks the server for the script that is held back, and waits until the page is taken over. */
const BEGIN = `${LISTEN}
	globalThis.begin = async () => {
		await fetch("/go");
		while (!globalThis.show) await new Promise((next) => setTimeout(next, 10));
	};`;

/** @type {import("../browser/stage.mjs").Stage} */
let stage;
/** @type {import("../browser/site.mjs").Site} */
let site;
before(async () => {
	const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
	await promisify(execFile)("node_modules/.bin/next", ["build"], { cwd: APP, env });
	site = await serve(OUT);
	site.put("/begin.js", { body: BEGIN, type: "text/javascript" });
	await holdStart();
	stage = await openStage();
});
after(async () => {
	await stage?.close();
	await site?.close();
});

/** The script that starts all others does not come before the page asks for it. */
async function holdStart() {
	/** @type {() => void} */
	let go = () => {};
	const asked = new Promise((done) => {
		go = () => done(undefined);
	});
	site.put("/go", {
		body: "",
		send: (response) => {
			go();
			response.end();
		},
	});
	const names = await readdir(`${OUT}/${CHUNKS}`);
	const start = names.find((name) => name.startsWith("turbopack-"));
	const body = await readFile(`${OUT}/${CHUNKS}/${start}`);
	const send = async (/** @type {import("node:http").ServerResponse} */ response) => {
		await asked;
		response.writeHead(200, { "content-type": "text/javascript" }).end(body);
	};
	site.put(`/${CHUNKS}/${start}`, { body, send });
}

it("lives with a page of Next that changes a thousand times", () =>
	checkOwned(stage, site.address("/index.html")));
