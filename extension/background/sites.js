/** Which sites are on: a switch holds for a domain and all that is under it. */

import { change, inTurn, isHost, read, readPrivate, writePrivate } from "./settings.js";

/**
 * The host of a page's address as sites are named: without port, "www." and closing dot.
 * @param {string | undefined} address
 */
export function hostOf(address) {
	if (!address || !URL.canParse(address)) return null;
	const { protocol, hostname } = new URL(address);
	if (protocol !== "http:" && protocol !== "https:") return null;
	return nameSite(hostname);
}

/** @param {unknown} hostname */
export function nameSite(hostname) {
	if (typeof hostname !== "string") return null;
	const host = hostname
		.toLowerCase()
		.replace(/\.$/, "")
		.replace(/^www\.(?=.+\.)/, "");
	return isHost(host) ? host : null;
}

/** The host itself and every domain above it. @param {string} host */
function domainsOf(host) {
	if (isAddress(host)) return [host];
	const labels = host.split(".");
	return labels.map((_, at) => labels.slice(at).join("."));
}

/** @param {string} host */
const isAddress = (host) => host.startsWith("[") || /^[\d.]+$/.test(host);

/** Match pattern for a site and everything under it. @param {string} host */
export const patternOf = (host) => (isAddress(host) ? `*://${host}/*` : `*://*.${host}/*`);

/**
 * @param {string} host
 * @param {Set<string>} off
 */
const findOff = (host, off) => domainsOf(host).find((domain) => off.has(domain));

/** How every site stands, in ordinary or in private windows. */
export async function readSites() {
	const { off, categories } = await read();
	const session = await readPrivate();
	/** @param {string} host @param {boolean} isPrivate */
	const isOn = (host, isPrivate) => {
		const decided = isPrivate ? domainsOf(host).find((domain) => session.has(domain)) : undefined;
		return decided ? session.get(decided) === true : !findOff(host, off);
	};
	/** @param {string} host @param {boolean} isPrivate */
	const nameOf = (host, isPrivate) =>
		(isPrivate ? domainsOf(host).find((domain) => session.has(domain)) : undefined) ??
		findOff(host, off) ??
		host;
	/** The widest domain whose pages a switch at this host changes. @param {string} host @param {boolean} isPrivate */
	const reachOf = (host, isPrivate) =>
		domainsOf(host).findLast((domain) => off.has(domain) || (isPrivate && session.has(domain))) ?? host;
	return { off, categories, session, isOn, nameOf, reachOf };
}

/**
 * Stores the switch of a site; a private window's switch lasts for its session only.
 * @param {string} host
 * @param {boolean} on
 * @param {boolean} isPrivate
 */
export function storeSite(host, on, isPrivate) {
	return inTurn(async () => {
		if (isPrivate) return storePrivate(host, on);
		return change(({ off }) => {
			for (const domain of on ? domainsOf(host) : []) off.delete(domain);
			if (!on) off.add(host);
		});
	});
}

/** @param {string} host @param {boolean} on */
async function storePrivate(host, on) {
	const session = await readPrivate();
	for (const domain of domainsOf(host)) session.delete(domain);
	await writePrivate(session.set(host, on));
}

/** @param {Category} name @param {boolean} on */
export const storeCategory = (name, on) =>
	inTurn(() =>
		change(({ categories }) => {
			categories[name] = on;
		}),
	);
