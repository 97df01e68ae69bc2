/** Everything that the user decided, as one file; and the way back to the first day, and back again. */

import { get, make, say } from "../text.js";

const LARGEST = 2 << 20;

/** @typedef {{ ok?: boolean, faults?: { key: string, params: string[] }[] }} Answer */

/** @param {(message: object) => Promise<any>} ask @param {() => Promise<void>} show */
export function listenToTransfer(ask, show) {
	/** @type {HTMLInputElement} */
	const file = get("import-file");

	/** @param {Answer | null} answer @param {string} done */
	async function tell(answer, done) {
		const faults = answer?.faults ?? [];
		get("transfer-faults").hidden = faults.length === 0;
		get("transfer-faults-list").replaceChildren(
			...faults.map(({ key, params }) => make("li", { textContent: say(`import_${key}`, ...params) })),
		);
		const isDone = answer?.ok === true;
		get("transfer-done").hidden = !isDone;
		get("transfer-text").textContent = isDone ? say(done) : "";
		get("undo").hidden = done === "options_undone";
		await show();
	}

	get("export").addEventListener("click", async () => {
		const data = await ask({ kind: "export" });
		if (data?.version) save(JSON.stringify(data, null, "\t"));
	});
	get("import").addEventListener("click", () => file.click());
	file.addEventListener("change", async () => {
		const [chosen] = file.files ?? [];
		file.value = "";
		if (chosen) await tell(await bringIn(chosen, ask), "options_import_done");
	});
	get("reset").addEventListener("click", async () =>
		tell(await ask({ kind: "reset" }), "options_reset_done"),
	);
	get("undo").addEventListener("click", async () => tell(await ask({ kind: "undo" }), "options_undone"));
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
	try {
		const data = JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
		return await ask({ kind: "import", data });
	} catch (fault) {
		const reason = fault instanceof Error ? fault.message : String(fault);
		return { faults: [{ key: "no_json", params: [reason] }] };
	}
}
