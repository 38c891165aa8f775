import { CreateBucketCommand, HeadBucketCommand, S3ServiceException } from "@aws-sdk/client-s3";
import type { Config } from "../../infra/config.ts";
import { createS3Client } from "./s3-client.ts";
import { parseStoreUrl } from "./store-url.ts";

type StoreConfig = Pick<Config, "OBJECT_STORE_URL" | "S3_ENDPOINT" | "S3_REGION" | "S3_FORCE_PATH_STYLE">;

/**
 * Makes the bucket that OBJECT_STORE_URL names, when it names one that is not there; does nothing for other
 * stores.
 */
export async function ensureBucket(config: StoreConfig): Promise<void> {
  const location = parseStoreUrl(config.OBJECT_STORE_URL);
  if (location.kind !== "s3") return;
  const bucket = { Bucket: location.bucket };
  const client = createS3Client({
    bucket: location.bucket,
    prefix: location.prefix,
    region: config.S3_REGION,
    endpoint: config.S3_ENDPOINT,
    forcePathStyle: config.S3_FORCE_PATH_STYLE,
  });
  try {
    await client.send(new HeadBucketCommand(bucket));
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 404) throw error;
    await client.send(new CreateBucketCommand(bucket));
  } finally {
    client.destroy();
  }
}
