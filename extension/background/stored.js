/** What is stored, as it is read and written: every value is checked, and older versions are understood. */

/** @type {Categories} */
const DEFAULT_CATEGORIES = {
	"author-bio": true,
	teaser: true,
	comments: true,
	"comment-form": true,
	newsletter: true,
	share: true,
	sponsored: true,
	"post-nav": false,
	tags: false,
};

const VERSION = 2;
const SITE = ["on", "categories", "kept"];
/** How many blocks of a site may be kept. */
export const MOST_KEPT = 200;
const LONGEST_KEY = 600;
const HOST = /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+$|^\[[0-9a-f:.]+\]$/;
/** What sites are named without. */
export const WWW = /^(?:www\.)+(?=.+\.)/;

/**
 * @typedef {object} Site what the user decided for one site
 * @property {boolean} [on] absent where nothing was decided
 * @property {Partial<Categories>} categories
 * @property {string[]} kept keys of blocks that are to stay
 *
 * @typedef {Map<string, Site>} Sites
 * @typedef {{ sites: Sites, categories: Categories, rules: string, detach: boolean }} Stored detach: what is hidden is taken out of the document too
 */

/** @returns {Stored} */
export const freshStored = () => ({
	sites: new Map(),
	categories: { ...DEFAULT_CATEGORIES },
	rules: "",
	detach: false,
});

/** @returns {Site} */
export const freshSite = () => ({ categories: {}, kept: [] });

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} host @returns {host is string} */
export const isHost = (host) =>
	typeof host === "string" &&
	host.length <= 255 &&
	HOST.test(host) &&
	!WWW.test(host) &&
	host !== "__proto__" &&
	isNamedSo(host);

/** A name that no address has makes a pattern that browsers refuse, and all registrations with it. @param {string} host */
const isNamedSo = (host) => URL.parse(`http://${host}`)?.hostname === host;

/** @param {unknown} name @returns {name is Category} */
export const isCategory = (name) => typeof name === "string" && Object.hasOwn(DEFAULT_CATEGORIES, name);

/** @param {unknown} key @returns {key is string} */
export const isKey = (key) =>
	typeof key === "string" && key.length > 0 && key.length <= LONGEST_KEY && !key.includes("\n");

/**
 * What can be used of a stored value, and whether all of it could.
 * @param {Record<string, unknown>} raw
 * @returns {{ stored: Stored, faults: string[] }} faults: the places of what cannot be used
 */
export function validate(raw) {
	/** @type {string[]} */
	const faults = [];
	const stored = freshStored();
	if (raw.version !== VERSION && raw.version !== 1) faults.push("version");
	if (!isRecord(raw.sites)) faults.push("sites");
	if (!isRecord(raw.categories)) faults.push("categories");
	for (const [host, value] of Object.entries(isRecord(raw.sites) ? raw.sites : {})) {
		if (isHost(host)) stored.sites.set(host, readSite(value, `sites.${host}`, faults));
		else faults.push(`sites.${host}`);
	}
	Object.assign(stored.categories, readCategories(raw.categories, "categories", faults));
	if (typeof raw.rules === "string") stored.rules = raw.rules.replace(/\r\n?/g, "\n");
	else if (raw.rules !== undefined) faults.push("rules");
	if (typeof raw.detach === "boolean") stored.detach = raw.detach;
	else if (raw.detach !== undefined) faults.push("detach");
	tidy(stored.sites);
	return { stored, faults };
}

/** @param {unknown} value @param {string} place @param {string[]} faults @returns {Site} */
export function readSite(value, place, faults) {
	const site = freshSite();
	if (!isRecord(value)) {
		faults.push(place);
		return site;
	}
	for (const name of Object.keys(value)) if (!SITE.includes(name)) faults.push(`${place}.${name}`);
	if (typeof value.on === "boolean") site.on = value.on;
	else if (value.on !== undefined) faults.push(`${place}.on`);
	const { categories = {}, kept = [] } = value;
	if (!isRecord(categories)) faults.push(`${place}.categories`);
	site.categories = readCategories(categories, `${place}.categories`, faults);
	if (Array.isArray(kept) && kept.length <= MOST_KEPT && kept.every(isKey)) site.kept = kept;
	else faults.push(`${place}.kept`);
	return site;
}

/** @param {unknown} value @param {string} place @param {string[]} faults */
function readCategories(value, place, faults) {
	/** @type {Partial<Categories>} */
	const categories = {};
	for (const [name, on] of Object.entries(isRecord(value) ? value : {})) {
		if (isCategory(name) && typeof on === "boolean") categories[name] = on;
		else faults.push(`${place}.${name}`);
	}
	return categories;
}

/** Sites for which nothing is decided need no entry. @param {Sites} sites */
export function tidy(sites) {
	for (const [host, { on, categories, kept }] of sites) {
		if (on !== false && Object.keys(categories).length === 0 && kept.length === 0) sites.delete(host);
	}
}

/** @param {Site} site @param {string} key @param {boolean} stays */
export function keepIn(site, key, stays) {
	const others = site.kept.filter((kept) => kept !== key);
	site.kept = (stays ? [...others, key] : others).slice(-MOST_KEPT);
}

/** As it is written. @param {Stored} stored */
export function write({ sites, categories, rules, detach }) {
	return { version: VERSION, sites: Object.fromEntries(sites), categories, rules, detach };
}
