/** Keeps the registered content scripts as the stored settings want them. */

import { isGranted } from "../granted.js";
import { SHEET } from "./flight.js";
import { change, inTurn } from "./settings.js";
import { patternOf, readSites } from "./sites.js";

export const SCRIPTS = [
	"core.js",
	"content/background.js",
	"content/engine.js",
	"content/page.js",
	"content/first.js",
	"content/shade.js",
	"content/gate.js",
	"content/view.js",
	"content/watch.js",
	"content/detach.js",
	"content/find.js",
	"content/quote.js",
	"content/report.js",
	"content/own.js",
	"content/trial.js",
	"content.js",
];

/**
 * The scripts as they should be registered. Sites that are off are left out, so that nothing runs there.
 * Where a private window switched such a site on, a registration that is never written to disk brings it back.
 */
async function plan() {
	const [{ off, session, isOn }, isFlying] = await Promise.all([readSites(), isGranted()]);
	/** @type {chrome.scripting.RegisteredContentScript & { cssOrigin?: "user" }} */
	const everywhere = {
		id: "endmark",
		js: SCRIPTS,
		// An update changes nothing that it leaves out.
		css: isFlying ? [SHEET] : [],
		...(isFlying && { cssOrigin: "user" }),
		matches: ["http://*/*", "https://*/*"],
		excludeMatches: [...off].sort().map(patternOf),
		runAt: "document_start",
		allFrames: false,
		// An update that leaves this out turns it off in Chromium.
		persistAcrossSessions: true,
	};
	const back = [...session].flatMap(([host, { on }]) => (on && !isOn(host, false) ? [host] : []));
	if (back.length === 0) return [everywhere];
	const here = {
		...everywhere,
		id: "endmark-session",
		matches: back.map(patternOf),
		persistAcrossSessions: false,
	};
	return [everywhere, { ...here, excludeMatches: [] }];
}

/**
 * @param {chrome.scripting.RegisteredContentScript} a
 * @param {chrome.scripting.RegisteredContentScript} b
 */
function isSame(a, b) {
	/** @param {string[] | undefined} list */
	const sorted = (list) => [...(list ?? [])].sort().join(" ");
	return (
		a.persistAcrossSessions === b.persistAcrossSessions &&
		a.runAt === b.runAt &&
		areSame(a.js, b.js) &&
		areSame(a.css, b.css) &&
		sorted(a.matches) === sorted(b.matches) &&
		sorted(a.excludeMatches) === sorted(b.excludeMatches)
	);
}

/** @param {string[]} [found] @param {string[]} [wanted] */
const areSame = (found = [], wanted = []) =>
	found.map((file) => file.replace(/^\//, "")).join() === wanted.join();

async function bring() {
	const wanted = await plan();
	const found = await chrome.scripting.getRegisteredContentScripts();
	const stale = found.filter(
		(script) => !wanted.some((want) => want.id === script.id && isSame(script, want)),
	);
	const kept = new Set(found.filter((script) => !stale.includes(script)).map((script) => script.id));
	const changed = wanted.filter((want) => !kept.has(want.id));
	const updates = changed.filter((want) => stale.some((script) => script.id === want.id));
	const gone = stale.filter((script) => !wanted.some((want) => want.id === script.id));
	if (gone.length) {
		await chrome.scripting.unregisterContentScripts({ ids: gone.map((script) => script.id) });
	}
	if (updates.length) await chrome.scripting.updateContentScripts(updates);
	const added = changed.filter((want) => !updates.includes(want));
	if (added.length) await chrome.scripting.registerContentScripts(added);
}

/** Makes the registration what storage says, and sets damaged storage right first. */
export const reconcile = () =>
	inTurn(async () => {
		await change();
		await bring();
	});
