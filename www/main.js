/** The demo: a page comes in, it is cleaned in a worker, and both are shown beside each other. */

import { point, showAfter, showBefore } from "./frames.js";
import { makeLedger } from "./popup/ledger.js";
import { SAMPLES } from "./samples.js";
import { get, make, say, sayCategory, sayCount, sayWhy } from "./text.js";

const LARGEST = 64 << 20;

/**
 * @typedef {object} Source
 * @property {string} name of the file that it is downloaded as
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {string} address where it stood, or an empty string
 */

/** @typedef {import("./worker.js").Cleaned} Cleaned */

/** @type {Source | null} */
let source = null;
/** What the user wants otherwise than at first. @type {Partial<Categories>} */
let categories = {};
/** Blocks that were given back. @type {Set<number>} */
const shown = new Set();
/** Grows with every order, so that a late answer is known as such. */
let latest = 0;
/** @type {Worker | null} */
let worker = null;

/** @param {Source} next */
function take(next) {
	source = next;
	shown.clear();
	clean();
}

/** @param {string} message */
function fail(message) {
	get("progress").hidden = true;
	get("result").hidden = true;
	get("fault").hidden = false;
	get("fault").textContent = message;
}

/** @param {File} file */
async function takeFile(file) {
	if (file.size > LARGEST) return fail("The file is larger than 64 MB. The command line cleans it.");
	const bytes = await file.arrayBuffer().catch(() => null);
	if (!bytes) return fail("The file could not be read.");
	take({ name: file.name, bytes: new Uint8Array(bytes), address: "" });
}

/** @param {string} name */
async function takeSample(name) {
	const order = ++latest;
	const answer = await fetch(`samples/${name}.html`).catch(() => null);
	if (order !== latest) return;
	if (!answer?.ok) return fail("The sample could not be loaded.");
	const address = `https://news.example/2026/10/${name}/`;
	take({ name: `${name}.html`, bytes: new Uint8Array(await answer.arrayBuffer()), address });
}

function takePasted() {
	const html = /** @type {HTMLTextAreaElement} */ (get("html")).value;
	const { value: address } = /** @type {HTMLInputElement} */ (get("address"));
	if (html.trim() === "") return fail("Paste the source of a page first.");
	take({ name: "clean.html", bytes: new TextEncoder().encode(`\uFEFF${html}`), address });
}

function clean() {
	if (!source) return;
	get("fault").hidden = true;
	worker ??= openWorker();
	worker.postMessage({ order: ++latest, bytes: source.bytes, address: source.address, categories });
}

function openWorker() {
	const opened = new Worker("worker.js", { type: "module" });
	opened.addEventListener("message", ({ data }) => {
		if (data.order !== latest) return;
		if (data.done !== undefined) showProgress(data.done);
		else if (data.fault) {
			// What failed once inside may not be able to go on.
			opened.terminate();
			worker = null;
			fail(data.fault);
		} else show(data.cleaned);
	});
	opened.addEventListener("error", () => {
		worker = null;
		fail("What cleans pages could not be started in this browser, or stopped. Try again.");
	});
	return opened;
}

/** @param {number} done from 0 to 1 */
function showProgress(done) {
	const bar = /** @type {HTMLProgressElement} */ (get("progress"));
	bar.hidden = done >= 1;
	bar.value = done;
}

/** @param {Cleaned} cleaned */
function show(cleaned) {
	if (!source) return;
	get("progress").hidden = true;
	get("result").hidden = false;
	const { why } = cleaned;
	const blocks = cleaned.blocks.map((block) => ({ ...block, shown: shown.has(block.id) }));
	const taken = blocks.filter((block) => !block.shown).length;
	get("headline").textContent = say(why ? "not_article" : "summary_nothing");
	if (taken > 0) get("headline").textContent = sayCount("summary", taken);
	get("why").textContent = why ? sayWhy(why) : "";
	const acts = { turn: (/** @type {Block} */ { id }) => turn(id, cleaned), point };
	get("blocks").replaceChildren(...makeLedger(blocks, new Set(), acts));
	drawCategories(cleaned.categories);
	showBefore(source, cleaned);
	offer(showAfter(source, cleaned, shown), source.name);
}

/** @param {number} id @param {Cleaned} cleaned */
function turn(id, cleaned) {
	if (!shown.delete(id)) shown.add(id);
	show(cleaned);
	document.getElementById(`block-${id}`)?.focus();
}

/** @param {Categories} wanted */
function drawCategories(wanted) {
	const all = /** @type {[Category, boolean][]} */ (Object.entries(wanted));
	const rows = all.map(([category, on]) => {
		const input = make("input", {
			type: "checkbox",
			id: `take-${category}`,
			className: "switch",
			checked: on,
		});
		input.setAttribute("role", "switch");
		input.addEventListener("change", () => {
			categories = { ...categories, [category]: input.checked };
			shown.clear();
			clean();
		});
		return make("li", {}, make("label", { htmlFor: input.id }, sayCategory(category)), input);
	});
	const { id } = document.activeElement ?? {};
	get("categories").replaceChildren(...rows);
	if (id) document.getElementById(id)?.focus();
}

/** @param {Blob} page @param {string} name */
function offer(page, name) {
	const link = /** @type {HTMLAnchorElement} */ (get("download"));
	URL.revokeObjectURL(link.href);
	link.href = URL.createObjectURL(page);
	link.download = name;
}

/** A click on a line shows its block for as long as no other line is pointed at. @param {MouseEvent} event */
function onLine({ target }) {
	const row = target instanceof Element ? target.closest("li") : null;
	const id = row?.querySelector("button")?.id.replace("block-", "");
	if (id && !(target instanceof HTMLButtonElement)) point(Number(id));
}

function listen() {
	const sample = /** @type {HTMLSelectElement} */ (get("sample"));
	sample.append(...SAMPLES.map(([value, textContent]) => make("option", { value, textContent })));
	sample.addEventListener("change", () => takeSample(sample.value));
	const file = /** @type {HTMLInputElement} */ (get("file"));
	get("open").addEventListener("click", () => file.click());
	file.addEventListener("change", () => {
		const [chosen] = file.files ?? [];
		if (chosen) takeFile(chosen);
		file.value = "";
	});
	get("paste-toggle").addEventListener("click", ({ currentTarget }) => {
		get("paste").hidden = !get("paste").hidden;
		/** @type {Element} */ (currentTarget).setAttribute("aria-expanded", String(!get("paste").hidden));
	});
	get("paste").addEventListener("submit", (event) => {
		event.preventDefault();
		takePasted();
	});
	get("blocks").addEventListener("click", onLine);
	takeSample(sample.value);
}

listen();
