/** Shapes that pass between the content script, the background, the popup and the options page. */

type Category =
	| "author-bio"
	| "teaser"
	| "comments"
	| "comment-form"
	| "newsletter"
	| "share"
	| "sponsored"
	| "post-nav"
	| "tags";

type Categories = Record<Category, boolean>;

/** A rule of the user's own, as the core reads it. */
interface Filter {
	line: number;
	rule: string;
	hosts: string[];
	but: string[];
	keeps: boolean;
	select: string;
	text: string;
}

/** A line of the user's rules that cannot be used. */
interface Fault {
	line: number;
	key: string;
	name: string;
}

/** A rule of the user's own for the site at hand. */
type OwnRule = Pick<Filter, "rule" | "select" | "text" | "keeps">;

/** What the page is told: the categories to take off, and the keys of blocks that are to stay, a line each. */
interface Settings {
	categories: Categories;
	kept: string;
	/** The user's own rules for the site; those that keep come last. */
	own: OwnRule[];
	/** Whether what is hidden is taken out of the document too. */
	detach: boolean;
}

interface Reason {
	key: string;
	params: Record<string, string | number>;
}

interface Block {
	id: number;
	category: Category | "own";
	rule: string;
	words: string;
	reasons: Reason[];
	path: string;
	/** What makes it the same block on another page of the site. */
	key: string;
	shown: boolean;
}

type State = "working" | "done" | "not-article" | "stopped" | "off";

interface Report {
	state: State;
	why: string | null;
	blocks: Block[];
	nearly: Block[];
}

/** What the background knows of a site. */
interface SiteState {
	on: boolean;
	allowed: boolean;
	/** The site that the switch acts on: the host without "www.", or the parent domain that was switched off. */
	site: string;
	/** What is taken off everywhere, and what was decided for this site. */
	categories: Categories;
	here: Partial<Categories>;
	/** Keys of blocks that stay on this site. */
	kept: string[];
}

/** What the options page shows. */
interface Choices {
	categories: Categories;
	sites: Record<string, { on?: boolean; categories: Partial<Categories>; kept: string[] }>;
	/** The user's own rules as text, and on how many pages each took something off. */
	rules: string;
	hits: Record<string, number>;
	/** Whether what is hidden is taken out of the document too. */
	detach: boolean;
	/** Settings that could not be read and were kept, as text. */
	aside: string[];
	/** Whether devices are kept in step, and why not everything is taken along. */
	sync: { on: boolean; fault: "" | "full" | "long" | "refused" };
}

/** The class that the wasm module gives; the JavaScript form of the module has the same. */
interface Engine {
	turn(now: number): number;
	/** Names of the tables of words that it waits for, set apart by blanks. */
	readonly wanted: string;
	/** Whether it is a table. */
	learn(table: Uint8Array): boolean;
	/** Whether to look again once there is more of the page; undefined where it promises no article. */
	hide_certain(): boolean | undefined;
	heard(now: number): number;
	selected(): void;
	navigated(now: number): void;
	readonly generation: number;
	readonly count: number;
	/** What `content/report.js` reads. */
	report(): (string | number)[];
	show(id: number): void;
	hide(id: number): void;
	point(id: number): void;
	show_all(): void;
	hide_all(): void;
	reveal(hash: string): void;
	/** Takes the names of the categories that go, set apart by blanks, and the keys of blocks that stay. */
	set_settings(takes: string, kept: string): void;
	select_by(select: () => Map<Element, number>): void;
}

/** What is used of the module's memory, in either form. */
type EngineMemory = Pick<WebAssembly.Memory, "buffer" | "grow">;

interface EngineForm {
	Endmark: new (mark: string) => Engine;
	/** Once it is ready, the source does not count. */
	initSync(source?: { module: BufferSource }): { memory: EngineMemory };
}

declare const wasm_bindgen: EngineForm;
declare var endmarkScriptForm: EngineForm | undefined;
declare var endmarkScriptReady: (() => void) | undefined;

/** The bytes of an answer on their way to the page, in Firefox. */
interface StreamFilter {
	ondata: ((event: { data: ArrayBuffer }) => void) | null;
	onstop: (() => void) | null;
	onerror: (() => void) | null;
	write(bytes: Uint8Array): void;
	disconnect(): void;
}
declare namespace chrome.webRequest {
	function filterResponseData(requestId: string): StreamFilter;
}

interface Uint8ArrayConstructor {
	fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}
interface Uint8Array {
	toBase64?(): string;
}
interface Scheduler {
	yield?(): Promise<void>;
}
declare var scheduler: Scheduler | undefined;
declare var navigation: (EventTarget & { currentEntry?: { url: string | null } | null }) | undefined;
