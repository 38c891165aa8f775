import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { listIngests } from "../../storage/catalog/ingests.ts";
import { endUnprepared } from "../../storage/catalog/prepared-assets.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { ingestSchema, itemIngest } from "./present-ingest.ts";

export const itemsIngestCancel = defineOperation({
  id: "items.ingest.cancel",
  summary: "Cancel the preparation of an item's files; the originals stay.",
  scope: "items:write",
  sideEffect: "compute",
  idempotent: true,
  bearer: "required",
  inputName: "ItemIngestCancelInput",
  input: z.strictObject({ item_id: resourceId }),
  outputName: "ItemIngestCancelOutput",
  output: z.object({ item_id: z.string(), ingest: ingestSchema.nullable() }),
  resources: { item: { kind: "item", role: "editor", field: "item_id" } },
  async run(deps: Pick<Deps, "database" | "clock">, _input, { resources: { item } }) {
    const open = (await listIngests(deps.database, item.id)).filter(
      ({ kind, state }) => kind === "convert" && (state === "queued" || state === "preparing"),
    );
    if (open.length === 0) throw new ProblemError("conflict", "Nothing of this item is being prepared.");
    for (const { id } of open) {
      await endUnprepared(deps.database, id, { state: "cancelled", error_message: CANCELLED });
    }
    return { item_id: item.id, ingest: await itemIngest(deps, item.id) };
  },
});

const CANCELLED =
  "The preparation was cancelled; start it again with items.ingest.retry, or replace the file.";
