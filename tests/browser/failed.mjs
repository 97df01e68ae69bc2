/** A reporter for node's test runner: names every file in which a test failed, a line each. */

/** @param {AsyncIterable<import("node:test/reporters").TestEvent>} events */
export default async function* listFailed(events) {
	const failed = new Set();
	for await (const { type, data } of events)
		if (type === "test:fail" && !data.todo && data.file) failed.add(data.file);
	for (const file of failed) yield `${file}\n`;
}
