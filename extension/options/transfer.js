/** Everything that the user decided, as one file; and the way back to the first day, and back again. */

import { get, make, say } from "../text.js";
import { listFaults } from "./faults.js";
import { drawFaults } from "./rules.js";

const LARGEST = 2 << 20;

/** @typedef {{ key: string, params: string[] }} FileFault */
/** @typedef {{ ok?: boolean, faults?: FileFault[], more?: number, rules?: import("./rules.js").Told }} Answer */

/** @param {(message: object) => Promise<any>} ask @param {() => Promise<void>} show */
export function listenToTransfer(ask, show) {
	/** @type {HTMLInputElement} */
	const file = get("import-file");
	const section = get("transfer");

	/** A second click while the first is at work does nothing. @param {() => Promise<Answer | null>} work @param {string} done */
	async function run(work, done) {
		if (section.ariaBusy === "true") return;
		section.ariaBusy = "true";
		try {
			const answer = await work();
			await show();
			if (answer?.rules) drawFaults(answer.rules);
			tell(answer ?? {}, done);
		} finally {
			section.ariaBusy = "false";
		}
	}

	get("export").addEventListener("click", async () => {
		const data = await ask({ kind: "export" });
		if (data?.version) save(JSON.stringify(data, null, "\t"));
	});
	get("import").addEventListener("click", () => file.click());
	file.addEventListener("change", async () => {
		const [chosen] = file.files ?? [];
		file.value = "";
		if (chosen) await run(() => bringIn(chosen, ask), "options_import_done");
	});
	get("reset").addEventListener("click", () => run(() => ask({ kind: "reset" }), "options_reset_done"));
	get("undo").addEventListener("click", () => run(() => ask({ kind: "undo" }), "options_undone"));
}

/** What could be undone before still can where nothing was done now. @param {Answer} answer @param {string} done */
function tell({ ok = false, faults = [], more }, done) {
	get("transfer-faults").hidden = faults.length === 0;
	listFaults(get("transfer-faults-list"), faults, ({ key, params }) => say(`import_${key}`, ...params), more);
	get("transfer-text").textContent = ok ? say(done) : "";
	if (!ok) return;
	get("transfer-done").hidden = false;
	get("undo").hidden = done === "options_undone";
}

/** @param {string} text */
function save(text) {
	const link = make("a", {
		download: "endmark.json",
		href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
	});
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {File} file @param {(message: object) => Promise<Answer | null>} ask @returns {Promise<Answer | null>} */
async function bringIn(file, ask) {
	if (file.size > LARGEST) return { faults: [{ key: "too_large", params: [] }] };
	const text = await file.text().catch(() => null);
	return text === null ? { faults: [{ key: "unreadable", params: [] }] } : ask({ kind: "import", text });
}
