import type { ObjectStore } from "./object-store.ts";

/** Learns of every finished call of a store. */
export type StoreObserver = (call: {
  readonly operation: TimedOperation;
  readonly outcome: "ok" | "missing" | "failed";
  readonly seconds: number;
}) => void;

const TIMED = ["get", "head", "put", "putStream", "putFile", "getStream", "copy", "delete"] as const;

/** A falsy answer of these says that there is no such object. */
const READING = new Set<string>(["get", "head", "getStream", "copy"]);

type TimedOperation = (typeof TIMED)[number];

type Call = (...args: unknown[]) => Promise<unknown>;

/** A store whose calls are timed; of a stream, the time until it is open. */
export function timedObjectStore(store: ObjectStore, observe: StoreObserver): ObjectStore {
  const calls = new Map<string | symbol, Call>(
    TIMED.map((operation) => [operation, timed(store[operation].bind(store) as Call, operation, observe)]),
  );
  return new Proxy(store, {
    get: (target, name) => {
      const call = calls.get(name);
      if (call !== undefined) return call;
      const value: unknown = Reflect.get(target, name, target);
      // Its private fields are its own, not the proxy's.
      return typeof value === "function" ? (value as Call).bind(target) : value;
    },
  });
}

function timed(call: Call, operation: TimedOperation, observe: StoreObserver): Call {
  return async (...args) => {
    const startedAt = performance.now();
    const report = (outcome: "ok" | "missing" | "failed") =>
      observe({ operation, outcome, seconds: (performance.now() - startedAt) / 1000 });
    try {
      const result = await call(...args);
      report(READING.has(operation) && !result ? "missing" : "ok");
      return result;
    } catch (error) {
      report("failed");
      throw error;
    }
  };
}
