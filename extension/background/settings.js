/** The stored settings: read with validation, changed one after the other. Storage is the only truth. */

/** @type {Categories} */
export const DEFAULT_CATEGORIES = {
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

const VERSION = 1;
const ASIDE_LIMIT = 5;
const HOST = /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+$|^\[[0-9a-f:.]+\]$/;

/**
 * @typedef {{ off: Set<string>, categories: Categories }} Stored
 * @typedef {Map<string, boolean>} PrivateSites sites switched in private windows, until the last one closes
 */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} host @returns {host is string} */
export const isHost = (host) =>
	typeof host === "string" && host.length <= 255 && HOST.test(host) && host !== "__proto__";

/** @param {unknown} name @returns {name is Category} */
export const isCategory = (name) => typeof name === "string" && Object.hasOwn(DEFAULT_CATEGORIES, name);

/**
 * What can be used of a stored value, and whether all of it could.
 * @param {Record<string, unknown>} raw
 * @returns {{ stored: Stored, whole: boolean }}
 */
function validate(raw) {
	let whole = raw.version === VERSION;
	/** @type {Stored} */
	const stored = { off: new Set(), categories: { ...DEFAULT_CATEGORIES } };
	if (!isRecord(raw.sites) || !isRecord(raw.categories)) whole = false;
	for (const [host, site] of Object.entries(isRecord(raw.sites) ? raw.sites : {})) {
		if (!isHost(host) || !isRecord(site) || typeof site.on !== "boolean") whole = false;
		else if (!site.on) stored.off.add(host);
	}
	for (const [name, on] of Object.entries(isRecord(raw.categories) ? raw.categories : {})) {
		if (!isCategory(name) || typeof on !== "boolean") whole = false;
		else stored.categories[name] = on;
	}
	return { stored, whole };
}

/**
 * Stored data that cannot be read wholly gives way to the last good copy, else to what can be read of it.
 * @param {Record<string, unknown>} raw
 */
function interpret(raw) {
	const fresh = !("version" in raw || "sites" in raw || "categories" in raw);
	if (fresh && !isRecord(raw.good)) return { ...validate({}), whole: true };
	const found = validate(raw);
	if (found.whole || !isRecord(raw.good)) return found;
	const good = validate(raw.good);
	return good.whole ? { stored: good.stored, whole: false } : found;
}

/** @returns {Promise<Stored>} */
export async function read() {
	return interpret(await chrome.storage.local.get(null)).stored;
}

/** @param {Stored} stored */
async function write(stored) {
	const sites = Object.fromEntries([...stored.off].map((host) => [host, { on: false }]));
	const whole = { version: VERSION, sites, categories: stored.categories };
	await chrome.storage.local.set({ ...whole, good: whole });
}

/** Damaged settings are kept aside as text, for the user to see, before anything is written over them. */
async function repair() {
	const raw = await chrome.storage.local.get(null);
	const { stored, whole } = interpret(raw);
	if (whole) return stored;
	const { version, sites, categories } = raw;
	const damaged = JSON.stringify({ version, sites, categories });
	const aside = [...listAside(raw).filter((text) => text !== damaged), damaged].slice(-ASIDE_LIMIT);
	await chrome.storage.local.set({ aside });
	await write(stored);
	return stored;
}

/** @param {Record<string, unknown>} raw @returns {string[]} */
function listAside(raw) {
	const aside = Array.isArray(raw.aside) ? raw.aside : [];
	return aside.filter((text) => typeof text === "string");
}

/** @returns {Promise<Choices>} */
export async function readChoices() {
	const raw = await chrome.storage.local.get(null);
	const { off, categories } = interpret(raw).stored;
	return { categories, off: [...off].sort(), aside: listAside(raw) };
}

export const forgetAside = () => inTurn(() => chrome.storage.local.remove("aside"));

/**
 * Runs one change after the other, so that two tabs that switch at once both get what they asked for.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function inTurn(work) {
	const result = last.then(work);
	last = result.catch(() => {});
	return result;
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Changes the stored settings; call within `inTurn`.
 * @param {(stored: Stored) => void} [alter]
 */
export async function change(alter) {
	const stored = await repair();
	if (!alter) return;
	alter(stored);
	await write(stored);
}

/** @returns {Promise<PrivateSites>} */
export async function readPrivate() {
	const { privateSites } = await chrome.storage.session.get("privateSites");
	const entries = isRecord(privateSites) ? Object.entries(privateSites) : [];
	return new Map(entries.flatMap(([host, on]) => (isHost(host) ? [[host, on === true]] : [])));
}

/** @param {PrivateSites} sites */
export async function writePrivate(sites) {
	if (sites.size === 0) await chrome.storage.session.remove("privateSites");
	else await chrome.storage.session.set({ privateSites: Object.fromEntries(sites) });
}

/** A compromised page process must not read the list of sites. */
export async function closeToPages() {
	await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
