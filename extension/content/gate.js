/** Hears every touch of mouse and keyboard before the page does, and keeps it from the page while a block is picked. */
// biome-ignore lint/correctness/noUnusedVariables: the picker reads it; classic scripts share by declaring.
var endmarkGate = (() => {
	const TOUCHES = [
		"auxclick",
		"click",
		"contextmenu",
		"dblclick",
		"keydown",
		"keypress",
		"keyup",
		"mousedown",
		"mousemove",
		"mouseup",
		"pointerdown",
		"pointermove",
		"pointerup",
		"touchend",
		"touchstart",
	];

	/** @type {((event: Event) => void) | null} */
	let keeper = null;

	/** @param {Event} event */
	function hear(event) {
		if (!keeper) return;
		event.stopImmediatePropagation();
		if (event.isTrusted) keeper(event);
	}

	// A page that listens first could swallow everything, so this has to stand there from the start.
	for (const touch of TOUCHES) window.addEventListener(touch, hear, { capture: true, passive: false });

	/** @param {typeof keeper} next null gives the page its events back */
	function give(next) {
		keeper = next;
	}

	const isHeld = () => keeper !== null;

	function end() {
		keeper = null;
		for (const touch of TOUCHES) window.removeEventListener(touch, hear, { capture: true });
	}

	return { give, isHeld, end };
})();
