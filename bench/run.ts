import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchDigests } from "./digests.ts";
import { benchLarge } from "./large.ts";
import { benchLoad } from "./load.ts";
import { benchRender } from "./render.ts";
import { benchStart } from "./start.ts";

const benches: Record<string, () => string | Promise<string>> = {
  start: benchStart,
  render: benchRender,
  digests: benchDigests,
};
/** Takes minutes and is run only by its name. */
const apart: typeof benches = {
  load: () => benchLoad(Number(values.minutes)),
  large: () => benchLarge(Number(values.passages)),
};
const { values, positionals: wanted } = parseArgs({
  options: { passages: { type: "string", default: "100000" }, minutes: { type: "string", default: "10" } },
  allowPositionals: true,
});
const unknown = wanted.filter((name) => !Object.hasOwn({ ...benches, ...apart }, name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}; there are ${Object.keys({ ...benches, ...apart }).join(", ")}`);
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}`,
);
for (const [name, bench] of Object.entries({ ...benches, ...apart })) {
  if (wanted.length > 0 ? !wanted.includes(name) : apart[name]) continue;
  console.log(`\n## ${name}\n\n${await bench()}`);
}
