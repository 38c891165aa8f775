import { setTimeout as sleep } from "node:timers/promises";
import type { CallOperation } from "../api-client.ts";

/** The part of an item's answer that says how far its file is prepared. */
interface PreparedItem {
  readonly item: {
    readonly name: string;
    readonly ingest?: {
      readonly state: string;
      readonly step: string;
      readonly percent: number;
      readonly seconds_left: number | null;
      readonly message: string | null;
    } | null;
  };
}

const LOOK_EVERY_MS = 500;
const PERCENT_STEP = 10;

/** Waits until an item can be drawn, with a line now and then; throws an Error when that cannot be. */
export async function waitUntilPrepared(
  call: CallOperation,
  itemId: string,
  log: (line: string) => void,
): Promise<void> {
  let shown = "";
  for (;;) {
    const { item } = await call<PreparedItem>("items.get", { item_id: itemId });
    const { ingest } = item;
    if (ingest === undefined || ingest === null || ingest.state === "ready") return;
    if (ingest.state === "failed" || ingest.state === "cancelled") {
      throw new Error(`${item.name} cannot be prepared: ${ingest.message ?? ingest.state}`);
    }
    const stage = `${ingest.step} ${Math.floor(ingest.percent / PERCENT_STEP)}`;
    const left = ingest.seconds_left === null ? "" : `, ${ingest.seconds_left} s left`;
    if (stage !== shown) log(`preparing ${item.name}: ${ingest.percent} % (${ingest.step}${left})`);
    shown = stage;
    await sleep(LOOK_EVERY_MS);
  }
}
