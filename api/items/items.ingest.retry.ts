import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { announce, setState } from "../../storage/catalog/prepared-assets.ts";
import { listIngests, reopenIngest } from "../../storage/catalog/ingests.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { ingestSchema, itemIngest } from "./present-ingest.ts";
import { startIngests } from "./start-ingests.ts";

export const itemsIngestRetry = defineOperation({
  id: "items.ingest.retry",
  summary: "Prepare an item's files again after that failed or was cancelled.",
  scope: "items:write",
  sideEffect: "compute",
  idempotent: true,
  bearer: "required",
  inputName: "ItemIngestRetryInput",
  input: z.strictObject({ item_id: resourceId }),
  outputName: "ItemIngestRetryOutput",
  output: z.object({ item_id: z.string(), ingest: ingestSchema.nullable() }),
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run(deps: Pick<Deps, "database" | "clock" | "jobs" | "logger">, _input, { resources: { item } }) {
    const ended = (await listIngests(deps.database, item.id)).filter(
      ({ state }) => state === "failed" || state === "cancelled",
    );
    if (ended.length === 0) throw new ProblemError("conflict", "No preparation of this item has failed.");
    await deps.database.begin(async (transaction) => {
      for (const { asset_key: key } of ended) {
        const reopened = await reopenIngest(transaction, item.id, key);
        if (reopened?.kind === "convert") await setState(transaction, reopened, "preparing");
      }
      await announce(transaction, item.id);
    });
    await startIngests(deps, item.id);
    return { item_id: item.id, ingest: await itemIngest(deps, item.id) };
  },
});
