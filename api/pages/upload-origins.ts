import type { Config } from "../../infra/config.ts";
import { parseStoreUrl } from "../../storage/object-store/store-url.ts";

type StoreConfig = Pick<Config, "OBJECT_STORE_URL" | "S3_ENDPOINT" | "S3_PUBLIC_ENDPOINT" | "S3_REGION">;

/**
 * The origins that presigned uploads of a store go to, as a content security policy lists them: the endpoint
 * for addresses with the bucket in the path, and that of the bucket. Empty for a directory, which takes
 * uploads at the API's own origin.
 */
export function uploadOrigins(config: StoreConfig): string[] {
  const store = parseStoreUrl(config.OBJECT_STORE_URL);
  if (store.kind !== "s3") return [];
  const { S3_REGION: region, S3_ENDPOINT, S3_PUBLIC_ENDPOINT } = config;
  const endpoint = new URL(S3_PUBLIC_ENDPOINT ?? S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`);
  return [endpoint.origin, `${endpoint.protocol}//${store.bucket}.${endpoint.host}`];
}
