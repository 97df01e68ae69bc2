/** The background's module, made from crate/desk. */

export default function init(source: { module_or_path: Promise<Response> }): Promise<unknown>;
export class Flight {
	static begin(answer: object, settings: Settings, words: Uint8Array, name: string): Flight | undefined;
	feed(bytes: Uint8Array): Uint8Array;
	end(): Uint8Array;
	give_up(): Uint8Array;
	readonly held: number;
	readonly done: boolean;
	free(): void;
}
export function read_rules(list: string): { filters: Filter[]; faults: Fault[] };
