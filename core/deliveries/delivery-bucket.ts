import { endpointFault, type OutboundRules } from "../events/endpoint-url.ts";
import { periodOf, type Month } from "../billing/month.ts";

/** A bucket of a customer, without the secret of its key. */
export interface DeliveryBucket {
  /** Null for Amazon S3. */
  readonly endpointUrl: string | null;
  readonly region: string;
  readonly bucket: string;
  /** Without slashes at its ends; "" for the whole bucket. */
  readonly prefix: string;
  readonly pathStyle: boolean;
  readonly accessKeyId: string;
}

/** Purpose under which the secret of a bucket's key is encrypted; the delivery's id follows. */
export const BUCKET_SECRET_PURPOSE = "bucket secret";

/** The names of regions and buckets become parts of a host: nothing else may. */
const REGION = /^[a-z0-9]+(-[a-z0-9]+){0,5}$/;
const BUCKET = /^[a-z0-9]([a-z0-9.-]{1,61})[a-z0-9]$/;
const PREFIX = /^([\w.=-]+(\/[\w.=-]+)*)?$/;
const ACCESS_KEY = /^[\x21-\x7e]{1,200}$/;

/** Why a bucket cannot be delivered to: the field, and what is wrong with it; undefined for one that can. */
export function bucketFault(
  { endpointUrl, region, bucket, prefix, accessKeyId }: DeliveryBucket,
  rules: OutboundRules,
): { readonly field: string; readonly message: string } | undefined {
  const fault = (field: string, message: string) => ({ field, message });
  if (endpointUrl !== null) {
    const message = endpointFault(endpointUrl, rules);
    if (message !== undefined) return fault("endpoint_url", message);
    const { pathname, search } = new URL(endpointUrl);
    if (pathname !== "/" || search !== "") return fault("endpoint_url", "must have no path and no query");
  }
  if (!REGION.test(region)) return fault("region", "must be the name of a region, such as eu-central-1");
  if (!BUCKET.test(bucket) || bucket.includes(".."))
    return fault(
      "bucket",
      "must be the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens",
    );
  if (prefix.length > 300 || !PREFIX.test(prefix) || prefix.split("/").some((part) => /^\.+$/.test(part)))
    return fault(
      "prefix",
      "must be folders such as exports/maps: letters, digits, . _ = - and single slashes",
    );
  if (!ACCESS_KEY.test(accessKeyId)) return fault("access_key_id", "must be the id of an access key");
  return undefined;
}

/** The folder of a month in the bucket, below the prefix: tools read `period` from it. */
export function deliveryFolder(layout: string, month: Month): string {
  return `${layout}/period=${periodOf(month)}`;
}
