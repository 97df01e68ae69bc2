/** What the user decides in private windows: kept in memory, until the last of them closes. */

import { inTurn } from "./settings.js";
import { isHost, isRecord, readSite } from "./stored.js";

/** @typedef {import("./stored.js").Sites} Sites */

/** @returns {Promise<Sites>} */
export async function readPrivate() {
	const { privateSites } = await chrome.storage.session.get("privateSites");
	const entries = isRecord(privateSites) ? Object.entries(privateSites) : [];
	return new Map(
		entries.filter(([host]) => isHost(host)).map(([host, site]) => [host, readSite(site, "", [])]),
	);
}

/** @param {(sites: Sites) => void} alter */
export const changePrivate = (alter) =>
	inTurn(async () => {
		const sites = await readPrivate();
		alter(sites);
		await chrome.storage.session.set({ privateSites: Object.fromEntries(sites) });
	});

export const forgetPrivate = () =>
	inTurn(() => chrome.storage.session.remove(["privateSites", "privateRules", "compiled"]));
