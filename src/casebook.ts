import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What is imported from here on is compiled once: the next call begins sooner. A folder that takes no files changes nothing.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/casebook/compiled", import.meta.url)));
await import("./tool.ts");
