import type { DeliveryBucket } from "../../core/deliveries/delivery-bucket.ts";
import { ForbiddenAddressError, requireAllowedHost } from "../../infra/outbound/guarded-agent.ts";
import type { Outbound } from "../../infra/outbound/post-json.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";

/** Several buckets are written to at once, and a file of an export has a few hundred megabytes at most. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Opens a customer's bucket, below its prefix, over connections that reach allowed addresses only. Throws for
 * an address that is not allowed.
 */
export async function openCustomerBucket(
  { rules, agents, timeoutMs }: Outbound,
  { endpointUrl, region, bucket, prefix, pathStyle, accessKeyId }: DeliveryBucket,
  secretAccessKey: string,
): Promise<ObjectStore> {
  if (endpointUrl !== null) requireAllowedHost(new URL(endpointUrl), rules);
  // Loading the SDK takes long; processes without deliveries never need it.
  const { S3ObjectStore } = await import("../../storage/object-store/s3-object-store.ts");
  return new S3ObjectStore({
    bucket,
    prefix,
    region,
    endpoint: endpointUrl ?? undefined,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    agents,
    callTimeoutMs: timeoutMs,
    partBytes: PART_BYTES,
  });
}

const MESSAGE_LENGTH_MAX = 300;

/** What a bucket's owner reads about a failure: the server's code and words, never ours about ourselves. */
export function bucketFaultText(error: unknown): string {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof ForbiddenAddressError) return each.message;
    const { $metadata: metadata, code } = each as S3Fault;
    if (metadata?.httpStatusCode !== undefined)
      return short(`${metadata.httpStatusCode} ${each.name}: ${each.message}`);
    if (code !== undefined) return short(`${code}: ${each.message}`);
    if (!(each.cause instanceof Error)) return short(each.message === "" ? each.name : each.message);
  }
  return "no answer";
}

interface S3Fault {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly code?: string;
}

const short = (text: string) => text.replaceAll("\0", "").slice(0, MESSAGE_LENGTH_MAX).toWellFormed();
