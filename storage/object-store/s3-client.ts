import { S3Client } from "@aws-sdk/client-s3";
import type { Agent as HttpAgent } from "node:http";
import type { Agent as HttpsAgent } from "node:https";

/** Where the bucket is and how patient to be. */
export interface S3Options {
  readonly bucket: string;
  /** Key prefix inside the bucket, without slashes at its ends; "" for the whole bucket. */
  readonly prefix: string;
  readonly region: string;
  /** Unset: AWS itself. */
  readonly endpoint?: string | undefined;
  /** What clients reach the store under, where that is another than `endpoint`. */
  readonly publicEndpoint?: string | undefined;
  readonly forcePathStyle: boolean;
  /** Unset: the SDK's own search (environment, profile, instance role). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Time for one call with all its retries; a body adds a second for each MiB. */
  readonly callTimeoutMs?: number;
  /** Connections of these agents instead of the client's own, such as guarded ones. */
  readonly agents?: { readonly "http:": HttpAgent; readonly "https:": HttpsAgent };
  /** Part size of multipart uploads: S3 wants 5 MiB at least, and 10,000 parts at most. */
  readonly partBytes?: number;
}

const ATTEMPTS_MAX = 3;
const CONNECT_TIMEOUT_MS = 3000;
const SOCKETS_MAX = 128;

/**
 * An SDK client for servers of every make: checksums only where the protocol requires them, since the SDK's
 * default ones make stream bodies fail on servers other than AWS.
 */
export function createS3Client(options: S3Options): S3Client {
  const agent = { keepAlive: true, maxSockets: SOCKETS_MAX };
  return new S3Client({
    region: options.region,
    forcePathStyle: options.forcePathStyle,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      httpAgent: options.agents?.["http:"] ?? agent,
      httpsAgent: options.agents?.["https:"] ?? agent,
    },
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
  });
}
