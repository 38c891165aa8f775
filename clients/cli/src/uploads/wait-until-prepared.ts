import type { GeoperaClient } from "@geopera/share-client";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import type { PercentBar } from "./percent-bar.ts";
import { secondsForPeople } from "./upload-raster.ts";

/** How far the preparation of an item's file is, as `items.get` answers it. */
interface Preparation {
  readonly state?: string;
  readonly percent?: number | null;
  readonly step?: string | null;
  readonly seconds_left?: number | null;
  readonly message?: string | null;
  readonly remedy?: string | null;
}

const FIRST_POLL_MS = 250;
const POLL_MS_MAX = 2_000;

/** Waits until an item can be drawn; throws a CliError with the reason when its file cannot be prepared. */
export async function waitUntilPrepared(
  io: Io,
  client: GeoperaClient,
  item_id: string,
  bar: PercentBar,
): Promise<void> {
  for (let delayMs = FIRST_POLL_MS; ; delayMs = Math.min(POLL_MS_MAX, delayMs * 1.5)) {
    const { item } = await client.items.get({ item_id }, { signal: io.signal });
    const ingest = (item as { readonly ingest?: Preparation | null }).ingest;
    if (ingest === undefined || ingest === null || ingest.state === "ready") {
      if (ingest?.state === "ready") bar.show("Preparing", 1);
      bar.end();
      return;
    }
    if (ingest.state === "failed" || ingest.state === "cancelled") {
      bar.end();
      const reason = [ingest.message, ingest.remedy].filter((part) => part).join(" ");
      throw new CliError(
        `The file was uploaded and cannot be prepared: ${reason || ingest.state}`,
        EXIT.usage,
      );
    }
    const left = ingest.seconds_left ? `  ${secondsForPeople(ingest.seconds_left)} left` : "";
    bar.show("Preparing", (ingest.percent ?? 0) / 100, `${ingest.step ?? ""}${left}`.trim());
    await io.wait(delayMs);
  }
}
