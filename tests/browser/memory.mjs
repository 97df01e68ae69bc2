/** How much memory a page holds, as the browser itself tells it. */

import { readdir, readFile } from "node:fs/promises";
import { evaluateInWindow } from "./firefox.mjs";

/** @typedef {import("./launch.mjs").Session} Session */

/** The bytes of a heap with what buffers and wasm hold, after a collection. @param {import("puppeteer-core").CDPSession} inspector */
export async function measureHeap(inspector) {
	await inspector.send("HeapProfiler.collectGarbage");
	const heap = /** @type {any} */ (await inspector.send("Runtime.getHeapUsage"));
	return /** @type {number} */ (heap.usedSize + heap.backingStorageSize);
}

/**
 * Firefox's process that shows an address: milliseconds of its main thread's processor time, and its bytes.
 * @param {Session} session
 * @param {string} address
 * @returns {Promise<{ main: number, memory: number }>}
 */
export const measureProcess = (session, address) =>
	evaluateInWindow(
		session,
		async (address) => {
			const { children } = await /** @type {any} */ (globalThis).ChromeUtils.requestProcInfo();
			const own = children.find((/** @type {any} */ { windows }) =>
				windows.some((/** @type {any} */ { documentURI }) => documentURI?.spec === address),
			);
			if (!own) throw new Error(`no process shows ${address}`);
			// The first thread of a process has its number.
			const main = own.threads.find((/** @type {any} */ { tid }) => tid === own.pid);
			return { main: (main ?? own).cpuTime / 1e6, memory: own.memory };
		},
		address,
	);

/** Lets all processes of Firefox give back what they do not need. @param {Session} session */
export const collectEverywhere = (session) =>
	evaluateInWindow(session, async () => {
		const { Cc, Ci, Services } = /** @type {any} */ (globalThis);
		const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
		Services.obs.notifyObservers(null, "child-mmu-request");
		await new Promise((done) => manager.minimizeMemoryUsage(() => done(undefined)));
	});

/** The bytes of a browser's processes in all; what several share counts once. @param {Session} session */
export async function measureBrowser({ browser }) {
	const own = browser.process()?.pid;
	const parents = await readParents();
	/** @param {number | undefined} process @returns {boolean} */
	const isOurs = (process) => process === own || (process !== undefined && isOurs(parents.get(process)));
	const sizes = await Promise.all([...parents.keys()].filter(isOurs).map(readSize));
	return sizes.reduce((sum, size) => sum + size, 0);
}

/** The parent of each process of this machine. @returns {Promise<Map<number, number>>} */
async function readParents() {
	const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
	const pairs = await Promise.all(
		names.map(async (name) => {
			const status = await readFile(`/proc/${name}/status`, "utf8").catch(() => "");
			return /** @type {[number, number]} */ ([Number(name), Number(/^PPid:\t(\d+)/m.exec(status)?.[1])]);
		}),
	);
	return new Map(pairs);
}

/** @param {number} process */
async function readSize(process) {
	// A process may end in the meantime.
	const sums = await readFile(`/proc/${process}/smaps_rollup`, "utf8").catch(() => "");
	return 1024 * Number(/^Pss:\s+(\d+)/m.exec(sums)?.[1] ?? 0);
}
