/** Entries on several devices, changed and exchanged in any order: all become the same, and nothing is lost. */

import assert from "node:assert/strict";
import { it } from "node:test";
import { pack, unpack } from "../../extension/background/chunks.js";
import { compose, forget, merge, stamp } from "../../extension/background/entries.js";
import { freshSite, freshStored, write } from "../../extension/background/stored.js";
import { settle } from "../../extension/background/sync.js";
import { drawFrom } from "../browser/chance.mjs";

const HOSTS = ["a.example", "b.example", "[::1]"];
const KEYS = ["teaser: h3 Also read", "own 1"];
const ROUNDS = 300;

/** @typedef {{ stored: import("../../extension/background/stored.js").Stored, known: import("../../extension/background/entries.js").Entries }} Device */

/** @returns {Device} */
const openDevice = () => ({ stored: freshStored(), known: new Map() });

/** A device takes what is there over, and what it has goes there. @param {Device} device @param {Record<string, any>} area @param {number} now */
function meet(device, area, now) {
	const there = unpack(area).reduce(merge, new Map());
	device.known = forget(merge(stamp(device.known, there, device.stored, now), there), there, now);
	device.stored = compose(device.known);
	return JSON.parse(JSON.stringify(pack(device.known).chunks));
}

/** @param {Device} device @param {(below: number) => number} draw @param {string} line a rule that is nowhere yet @returns {string | undefined} the rule that was taken away */
function decide({ stored }, draw, line) {
	const host = HOSTS[draw(HOSTS.length)];
	const site = stored.sites.get(host) ?? freshSite();
	stored.sites.set(host, site);
	const lines = stored.rules === "" ? [] : stored.rules.split("\n");
	switch (draw(6)) {
		case 0:
			site.on = draw(2) === 1;
			return;
		case 1:
			site.categories.share = draw(2) === 1;
			return;
		case 2:
			stored.categories.tags = draw(2) === 1;
			return;
		case 3:
			site.kept = site.kept.length > 0 ? [] : [KEYS[draw(KEYS.length)]];
			return;
		case 4: {
			const [gone] = lines.splice(draw(lines.length), 1);
			stored.rules = lines.join("\n");
			return gone;
		}
		default:
			lines.splice(draw(lines.length + 1), 0, line);
			stored.rules = lines.join("\n");
	}
}

/** @param {Device} device */
const readDecided = ({ stored }) => JSON.stringify(write(compose(stamp(new Map(), new Map(), stored, 1))));

for (let seed = 1; seed <= 20; seed++) {
	it(`becomes the same on three devices, whatever comes first: ${seed}`, () => {
		const draw = drawFrom(seed);
		const devices = [openDevice(), openDevice(), openDevice()];
		/** @type {Record<string, any>} */
		let area = {};
		/** @type {Set<string | undefined>} */
		const wanted = new Set();
		for (let now = 1; now <= ROUNDS; now++) {
			const device = devices[draw(devices.length)];
			const line = `##.box-${now}`;
			const gone = decide(device, draw, line);
			if (device.stored.rules.split("\n").includes(line)) wanted.add(line);
			wanted.delete(gone);
			if (draw(4) === 0) area = meet(device, area, now);
		}
		for (const device of [...devices, ...devices]) area = meet(device, area, ROUNDS + 1);
		const [one, ...others] = devices.map(readDecided);
		for (const other of others) assert.equal(other, one);
		const lines = new Set(devices[0].stored.rules.split("\n"));
		assert.deepEqual(
			[...wanted].filter((line) => !lines.has(/** @type {string} */ (line))),
			[],
		);
	});
}

it("keeps the order of rules that were written one after the other", () => {
	const [one, other] = [openDevice(), openDevice()];
	one.stored.rules = "! a\n##.a\n\n! b\n##.b";
	other.stored.rules = "! c\n##.c";
	let area = meet(one, meet(other, {}, 1), 2);
	area = meet(other, area, 3);
	assert.equal(other.stored.rules, one.stored.rules);
	assert.ok(["! a\n##.a\n\n! b\n##.b", "! c\n##.c"].every((part) => one.stored.rules.includes(part)));
	one.stored.rules = one.stored.rules.replace("##.a", "##.a\n##.new\n##.newer");
	meet(other, meet(one, area, 4), 5);
	assert.match(other.stored.rules, /##\.a\n##\.new\n##\.newer\n\n! b/);
});

it("tells of what was taken away where there is hardly room for it", () => {
	const [one, other] = [openDevice(), openDevice()];
	const lines = Array.from({ length: 1100 }, (_, at) => `##.box-${at}-${"x".repeat(50)}`);
	one.stored.rules = lines.join("\n");
	let area = meet(other, meet(one, {}, 1), 2);
	const more = lines.slice(0, 60).map((line) => `${line} > p`);
	one.stored.rules = [...lines.slice(550), ...more].join("\n");
	for (let now = 3; now < 9; now++) area = meet(now % 2 ? one : other, area, now);
	assert.equal(other.stored.rules, one.stored.rules);
	assert.ok(other.stored.rules.split("\n").length < lines.length);
});

it("fits into the browsers' limits, or says that it does not", () => {
	const device = openDevice();
	device.stored.rules = Array.from({ length: 900 }, (_, at) => `##.box-${at} > "<é€"`).join("\n");
	const { chunks, fits, isWhole } = pack(stamp(new Map(), new Map(), device.stored, 1));
	assert.ok(fits && isWhole);
	for (const [name, chunk] of Object.entries(chunks)) {
		const size = name.length + new TextEncoder().encode(JSON.stringify(chunk)).length;
		assert.ok(size <= 8192, `${name}: ${size}`);
	}
	device.stored.rules = Array.from({ length: 9000 }, (_, at) => `##.box-${at}`).join("\n");
	assert.equal(pack(stamp(new Map(), new Map(), device.stored, 1)).fits, false);
});

it("waits twice as long after each refusal, an hour at most, and no longer once something is taken", () => {
	/** @type {import("../../extension/background/sync.js").Sync} */
	let sync = { on: true, fault: "", tries: 0, after: 0 };
	const pauses = Array.from({ length: 12 }, (_, at) => {
		sync = settle(sync, "refused", at);
		return (sync.after - at) / 1000;
	});
	assert.deepEqual(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
	assert.deepEqual(settle(sync, "", 12), { on: true, fault: "", tries: 0, after: 0 });
});
