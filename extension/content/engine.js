/** Gets the engine ready: as wasm, or as a script where the page's policy forbids wasm. */
// biome-ignore lint/correctness/noUnusedVariables: content.js reads it; classic scripts share by declaring.
var endmarkEngine = (() => {
	const { ask, within } = endmarkBackground;
	/** Bytes of a page of wasm's memory, which grows by pages. */
	const PAGE = 65_536;
	/** A module with nothing in it. */
	const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

	/** @type {EngineMemory | undefined} */
	let memory;

	/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
	function decode(text) {
		if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
		return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
	}

	/**
	 * The module is asked for once the tab is looked at or the browser is idle: a tab behind others does not read it at its start.
	 * @returns {Promise<EngineForm | null>} null where none comes
	 */
	async function load() {
		if (isForbidden()) return loadScriptForm();
		const answer = await ask({ kind: "module" });
		if (!answer?.module) return null;
		({ memory } = wasm_bindgen.initSync({ module: decode(answer.module) }));
		return wasm_bindgen;
	}

	/** Whether the page's policy forbids wasm. */
	function isForbidden() {
		try {
			return !new WebAssembly.Module(SMALLEST);
		} catch (fault) {
			if (fault instanceof WebAssembly.CompileError) return true;
			throw fault;
		}
	}

	/** What a page's policy forbids extensions is no news for its scripts. @param {SecurityPolicyViolationEvent} event */
	function hush(event) {
		const isOurs = event.blockedURI === "wasm-eval" && event.sourceFile === "chrome-extension";
		if (isOurs) event.stopImmediatePropagation();
	}

	/** In Chromium the page's own policy holds for our wasm too. */
	async function loadScriptForm() {
		const ready = new Promise((done) => {
			globalThis.endmarkScriptReady = () => done(true);
		});
		const answer = await ask({ kind: "script-form" });
		if (!answer?.ok || !(await within(ready)) || !globalThis.endmarkScriptForm) {
			throw new Error("no script form");
		}
		({ memory } = globalThis.endmarkScriptForm.initSync());
		return globalThis.endmarkScriptForm;
	}

	/** Whether the browser refuses as much memory again as the engine has: it never asks for more at once. */
	function isFull() {
		try {
			memory?.grow(memory.buffer.byteLength / PAGE);
			return false;
		} catch {
			return true;
		}
	}

	/** The tables of words of these names, as bytes. @param {string} names set apart by blanks */
	async function fetchWords(names) {
		const answer = await ask({ kind: "words", names: names.split(" ") });
		/** @type {string[]} */
		const tables = answer.words;
		return tables.map(decode);
	}

	/** A name for this load's attribute, so that no page can know it beforehand. */
	function drawMark() {
		const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
		const drawn = crypto.getRandomValues(new Uint8Array(12));
		return Array.from(drawn, (byte, at) => letters[byte % (at ? 36 : 26)]).join("");
	}

	window.addEventListener("securitypolicyviolation", hush, true);

	return { load, isFull, fetchWords, drawMark };
})();
