import { ListObjectsV2Command, S3ServiceException, type S3Client } from "@aws-sdk/client-s3";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../../infra/config.ts";
import { requireWritableFolder } from "../../infra/require-writable-folder.ts";
import { StartFault } from "../../infra/start-fault.ts";
import { parseStoreUrl } from "./store-url.ts";

type StoreConfig = Pick<Config, "OBJECT_STORE_URL" | "S3_ENDPOINT" | "S3_REGION" | "S3_FORCE_PATH_STYLE">;

/** How long a store may take to answer when a process starts. */
const START_DEADLINE_MS = 15_000;

const CREDENTIALS = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY";

/** What an S3 server answers to a setting that is wrong: the settings, and what is wrong with them. */
const REFUSALS: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: `${CREDENTIALS}: the object store does not know this key: correct it.`,
  SignatureDoesNotMatch: `${CREDENTIALS}: the secret does not belong to this key: correct it.`,
  AccessDenied: `${CREDENTIALS}: this key may not list the bucket of OBJECT_STORE_URL: give it s3:ListBucket, s3:GetObject, s3:PutObject and s3:DeleteObject.`,
  CredentialsProviderError: `${CREDENTIALS}: there are no credentials for the object store: set both.`,
  PermanentRedirect: "S3_REGION: the bucket of OBJECT_STORE_URL lies in another region: name that one.",
  AuthorizationHeaderMalformed:
    "S3_REGION: the bucket of OBJECT_STORE_URL lies in another region: name that one.",
  RequestTimeTooSkewed:
    "The clock of this machine differs from that of the object store by more than 15 minutes: set it by NTP.",
};

/**
 * Throws a StartFault when the store cannot be used: no such bucket, a wrong key, no answer, a folder that is
 * read-only.
 */
export async function requireUsableStore(config: StoreConfig, deadlineMs = START_DEADLINE_MS): Promise<void> {
  const location = parseStoreUrl(config.OBJECT_STORE_URL);
  if (location.kind === "file") await requireWritableFolder("OBJECT_STORE_URL", location.root);
  if (location.kind !== "s3") return;
  const { createS3Client } = await import("./s3-client.ts");
  const { bucket, prefix } = location;
  const client = createS3Client({
    bucket,
    prefix,
    region: config.S3_REGION,
    endpoint: config.S3_ENDPOINT,
    forcePathStyle: config.S3_FORCE_PATH_STYLE,
  });
  try {
    await list(client, location, performance.now() + deadlineMs);
  } catch (error) {
    throw storeFault(error, bucket, config.S3_ENDPOINT ?? "AWS");
  } finally {
    client.destroy();
  }
}

/** Lists one object; a server that does not answer yet is tried until the deadline. */
async function list(
  client: S3Client,
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
  deadline: number,
): Promise<void> {
  for (;;) {
    try {
      const abortSignal = AbortSignal.timeout(Math.max(1, Math.ceil(deadline - performance.now())));
      await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 }), {
        abortSignal,
      });
      return;
    } catch (error) {
      const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
      const isFinal = (error as Error).name in REFUSALS || (status >= 300 && status < 500);
      if (isFinal || performance.now() > deadline) throw error;
      await sleep(250);
    }
  }
}

/** An error of the store as what to do about it. */
export function storeFault(error: unknown, bucket: string, endpoint: string): unknown {
  const { name, message } = error as Error;
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  const said = `${name}${message === "" || message === name ? "" : `: ${message}`}`.replaceAll("\n", " ");
  const text =
    REFUSALS[name] ??
    (status === 404
      ? `OBJECT_STORE_URL: ${endpoint} has no bucket ${bucket}: run programs/prepare, which makes it, or correct the name.`
      : status === undefined || status >= 500
        ? `S3_ENDPOINT: the object store does not answer at ${endpoint} (${said}): start it, or correct the address.`
        : `OBJECT_STORE_URL: the object store refuses to list bucket ${bucket} (${status} ${said}).`);
  return new StartFault(text, { cause: error });
}
