import { setTimeout as sleep } from "node:timers/promises";
import type { CallOperation } from "../local/api-client.ts";

interface ItemInIngest {
  readonly item: {
    readonly ingest: {
      readonly state: string;
      readonly message: string | null;
      readonly checked: boolean | null;
    };
  };
}

/** Waits until an item is prepared and its full check is over; throws the reason where it cannot be. */
export async function waitForIngest(call: CallOperation, itemId: string): Promise<void> {
  for (;;) {
    const { ingest } = (await call<ItemInIngest>("items.get", { item_id: itemId })).item;
    if (ingest.state === "ready" && ingest.checked !== null) return;
    if (ingest.state === "failed") throw new Error(ingest.message ?? "failed");
    await sleep(200);
  }
}
