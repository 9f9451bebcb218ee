import { cpus, totalmem } from "node:os";
import { benchDigests } from "./digests.ts";
import { benchHttp } from "./http.ts";
import { benchRender } from "./render.ts";
import { benchStart } from "./start.ts";

const benches: Record<string, () => string | Promise<string>> = {
  start: benchStart,
  render: benchRender,
  http: benchHttp,
  digests: benchDigests,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches[name]);
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}`,
);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n## ${name}\n\n${await bench()}`);
}
