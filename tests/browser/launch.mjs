/** Opens a browser, with or without the built extension in it. */

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";

/** @typedef {"chrome" | "firefox"} BrowserName */
/** @typedef {import("puppeteer-core").Browser} Browser */
/** @typedef {import("puppeteer-core").Page} Page */

/**
 * @typedef {object} Options
 * @property {BrowserName} [name]
 * @property {string} [extension] folder of the unpacked extension; without it the browser is as it comes
 * @property {string} [profile] folder of a profile that outlives the session
 * @property {boolean} [headed]
 * @property {boolean} [offline] nothing but *.localhost can be reached
 * @property {number} [canary] port of a proxy that is asked for every address that is not *.localhost
 * @property {boolean} [inPrivate] the extension may work in private windows
 * @property {string} [language] Chromium's own, as a tag
 * @property {number} [idle] milliseconds after which Firefox ends an idle background page
 * @property {Record<string, string | number | boolean>} [preferences] more of Firefox's
 */

/**
 * @typedef {object} Session
 * @property {BrowserName} name
 * @property {Browser} browser
 * @property {string} origin where the extension's own pages are, or an empty string
 * @property {() => Promise<void>} close
 */

/** @type {Record<BrowserName, string[]>} */
const PROGRAMS = {
	chrome: ["/usr/bin/chromium", "/usr/bin/google-chrome"],
	firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

const CHROME_FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** Firefox draws the address of an extension's pages anew for each profile; here it is told. */
const FIREFOX_UUID = "0e11d0a7-5e11-4a11-8e11-0123456789ab";

/** @param {BrowserName} name */
export function findProgram(name) {
	const program = PROGRAMS[name].find(existsSync);
	if (!program) throw new Error(`${name} is not installed; looked for ${PROGRAMS[name].join(", ")}`);
	return program;
}

/**
 * @param {Options} [options]
 * @returns {Promise<Session>}
 */
export async function launch(options = {}) {
	const { name = "chrome", extension, profile } = options;
	const own = profile ?? (await mkdtemp(join(tmpdir(), "endmark-")));
	const browser = await puppeteer.launch({
		browser: name,
		executablePath: findProgram(name),
		headless: !options.headed,
		enableExtensions: true,
		pipe: name === "chrome",
		userDataDir: own,
		defaultViewport: options.headed ? null : { width: 1280, height: 900 },
		protocolTimeout: 60_000,
		...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
		args: name === "chrome" ? chromeFlags(options) : ["-remote-allow-system-access"],
		extraPrefsFirefox: {
			...(extension ? await firefoxPreferences(extension, options) : offlinePreferences(options)),
			...options.preferences,
		},
	});
	const close = async () => {
		await browser.close();
		if (!profile) await rm(own, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
	};
	try {
		const origin = extension ? await install(browser, extension, options) : "";
		return { name, browser, origin, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/**
 * @param {Browser} browser
 * @param {string} extension
 * @param {Options} options
 */
async function install(browser, extension, { name = "chrome", inPrivate }) {
	const path = resolve(extension);
	const id = await (inPrivate ? allowInPrivate(browser, name, path) : browser.installExtension(path));
	return name === "chrome" ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUID}`;
}

/**
 * What the driver's own way of installing leaves out.
 * @param {Browser} browser
 * @param {BrowserName} name
 * @param {string} path
 * @returns {Promise<string>}
 */
async function allowInPrivate(browser, name, path) {
	if (name === "chrome") {
		const session = await browser.target().createCDPSession();
		return (await session.send("Extensions.loadUnpacked", { path, enableInIncognito: true })).id;
	}
	const install = { extensionData: { type: "path", path }, "moz:allowPrivateBrowsing": true };
	const { connection } = /** @type {any} */ (browser);
	return (await connection.send("webExtension.install", install)).result.extension;
}

/** @param {Options} options */
function chromeFlags({ offline, canary, language }) {
	const rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE localhost";
	return [
		...CHROME_FLAGS,
		...(offline ? [rules] : []),
		...(canary ? [`--proxy-server=127.0.0.1:${canary}`] : []),
		...(language ? [`--lang=${language}`] : []),
	];
}

/** Every address but this machine's goes to the canary, or to a proxy that is not there. @param {Options} options */
function offlinePreferences({ offline, canary }) {
	const port = canary ?? (offline ? 9 : 0);
	if (port === 0) return {};
	return {
		"network.proxy.type": 1,
		"network.proxy.http": "127.0.0.1",
		"network.proxy.http_port": port,
		"network.proxy.ssl": "127.0.0.1",
		"network.proxy.ssl_port": port,
	};
}

/**
 * @param {string} extension
 * @param {Options} options
 */
async function firefoxPreferences(extension, options) {
	const manifest = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
	const id = manifest.browser_specific_settings?.gecko?.id;
	return {
		...offlinePreferences(options),
		...(id && { "extensions.webextensions.uuids": JSON.stringify({ [id]: FIREFOX_UUID }) }),
		...(options.idle && { "extensions.background.idle.timeout": options.idle }),
	};
}
