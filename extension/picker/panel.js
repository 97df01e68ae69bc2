/** What the picker shows: frames around what would go, and a panel to confirm, in a shadow root of its own. */
// biome-ignore lint/correctness/noUnusedVariables: picker.js reads it; classic scripts share by declaring.
var endmarkPanel = (() => {
	const ACCENT = "#b83a0c";
	const MOST_FRAMES = 30;
	const COLOURS = matchMedia("(prefers-color-scheme: dark)").matches
		? { ground: "#1d1e21", raised: "#292a2e", line: "#7b7e86", text: "#ececea" }
		: { ground: "#ffffff", raised: "#f5f5f3", line: "#8a8a8a", text: "#1f2023" };

	/** Set one by one: a page's policy may forbid style sheets and attributes. @param {HTMLElement} element @param {Record<string, string>} styles */
	function dress(element, styles) {
		for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, "important");
		return element;
	}

	/** @param {string} key @param {string[]} params */
	const say = (key, ...params) => chrome.i18n.getMessage(key, params);

	/** @param {number} count */
	function sayCount(count) {
		const language = chrome.i18n.getMessage("language");
		const number = new Intl.NumberFormat(language).format(count);
		const exact = new Intl.PluralRules(language).select(count);
		return say(`picker_matches_${exact}`, number) || say("picker_matches_other", number);
	}

	/** @param {string} tag @param {Record<string, string>} styles */
	const make = (tag, styles) => dress(document.createElement(tag), styles);

	/** @param {string} text @param {string} action */
	function makeButton(text, action) {
		const main = action === "take";
		const button = /** @type {HTMLButtonElement} */ (
			make("button", {
				font: "inherit",
				padding: "6px 12px",
				border: `1px solid ${main ? ACCENT : COLOURS.line}`,
				"border-radius": "6px",
				background: main ? ACCENT : COLOURS.raised,
				color: main ? "#ffffff" : COLOURS.text,
				cursor: "pointer",
			})
		);
		button.textContent = text;
		button.dataset.action = action;
		return button;
	}

	/** A closed root that nothing in the page can read; in the top layer, above the page's own dialogs. */
	function open() {
		const host = make("div", {
			all: "initial",
			position: "fixed",
			inset: "0",
			width: "auto",
			height: "auto",
			margin: "0",
			padding: "0",
			border: "0",
			background: "transparent",
			cursor: "crosshair",
			"z-index": "2147483647",
		});
		host.popover = "manual";
		const root = host.attachShadow({ mode: "closed" });
		const frames = make("div", { "pointer-events": "none" });
		const panel = make("div", {
			position: "fixed",
			"inset-block-end": "16px",
			left: "50%",
			transform: "translateX(-50%)",
			"max-width": "min(34em, calc(100vw - 32px))",
			"box-sizing": "border-box",
			padding: "12px 16px",
			"border-radius": "10px",
			background: COLOURS.ground,
			color: COLOURS.text,
			"color-scheme": "light dark",
			"box-shadow": "0 2px 16px rgb(0 0 0 / 40%)",
			font: "14px/1.45 system-ui, sans-serif",
			cursor: "default",
			outline: "none",
		});
		panel.tabIndex = -1;
		panel.setAttribute("role", "dialog");
		panel.setAttribute("aria-label", say("picker_label"));
		panel.dir = say("direction");
		root.append(frames, panel);
		document.documentElement.append(host);
		host.showPopover();
		return { host, root, frames, panel };
	}

	/** @param {HTMLElement} frames @param {Element[]} elements */
	function frame(frames, elements) {
		const boxes = elements.slice(0, MOST_FRAMES).map((element) => {
			const { left, top, width, height } = element.getBoundingClientRect();
			return make("div", {
				position: "fixed",
				"box-sizing": "border-box",
				left: `${left - 2}px`,
				top: `${top - 2}px`,
				width: `${width + 4}px`,
				height: `${height + 4}px`,
				border: `3px solid ${ACCENT}`,
				background: "rgb(184 58 12 / 15%)",
			});
		});
		frames.replaceChildren(...boxes);
	}

	/** @param {HTMLElement} panel @param {string} text @param {[string, string][]} buttons action and words */
	function fill(panel, text, buttons) {
		const line = make("p", { margin: "0 0 10px" });
		line.setAttribute("role", "status");
		line.textContent = text;
		const row = make("div", { display: "flex", "flex-wrap": "wrap", gap: "8px" });
		row.append(...buttons.map(([action, words]) => makeButton(words, action)));
		panel.replaceChildren(line, row);
	}

	return { open, frame, fill, say, sayCount };
})();
