"use client";

import { createElement as h, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { page } from "../../react.js";

export default function Page() {
	const [shown, setShown] = useState({});
	useEffect(() => {
		Object.assign(globalThis, {
			/** @param {object} next */
			show: async (next) => flushSync(() => setShown(next)),
		});
	}, []);
	return h("main", { id: "root" }, page(h, shown));
}
