import {
  CreateBucketCommand,
  GetBucketCorsCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  S3ServiceException,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Config } from "../../infra/config.ts";
import { storeFault } from "./require-usable-store.ts";
import { createS3Client } from "./s3-client.ts";
import { parseStoreUrl } from "./store-url.ts";

type StoreConfig = Pick<Config, "OBJECT_STORE_URL" | "S3_ENDPOINT" | "S3_REGION" | "S3_FORCE_PATH_STYLE">;

/** Signed addresses are the permission: pages of any origin may use one that they were given. */
const CORS_RULE = {
  AllowedOrigins: ["*"],
  AllowedMethods: ["GET", "HEAD", "PUT"],
  AllowedHeaders: ["*"],
  ExposeHeaders: ["ETag", "Content-Length", "Content-Range"],
  MaxAgeSeconds: 3_600,
};

/**
 * Makes the bucket that OBJECT_STORE_URL names, when it names one that is not there; does nothing for other
 * stores. Browsers may use the signed addresses of a bucket that it made; of another one, it only says when
 * they may not. Resolves to lines about what it did; throws a StartFault when the store cannot be used.
 */
export async function ensureBucket(config: StoreConfig): Promise<string[]> {
  const location = parseStoreUrl(config.OBJECT_STORE_URL);
  if (location.kind !== "s3") return [];
  const { bucket, prefix } = location;
  const client = createS3Client({
    bucket,
    prefix,
    region: config.S3_REGION,
    endpoint: config.S3_ENDPOINT,
    forcePathStyle: config.S3_FORCE_PATH_STYLE,
  });
  try {
    if (!(await makeBucket(client, bucket))) return await describeCors(client, bucket);
    return [`made bucket ${bucket}`, ...(await allowBrowsers(client, bucket))];
  } catch (error) {
    throw storeFault(error, bucket, config.S3_ENDPOINT ?? "AWS");
  } finally {
    client.destroy();
  }
}

/** Whether there was none. */
async function makeBucket(client: S3Client, bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return false;
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 404) throw error;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    return true;
  }
}

async function allowBrowsers(client: S3Client, bucket: string): Promise<string[]> {
  try {
    const CORSConfiguration = { CORSRules: [CORS_RULE] };
    await client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration }));
    return [`browsers may use its signed addresses`];
  } catch (error) {
    return [
      `the store takes no CORS rule (${(error as Error).name}): see docs/deploy.md for uploads by browsers`,
    ];
  }
}

async function describeCors(client: S3Client, bucket: string): Promise<string[]> {
  const answer = await client
    .send(new GetBucketCorsCommand({ Bucket: bucket }))
    .catch((error: unknown) => error as Error);
  const lacksRule = answer instanceof Error && answer.name === "NoSuchCORSConfiguration";
  return lacksRule ? [`bucket ${bucket} has no CORS rule: see docs/deploy.md for uploads by browsers`] : [];
}
