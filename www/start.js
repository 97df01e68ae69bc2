/** Gives the page the extension's English words before anything that says something is loaded. */

/** @typedef {{ message: string, placeholders?: Record<string, { content: string }> }} Message */

/** As browsers fill in the words of extensions. @param {Record<string, Message>} messages @param {string} key @param {string[]} params */
function fillIn(messages, key, params) {
	const { message = "", placeholders = {} } = messages[key] ?? {};
	return message.replace(/\$(\w+)\$/g, (_, name) =>
		placeholders[name.toLowerCase()].content.replace(/\$(\d)/g, (_, at) => params[Number(at) - 1] ?? ""),
	);
}

async function start() {
	const answer = await fetch("words.json");
	/** @type {Record<string, Message>} */
	const messages = await answer.json();
	const getMessage = (/** @type {string} */ key, /** @type {string[]} */ params = []) =>
		fillIn(messages, key, params);
	Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
	await import("./main.js");
}

start();
