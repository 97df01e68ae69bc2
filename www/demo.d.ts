/** What wasm-bindgen makes of crate/demo. */

/** Bytes that go, and the number of their block. */
type Cut = { start: number; end: number; block: number };

export interface Answer {
	/** Names of tables of words that have to be learned first. */
	wanted: string[];
	encoding: string;
	/** Why it is no article; null where it is one. */
	why: string | null;
	blocks: Block[];
	/** In the order of the page. */
	cuts: Cut[];
	/** What was to be taken off. */
	categories: Categories;
}

export class Cleaner {
	learn(name: string, table: Uint8Array): void;
	clean(
		bytes: Uint8Array,
		address: string,
		categories: Partial<Categories>,
		progress: (share: number) => void,
	): Answer;
}

export default function init(source: { module_or_path: Promise<Response> }): Promise<unknown>;
