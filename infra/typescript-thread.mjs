// Lets a worker thread run a TypeScript module in development, where Node's own `--import tsx` does not reach threads.
// Not used by compiled code. The module's URL is the thread's data; its `run` is what the thread runs.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const data = Array.isArray(workerData) ? workerData.at(-1) : workerData;
const module = await import(data.module);

export const run = module.run;
