/** Picks a block in the page: point, see what would go, confirm. Runs when the user asks for it, and leaves no trace. */
(() => {
	if (typeof endmarkGate !== "object" || endmarkGate.isHeld()) return;

	const { open, frame, fill, say, sayCount } = endmarkPanel;
	const { describe, find } = endmarkFingerprint;
	const { host, root, frames, panel } = open();

	/** @type {Element | null} */
	let target = null;
	/** What was pointed at before each step up. @type {Element[]} */
	let below = [];
	/** The selector that waits to be confirmed. */
	let chosen = "";
	let isBusy = false;

	// --- What is pointed at ---

	/** @param {Element | null} element the nearest that can be picked */
	function settleOn(element) {
		let at = element;
		while (at && (at === host || isTiny(at) || isDrawing(at))) at = at.parentElement;
		return at && at !== document.body && at !== document.documentElement ? at : null;
	}

	/** Nobody sees what is smaller than a few pixels. @param {Element} element */
	function isTiny(element) {
		const { width, height } = element.getBoundingClientRect();
		return width < 4 || height < 4;
	}

	/** What stands in a drawing goes with the drawing. @param {Element} element */
	const isDrawing = (element) => element instanceof SVGElement && element.localName !== "svg";

	/** @param {number} x @param {number} y */
	function findAt(x, y) {
		const stack = document.elementsFromPoint(x, y);
		return settleOn(stack.find((element) => element !== host) ?? null);
	}

	/** @param {Element | null} element */
	function pointAt(element) {
		target = element;
		below = [];
	}

	function widen() {
		const above = settleOn(target?.parentElement ?? null);
		if (!target || !above) return;
		below.push(target);
		target = above;
	}

	function narrow() {
		target = below.pop() ?? settleOn(target?.firstElementChild ?? null) ?? target;
	}

	// --- What is shown ---

	function showPointing() {
		chosen = "";
		panel.focus();
		fill(panel, say("picker_hint"), [["leave", say("picker_cancel")]]);
	}

	function choose() {
		if (!target?.isConnected) return fill(panel, say("picker_nothing"), [["leave", say("picker_cancel")]]);
		chosen = describe(target);
		const site = location.hostname.replace(/^www\./, "");
		const count = sayCount(find(chosen).length);
		fill(panel, target.localName === "iframe" ? `${count}. ${say("picker_frame")}` : count, [
			["take", say("picker_take", site)],
			["widen", say("picker_wider")],
			["narrow", say("picker_narrower")],
			["again", say("pick")],
			["leave", say("picker_cancel")],
		]);
		focusOn("take");
	}

	/** @param {string} action */
	function focusOn(action) {
		const button = panel.querySelector(`button[data-action=${action}]`);
		if (button instanceof HTMLElement) button.focus();
	}

	/** Frames follow what moves. */
	function draw() {
		if (!host.isConnected) return leave();
		if (target && !target.isConnected) pointAt(null);
		frame(frames, chosen ? find(chosen) : target ? [target] : []);
		requestAnimationFrame(draw);
	}

	// --- What is done ---

	/** Tries the rule on this page first: one that would take the article is never stored. */
	async function take() {
		isBusy = true;
		const outcome = await endmarkTrial.attempt(chosen);
		const stored = outcome === "taken" && (await endmarkBackground.ask({ kind: "pick", select: chosen }))?.ok;
		isBusy = false;
		if (stored) return leave();
		if (outcome === "taken") endmarkTrial.withdraw();
		const reason =
			outcome === "taken" ? "picker_failed" : outcome === "refused" ? "picker_refused" : "picker_nothing";
		fill(panel, say(reason), [
			["narrow", say("picker_narrower")],
			["again", say("pick")],
			["leave", say("picker_cancel")],
		]);
	}

	function leave() {
		endmarkGate.give(null);
		host.remove();
	}

	/** @type {Record<string, () => void>} */
	const ACTIONS = {
		take,
		leave,
		again: showPointing,
		widen() {
			widen();
			choose();
		},
		narrow() {
			narrow();
			choose();
		},
	};

	/** @param {string | undefined} action */
	function act(action) {
		if (action && !isBusy && Object.hasOwn(ACTIONS, action)) ACTIONS[action]();
	}

	// --- What the user does ---

	/** The panel counts only where it is what the user sees: nothing lies above it. @param {MouseEvent} event */
	function findButton({ clientX, clientY }) {
		if (document.elementFromPoint(clientX, clientY) !== host) return null;
		const inner = root.elementFromPoint(clientX, clientY);
		return inner && panel.contains(inner) ? inner : null;
	}

	/** @type {Map<string, () => void>} */
	const keys = new Map([
		["Escape", leave],
		["ArrowUp", () => (chosen ? act("widen") : widen())],
		["ArrowDown", () => (chosen ? act("narrow") : narrow())],
		["Enter", choose],
	]);

	/** @param {KeyboardEvent} event */
	function onKey(event) {
		const button = /** @type {HTMLElement | null} */ (root.activeElement);
		if (event.key === "Tab") return;
		event.preventDefault();
		if (event.type !== "keydown") return;
		if (button?.dataset.action && ["Enter", " "].includes(event.key)) act(button.dataset.action);
		else keys.get(event.key)?.();
	}

	/** @param {MouseEvent} event */
	function onMouse(event) {
		event.preventDefault();
		const inside = findButton(event);
		if (event.type === "pointermove" && !chosen && !inside) pointAt(findAt(event.clientX, event.clientY));
		if (event.type !== "click") return;
		if (inside) act(/** @type {HTMLElement | null} */ (inside.closest("button"))?.dataset.action);
		else if (!chosen) choose();
	}

	endmarkGate.give((event) => {
		if (event instanceof KeyboardEvent) onKey(event);
		else if (event instanceof MouseEvent) onMouse(event);
	});
	pointAt(findAt(innerWidth / 2, innerHeight / 2));
	showPointing();
	panel.focus();
	draw();
})();
