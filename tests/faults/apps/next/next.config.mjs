import { fileURLToPath } from "node:url";

/** The page of the other frameworks lies beside this folder. */
const root = fileURLToPath(new URL("..", import.meta.url));

export default { output: "export", turbopack: { root } };
