import { contentVersion } from "../../core/rasters/content-version.ts";
import { UsageError } from "../../infra/command-line.ts";
import type { AdminConfig } from "../../infra/config.ts";
import { listAssetFiles, type AssetFile } from "../../storage/catalog/asset-files.ts";
import type { Database } from "../../storage/database/database.ts";
import { Fingerprints } from "../../storage/object-store/fingerprints.ts";
import { openObjectStore } from "../../storage/object-store/open-object-store.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";

/**
 * What a file turned out to be: as it was registered (`same`), the same content under another version of the
 * store (`moved`), without a fingerprint to compare (`unknown`), other content, or missing.
 */
type Standing = "same" | "moved" | "unknown" | "changed" | "missing";

/** The result of verifying all registered files. */
export interface VerifiedAssets {
  readonly counts: Record<Standing | "adopted", number>;
  /** The first files that would not be drawn. */
  readonly refused: { readonly asset_id: string; readonly object_key: string; readonly why: Standing }[];
}

const REFUSED_MAX = 100;
const PAGE = 500;

/** Opens the store of the settings and verifies every registered file in it. */
export async function verifyAssets(
  { database, config }: { readonly database: Database; readonly config: AdminConfig },
  adopt: boolean,
): Promise<VerifiedAssets> {
  const { OBJECT_STORE_URL } = config;
  if (OBJECT_STORE_URL === undefined)
    throw new UsageError("OBJECT_STORE_URL is missing: it names the store.");
  const store = await openObjectStore({ ...config, OBJECT_STORE_URL });
  try {
    return await verifyAll(database, store, adopt);
  } finally {
    await store.close();
  }
}

async function verifyAll(database: Database, store: ObjectStore, adopt: boolean): Promise<VerifiedAssets> {
  const fingerprints = new Fingerprints(store);
  const counts = { same: 0, moved: 0, unknown: 0, changed: 0, missing: 0, adopted: 0 };
  const refused: VerifiedAssets["refused"] = [];
  for await (const file of allFiles(database)) {
    const standing = await look(file, store, fingerprints);
    const isAdoptable =
      standing === "unknown" || (standing === "same" && !(await hasFingerprint(file, fingerprints)));
    if (adopt && isAdoptable) {
      await fingerprints.keep(file.version, (await fingerprints.take(file.object_key)) ?? "");
      counts.adopted += 1;
    } else counts[standing] += 1;
    const isRefused = standing === "changed" || standing === "missing" || (standing === "unknown" && !adopt);
    if (isRefused && refused.length < REFUSED_MAX) {
      refused.push({ asset_id: file.id, object_key: file.object_key, why: standing });
    }
  }
  return { counts, refused };
}

async function* allFiles(database: Database): AsyncGenerator<AssetFile> {
  for (let page = await listAssetFiles(database, undefined, PAGE); page.length > 0;) {
    yield* page;
    page = await listAssetFiles(database, page.at(-1)?.id, PAGE);
  }
}

async function look(
  { object_key: key, version, bytes }: AssetFile,
  store: ObjectStore,
  fingerprints: Fingerprints,
): Promise<Standing> {
  const head = await store.head(key);
  if (head === undefined) return "missing";
  if (contentVersion(key, head.version) === version) return "same";
  const registered = await fingerprints.find(version);
  // Another size is other content, whatever an operator says.
  if (registered === undefined) return head.bytes === bytes ? "unknown" : "changed";
  return (await fingerprints.take(key)) === registered ? "moved" : "changed";
}

async function hasFingerprint({ version }: AssetFile, fingerprints: Fingerprints): Promise<boolean> {
  return (await fingerprints.find(version)) !== undefined;
}
