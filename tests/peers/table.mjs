/** The figures as a table in Markdown. */

/** @typedef {import("./sum.mjs").Sum} Sum */

/** What Endmark takes off unless it is told otherwise; the other categories are nobody's aim. */
const CATEGORIES = {
	"author-bio": "about the author",
	teaser: "links to other articles",
	comments: "comments",
	"comment-form": "comment form",
	newsletter: "newsletter sign-up",
	share: "share and follow buttons",
	sponsored: "sponsored links",
};

/**
 * @param {Record<string, Sum>} sums by tool; times are given as multiples of the first one's
 * @param {number} pages
 */
export function writeTable(sums, pages) {
	const tools = Object.values(sums);
	const [first] = tools;
	/** @param {string} name @param {(sum: Sum) => string} cell */
	const row = (name, cell) => `| ${[name, ...tools.map(cell)].join(" | ")} |`;
	const categories = Object.entries(CATEGORIES).filter(([name]) => name in first.categories);
	return [
		`| | ${Object.keys(sums).join(" | ")} |`,
		`|---|${"---:|".repeat(tools.length)}`,
		...categories.map(([name, title]) => {
			const { blocks } = first.categories[name];
			return row(`${title}, ${blocks}: gone`, ({ categories }) => percent(categories[name].gone / blocks, 1));
		}),
		row("article kept, with byline, date, captions", ({ article }) => percent(article, 2)),
		row("article kept, its paragraphs alone", ({ prose }) => percent(prose, 2)),
		row(`pages that lost some of a paragraph, of ${pages}`, ({ damaged }) => String(damaged)),
		row("time, median of the pages", ({ took }) => times(took.median / first.took.median)),
		row("time, 95th percentile", ({ took }) => times(took.late / first.took.late)),
	].join("\n");
}

/** @param {number} share @param {number} digits */
const percent = (share, digits) => `${(100 * share).toFixed(digits)} %`;

/** @param {number} ratio */
const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`;
