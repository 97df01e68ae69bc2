/** Elements by the order in which the parser adds them, which is how labels name them. */

/** Before anything else in a page: counts its elements. Goes there as it stands, alone. */
export function numberElements() {
	/** @type {WeakMap<Node, number>} */
	const numbers = new WeakMap();
	let next = 0;
	/** @param {Node} element */
	const visit = (element) => {
		if (numbers.has(element)) return;
		numbers.set(element, next++);
		for (const child of element.childNodes) if (child.nodeType === 1) visit(child);
	};
	/** @param {MutationRecord[]} records */
	const take = (records) => {
		for (const record of records) for (const node of record.addedNodes) if (node.nodeType === 1) visit(node);
	};
	const observer = new MutationObserver(take);
	observer.observe(document, { childList: true, subtree: true });
	const finish = () => {
		take(observer.takeRecords());
		observer.disconnect();
	};
	document.addEventListener("DOMContentLoaded", finish, { once: true, capture: true });
	if (document.documentElement) visit(document.documentElement);
	Object.defineProperty(window, "endmarkNumbers", { value: numbers });
}
