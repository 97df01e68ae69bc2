/** What a file or storage may hold, however odd: what is read of it is whole, and all of it is told that is not. */

import assert from "node:assert/strict";
import { it } from "node:test";
import {
	isCategory,
	isHost,
	isKey,
	isRecord,
	MOST_KEPT,
	validate,
	write,
} from "../../extension/background/stored.js";
import { drawFrom } from "../browser/chance.mjs";

const ROUNDS = 2_000;
const DEEPEST = 4;
/** Names that mean something, here or to JavaScript, and some that do not. */
const NAMES = [
	"version",
	"sites",
	"categories",
	"rules",
	"detach",
	"on",
	"kept",
	"share",
	"teaser",
	"a.example",
];
const ODD = [
	"__proto__",
	"constructor",
	"toString",
	"www.a.example",
	"A.example",
	"[::1]",
	"0x7f.1",
	"*",
	"",
	"é.example",
];
/** @type {unknown[]} */
const VALUES = [true, false, null, 0, 1, 2, "", "##.a\r\n##.b", "teaser: h3\n", "own 1", "x".repeat(700)];

/** @typedef {ReturnType<typeof drawFrom>} Draw */

/** @param {Draw} draw @param {number} depth @returns {unknown} */
function drawValue(draw, depth) {
	const kind = depth < DEEPEST ? draw(4) : 0;
	if (kind === 1)
		return Array.from({ length: draw(5) === 0 ? MOST_KEPT + 1 : draw(4) }, () => drawValue(draw, DEEPEST));
	return kind > 1 ? drawRecord(draw, depth + 1) : VALUES[draw(VALUES.length)];
}

/** As JSON reads it, so that `__proto__` is a name like any other. @param {Draw} draw @param {number} depth @returns {Record<string, unknown>} */
function drawRecord(draw, depth) {
	const names = Array.from({ length: draw(6) }, () =>
		draw(3) === 0 ? ODD[draw(ODD.length)] : NAMES[draw(NAMES.length)],
	);
	const parts = names.map(
		(name) => `${JSON.stringify(name)}:${JSON.stringify(drawValue(draw, depth)) ?? "null"}`,
	);
	return JSON.parse(`{${parts.join()}}`);
}

/** A record that is mostly as it should be. @param {Draw} draw */
function drawStored(draw) {
	const usual = { on: draw(2) === 0, categories: { share: true }, kept: ["own 1"] };
	const site = draw(2) === 0 ? usual : { ...usual, ...drawRecord(draw, 2) };
	const whole = {
		version: 1 + draw(2),
		sites: { "a.example": site },
		categories: { tags: true },
		rules: "##.a",
		detach: false,
	};
	return draw(4) === 0 ? whole : { ...whole, ...drawRecord(draw, 1) };
}

/** @param {import("../../extension/background/stored.js").Stored} stored */
function assertWhole({ sites, categories, rules, detach }) {
	assert.ok(typeof rules === "string" && !rules.includes("\r") && typeof detach === "boolean");
	assert.ok(Object.entries(categories).every(([name, on]) => isCategory(name) && typeof on === "boolean"));
	for (const [host, site] of sites) {
		assert.ok(isHost(host) && site.kept.every(isKey) && site.kept.length <= MOST_KEPT);
		assert.ok(Object.keys(site.categories).every(isCategory) && typeof (site.on ?? false) === "boolean");
	}
}

it("reads only what can be used, and the same again", () => {
	const draw = drawFrom(20_261_126);
	let clean = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const raw = drawStored(draw);
		const { stored, faults } = validate(raw);
		assertWhole(stored);
		const written = JSON.parse(JSON.stringify(write(stored)));
		const again = validate(written);
		assert.deepEqual([again.stored, again.faults], [stored, []], JSON.stringify(raw));
		assert.ok(isRecord(written) && Object.getPrototypeOf(stored.categories) === Object.prototype);
		clean += Number(faults.length === 0);
	}
	assert.ok(clean > ROUNDS / 4 && clean < (ROUNDS * 3) / 4, `${clean} without a fault`);
	assert.equal(Object.keys(Object.prototype).length, 0);
});
