import { createElement as h } from "react";

export const metadata = { title: "A letter for the harbour master", openGraph: { type: "article" } };

/** @param {{ children: unknown }} props */
export default function Layout({ children }) {
	const begin = h("head", null, h("script", { src: "/begin.js" }));
	return h("html", { lang: "en" }, begin, h("body", null, children));
}
