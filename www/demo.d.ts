/** What wasm-bindgen makes of crate/demo. */

type Cut = { start: number; end: number; block: number };

interface Answer {
	/** Names of tables of words that have to be learned first. */
	wanted: string[];
	encoding: string;
	why: string | null;
	blocks: Block[];
	cuts: Cut[];
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
