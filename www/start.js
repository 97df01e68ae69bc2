/** Gives the page the extension's English words before anything that says something is loaded. */

/** @typedef {{ message: string, placeholders?: Record<string, { content: string }> }} Message */

/** @type {Record<string, Message>} */
const messages = await (await fetch("words.json")).json();

/** As browsers fill in the words of extensions. @param {string} key @param {string[]} [params] */
function getMessage(key, params = []) {
	const { message = "", placeholders = {} } = messages[key] ?? {};
	return message.replace(/\$(\w+)\$/g, (_, name) =>
		placeholders[name.toLowerCase()].content.replace(/\$(\d)/g, (_, at) => params[Number(at) - 1] ?? ""),
	);
}

Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
await import("./main.js");
