/** What holds on a site: what is decided for a domain holds for all that is under it. */

import { changePrivate, readPrivate } from "./private.js";
import { rulesFor } from "./rules.js";
import { change, inTurn, read } from "./settings.js";
import { freshSite, isHost, keepIn, WWW } from "./stored.js";

/** @typedef {import("./stored.js").Site} Site */

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
	const host = hostname.toLowerCase().replace(/\.$/, "").replace(WWW, "");
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

/** How every site stands, in ordinary or in private windows. */
export async function readSites() {
	const { sites, categories, rules, detach } = await read();
	const session = await readPrivate();
	const off = new Set([...sites].flatMap(([host, { on }]) => (on === false ? [host] : [])));
	/** @param {string} host @param {boolean} isPrivate */
	const findSwitch = (host, isPrivate) =>
		(isPrivate ? domainsOf(host).find((domain) => session.get(domain)?.on !== undefined) : undefined) ??
		domainsOf(host).find((domain) => off.has(domain));
	/** @param {string} host @param {boolean} isPrivate */
	const isOn = (host, isPrivate) => {
		const decided = findSwitch(host, isPrivate);
		return decided === undefined || (isPrivate && session.get(decided)?.on === true);
	};
	/** The domain whose switch holds at this host. @param {string} host @param {boolean} isPrivate */
	const nameOf = (host, isPrivate) => findSwitch(host, isPrivate) ?? host;
	/** The widest domain whose pages a switch at this host changes. @param {string} host @param {boolean} isPrivate */
	const reachOf = (host, isPrivate) =>
		domainsOf(host).findLast(
			(domain) => off.has(domain) || (isPrivate && session.get(domain)?.on !== undefined),
		) ?? host;
	/** What was decided for a host, the widest domain first. @param {string} host @param {boolean} isPrivate */
	const decisionsFor = (host, isPrivate) =>
		domainsOf(host)
			.reverse()
			.flatMap((domain) => [sites.get(domain), isPrivate ? session.get(domain) : undefined])
			.filter((site) => site !== undefined);
	/** @param {string} host @param {boolean} isPrivate @returns {Partial<Categories>} */
	const categoriesHere = (host, isPrivate) =>
		Object.assign({}, ...decisionsFor(host, isPrivate).map((site) => site.categories));
	/** @param {string} host @param {boolean} isPrivate */
	const keptFor = (host, isPrivate) => decisionsFor(host, isPrivate).flatMap((site) => site.kept);
	/** What the engine is told on a page of this host. @param {string} host @param {boolean} isPrivate @returns {Promise<Settings>} */
	const settingsFor = async (host, isPrivate) => ({
		categories: { ...categories, ...categoriesHere(host, isPrivate) },
		kept: keptFor(host, isPrivate).join("\n"),
		own: await rulesFor(rules, domainsOf(host), isPrivate),
		detach,
	});
	return {
		sites,
		off,
		categories,
		rules,
		detach,
		session,
		keptFor,
		isOn,
		nameOf,
		reachOf,
		categoriesHere,
		settingsFor,
	};
}

/**
 * Stores what is decided for a site; in a private window it lasts for the session only.
 * @param {string} host
 * @param {boolean} isPrivate
 * @param {(site: Site) => void} alter
 */
function decide(host, isPrivate, alter) {
	/** @param {import("./stored.js").Sites} sites */
	const alterIn = (sites) => {
		const site = sites.get(host) ?? freshSite();
		alter(site);
		sites.set(host, site);
	};
	return isPrivate ? changePrivate(alterIn) : inTurn(() => change(({ sites }) => alterIn(sites)));
}

/** @param {string} host @param {boolean} on @param {boolean} isPrivate */
export async function storeSite(host, on, isPrivate) {
	const wider = domainsOf(host).slice(1);
	if (isPrivate) await changePrivate((sites) => forgetSwitches(sites, wider));
	else if (on) await inTurn(() => change(({ sites }) => forgetSwitches(sites, wider)));
	await decide(host, isPrivate, (site) => {
		site.on = on;
	});
}

/** @param {import("./stored.js").Sites} sites @param {string[]} hosts */
function forgetSwitches(sites, hosts) {
	for (const host of hosts) delete sites.get(host)?.on;
}

/** @param {string} host @param {Category} category @param {boolean | null} on null for what holds everywhere @param {boolean} isPrivate */
export const storeCategoryHere = (host, category, on, isPrivate) =>
	decide(host, isPrivate, (site) => {
		if (on === null) delete site.categories[category];
		else site.categories[category] = on;
	});

/** Remembers that a block stays on a site, or no longer does. @param {string} host @param {string} key @param {boolean} stays @param {boolean} isPrivate */
export const storeKept = (host, key, stays, isPrivate) =>
	decide(host, isPrivate, (site) => keepIn(site, key, stays));

/** @param {Category} name @param {boolean} on */
export const storeCategory = (name, on) =>
	inTurn(() =>
		change(({ categories }) => {
			categories[name] = on;
		}),
	);

/** @param {boolean} on */
export const storeDetach = (on) =>
	inTurn(() =>
		change((stored) => {
			stored.detach = on;
		}),
	);

/** Nothing is decided for this site any more. @param {string} host */
export const forgetSite = (host) =>
	inTurn(() =>
		change(({ sites }) => {
			sites.delete(host);
		}),
	);
