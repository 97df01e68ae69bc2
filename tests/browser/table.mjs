/** Puts a report into words: one row for each block that was taken off. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** @typedef {import("./report.mjs").Report} Report */
/** @typedef {Record<string, { message: string, placeholders?: Record<string, { content: string }> }>} Messages */

const WIDTHS = { category: 16, where: 36, why: 44, words: 32 };

/**
 * The English texts of an extension.
 * @param {string} extension
 * @returns {Promise<Messages>}
 */
export async function readMessages(extension) {
	return JSON.parse(await readFile(join(extension, "_locales/en/messages.json"), "utf8"));
}

/**
 * @param {Messages} messages
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 */
export function say(messages, key, params = {}) {
	const entry = messages[key.replaceAll("-", "_")];
	if (!entry) return key;
	const inOrder = Object.values(params);
	return entry.message.replace(/\$(\w+)\$/g, (whole, name) => {
		const lower = name.toLowerCase();
		const place = Number(/\d+/.exec(entry.placeholders?.[lower]?.content ?? "")?.[0]) - 1;
		return String(params[lower] ?? inOrder[place] ?? whole);
	});
}

/**
 * @param {Messages} messages
 * @param {Report["blocks"][number]["reasons"][number]} reason
 */
function sayReason(messages, { key, params }) {
	const one = `reason_${key}_one`.replaceAll("-", "_");
	const alone = Number(params.count) === 1 && one in messages;
	return say(messages, alone ? one : `reason_${key}`, params);
}

/**
 * @param {Report} report
 * @param {Messages} messages
 */
export function writeTable({ state, why, blocks }, messages) {
	const because = why ? ` (${say(messages, `why_${why}`)})` : "";
	if (blocks.length === 0) return `Nothing was taken off: ${state}${because}`;
	const rows = blocks.map(({ category, path, reasons, words }) => ({
		category: say(messages, `category_${category}`),
		where: path,
		why: reasons.map((reason) => sayReason(messages, reason)).join("; "),
		words,
	}));
	const head = { category: "what", where: "where", why: "why", words: "first words" };
	const rule = Object.values(WIDTHS).map((width) => "─".repeat(width));
	return [
		`${blocks.length} blocks taken off${because}:`,
		"",
		...writeRow(head),
		rule.join("──"),
		...rows.flatMap(writeRow),
	].join("\n");
}

/** One row, in as many lines as its longest cell needs. @param {Record<keyof typeof WIDTHS, string>} row */
function writeRow(row) {
	const names = /** @type {(keyof typeof WIDTHS)[]} */ (Object.keys(WIDTHS));
	const cells = names.map((name) => wrap(row[name], WIDTHS[name]));
	const height = Math.max(...cells.map((cell) => cell.length));
	return Array.from({ length: height }, (_, line) =>
		names
			.map((name, column) => (cells[column][line] ?? "").padEnd(WIDTHS[name]))
			.join("  ")
			.trimEnd(),
	);
}

/**
 * @param {string} text
 * @param {number} width
 */
function wrap(text, width) {
	const lines = [""];
	for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
		const line = lines[lines.length - 1];
		if (line && line.length + 1 + word.length > width) lines.push(word.slice(0, width));
		else lines[lines.length - 1] = (line ? `${line} ${word}` : word).slice(0, width);
	}
	return lines;
}
