import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

type Watched = { readonly current: Int32Array; readonly seed: number; readonly stuckAfter: number };

const { current, seed, stuckAfter } = workerData as Watched;
let [seen, since] = [-1, Date.now()];
setInterval(() => {
  const at = Atomics.load(current, 0);
  if (at !== seen) [seen, since] = [at, Date.now()];
  else if (Date.now() - since > stuckAfter) {
    writeSync(1, `stuck: npm run fuzz -- --seed ${seed} --only ${at}\n`);
    process.kill(process.pid, "SIGKILL");
  }
}, 1000);
