/** Serves the built demo page until it is stopped. */

import { fileURLToPath } from "node:url";
import { serve } from "./site.mjs";

const site = await serve(fileURLToPath(new URL("../../dist/www", import.meta.url)));
console.log(`The demo page: ${site.address("/index.html", "endmark")}   (Ctrl+C stops it)`);
