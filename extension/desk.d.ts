/** The module of the extension's own pages, made from crate/desk. */

export default function init(source: { module_or_path: Promise<Response> }): Promise<unknown>;
export function read_rules(list: string): { filters: Filter[]; faults: Fault[] };
