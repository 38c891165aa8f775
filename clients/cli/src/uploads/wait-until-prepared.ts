import type { GeoperaClient } from "@geopera/share-client";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { harmless } from "../output/harmless.ts";
import type { PercentBar } from "./percent-bar.ts";
import { secondsForPeople } from "./upload-raster.ts";

const FIRST_POLL_MS = 250;
const POLL_MS_MAX = 2_000;

/** Waits until an item can be drawn; throws a CliError with the reason when its file cannot be prepared. */
export async function waitUntilPrepared(
  io: Io,
  client: GeoperaClient,
  item_id: string,
  bar: PercentBar,
): Promise<void> {
  let wasPreparing = false;
  for (let delayMs = FIRST_POLL_MS; ; delayMs = Math.min(POLL_MS_MAX, delayMs * 1.5)) {
    const { item } = await client.items.get({ item_id }, { signal: io.signal });
    const { ingest = null, warnings = [] } = item;
    if (ingest === null || ingest.state === "ready") {
      if (wasPreparing) bar.show("Preparing", 1);
      bar.end();
      for (const { text, remedy } of warnings)
        io.stderr.write(harmless(`geopera: ${item.name}: ${text} ${remedy}\n`));
      return;
    }
    wasPreparing = true;
    if (ingest.state === "failed" || ingest.state === "cancelled") {
      bar.end();
      throw new CliError(
        `The file was uploaded and cannot be prepared: ${ingest.message ?? ingest.state}`,
        EXIT.usage,
      );
    }
    const left = ingest.seconds_left !== null ? `  ${secondsForPeople(ingest.seconds_left)} left` : "";
    bar.show("Preparing", ingest.percent / 100, `${ingest.step}${left}`);
    await io.wait(delayMs);
  }
}
