import type { Config } from "../../infra/config.ts";
import { FileObjectStore } from "./file-object-store.ts";
import type { ObjectStore } from "./object-store.ts";
import { MemoryObjectStore } from "./memory-object-store.ts";
import { parseStoreUrl } from "./store-url.ts";
import { timedObjectStore, type StoreObserver } from "./timed-object-store.ts";

type StoreConfig = Pick<
  Config,
  "OBJECT_STORE_URL" | "S3_ENDPOINT" | "S3_PUBLIC_ENDPOINT" | "S3_REGION" | "S3_FORCE_PATH_STYLE"
>;

/**
 * The object store that OBJECT_STORE_URL names; throws an Error when the URL cannot be used. Connects to
 * nothing yet. `observe` learns of every call, for metrics.
 */
export async function openObjectStore(config: StoreConfig, observe?: StoreObserver): Promise<ObjectStore> {
  const store = await openDriver(config);
  return observe === undefined ? store : timedObjectStore(store, observe);
}

async function openDriver(config: StoreConfig): Promise<ObjectStore> {
  const location = parseStoreUrl(config.OBJECT_STORE_URL);
  switch (location.kind) {
    case "file":
      return new FileObjectStore(location.root);
    case "memory":
      return new MemoryObjectStore();
    case "s3": {
      // Loading the SDK takes longer than starting everything else; who keeps files never needs it.
      const { S3ObjectStore } = await import("./s3-object-store.ts");
      return new S3ObjectStore({
        bucket: location.bucket,
        prefix: location.prefix,
        region: config.S3_REGION,
        endpoint: config.S3_ENDPOINT,
        publicEndpoint: config.S3_PUBLIC_ENDPOINT,
        forcePathStyle: config.S3_FORCE_PATH_STYLE,
      });
    }
  }
}
