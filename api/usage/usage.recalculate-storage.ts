import { z } from "zod";
import { listRegisteredFiles, sumStorageBytes, type RegisteredFile } from "../../storage/catalog/assets.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

/** Files that are looked for in the store; each of them is a request to it. */
const FILES_MAX = 2_000;
const AT_ONCE = 16;

/** What is not looked for by then is not checked. */
const CHECK_MS = 15_000;

/** Differences that are named. */
const NAMED_MAX = 100;

export const usageRecalculateStorage = defineOperation({
  id: "usage.recalculate_storage",
  summary: "Sum the bytes of an organization's files, and compare each with what lies in the store.",
  scope: "usage:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "RecalculateInput",
  input: z.strictObject({ organization_id: resourceId }),
  outputName: null,
  output: z.object({
    organization_id: z.string(),
    storage_bytes: z.int(),
    files: z.int(),
    files_checked: z.int(),
    differences_count: z.int(),
    differences: z.array(
      z.object({
        item_id: z.string(),
        asset_key: z.string(),
        bytes: z.int(),
        stored_bytes: z.int().nullable(),
      }),
    ),
  }),
  resources: { organization: { kind: "organization", role: "viewer", field: "organization_id" } },
  async run({ database, objectStore }: Pick<Deps, "database" | "objectStore">, _input, { resources }) {
    const { id } = resources.organization;
    const [storageBytes, { files, total }] = await Promise.all([
      sumStorageBytes(database, id),
      listRegisteredFiles(database, id, FILES_MAX),
    ]);
    const found = await checkFiles(objectStore, files);
    const differences = found.filter(({ file, storedBytes }) => file.bytes !== storedBytes);
    return {
      organization_id: id,
      storage_bytes: storageBytes,
      files: total,
      files_checked: found.length,
      differences_count: differences.length,
      differences: differences.slice(0, NAMED_MAX).map(({ file, storedBytes }) => ({
        item_id: file.item_id,
        asset_key: file.key,
        bytes: file.bytes,
        stored_bytes: storedBytes,
      })),
    };
  },
});

interface CheckedFile {
  readonly file: RegisteredFile;
  /** Null where there is none. */
  readonly storedBytes: number | null;
}

/** Looks for files in the store, some at a time and as long as there is time. */
async function checkFiles(
  objectStore: Pick<ObjectStore, "head">,
  files: readonly RegisteredFile[],
): Promise<CheckedFile[]> {
  const endsAt = performance.now() + CHECK_MS;
  const left = [...files];
  const found: CheckedFile[] = [];
  const lane = async () => {
    for (let file = left.shift(); file && performance.now() < endsAt; file = left.shift()) {
      const head = await objectStore.head(file.object_key);
      found.push({ file, storedBytes: head?.bytes ?? null });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return found;
}
