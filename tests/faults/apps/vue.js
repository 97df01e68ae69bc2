/** The page as Vue makes it. */
import { computed, createSSRApp, h, ref } from "vue";
import { comments, title, words } from "./page.js";

export const state = ref({ open: true, turned: false, count: 0 });

const Page = {
	setup() {
		const order = computed(() => (state.value.turned ? [...comments].reverse() : comments));
		return () => [
			h("article", [
				h("h1", title),
				h("p", { class: "byline" }, "By Ines Calder"),
				words.map((line, at) => h("p", { key: at, class: "text" }, line)),
			]),
			state.value.open
				? h("section", { id: "author-box", class: "author-box" }, [
						h("h3", "About the author"),
						h("p", `Ines Calder has written about harbours since 1998. Visits: ${state.value.count}`),
					])
				: null,
			state.value.open
				? h("div", { id: "comments", class: "comments-area" }, [
						h("h2", { class: "comments-title" }, `${comments.length} Comments`),
						h(
							"ol",
							{ class: "comment-list" },
							order.value.map(({ name, text }) =>
								h("li", { key: name, class: "comment" }, [h("b", name), h("p", text)]),
							),
						),
					])
				: null,
		];
	},
};

export const make = () => createSSRApp(Page);
