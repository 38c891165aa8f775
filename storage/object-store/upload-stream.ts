import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from "@aws-sdk/client-s3";
import { cutIntoParts } from "./cut-into-parts.ts";
import { withTimeLimit } from "./with-time-limit.ts";

/** The object to write. */
interface Target {
  readonly Bucket: string;
  readonly Key: string;
  readonly ContentType: string | undefined;
}

interface UploadLimits {
  readonly partBytes: number;
  /** Time limit of one call with a body of that many bytes. */
  readonly limitMs: (bodyBytes: number) => number;
}

/**
 * Uploads a stream with one part in memory at a time, each of known length; resolves to the number of bytes.
 * What fits into one part is one plain PUT.
 */
export async function uploadStream(
  client: S3Client,
  target: Target,
  source: AsyncIterable<Uint8Array>,
  limits: UploadLimits,
): Promise<number> {
  const parts = cutIntoParts(source, limits.partBytes);
  try {
    const first = await parts.next();
    const body = first.done === true ? Buffer.alloc(0) : first.value;
    if (body.length === limits.partBytes) return await uploadParts(client, target, body, parts, limits);
    const command = new PutObjectCommand({ ...target, Body: body, ContentLength: body.length });
    await withTimeLimit(limits.limitMs(body.length), ({ signal }) =>
      client.send(command, { abortSignal: signal }),
    );
    return body.length;
  } finally {
    await parts.return(undefined);
  }
}

/**
 * When anything fails the upload is aborted, or its parts would stay and cost money; those of a killed
 * process are for a lifecycle rule of the bucket (AbortIncompleteMultipartUpload).
 */
async function uploadParts(
  client: S3Client,
  target: Target,
  first: Buffer,
  others: AsyncIterable<Buffer>,
  limits: UploadLimits,
): Promise<number> {
  const { Bucket, Key } = target;
  const limited = async <T>(bodyBytes: number, send: (abortSignal: AbortSignal) => Promise<T>) =>
    await withTimeLimit(limits.limitMs(bodyBytes), ({ signal }) => send(signal));

  const start = new CreateMultipartUploadCommand(target);
  const { UploadId } = await limited(0, (abortSignal) => client.send(start, { abortSignal }));

  const done: CompletedPart[] = [];
  let total = 0;
  const uploadPart = async (Body: Buffer) => {
    const part = { Bucket, Key, UploadId, PartNumber: done.length + 1, Body, ContentLength: Body.length };
    const command = new UploadPartCommand(part);
    const { ETag } = await limited(Body.length, (abortSignal) => client.send(command, { abortSignal }));
    done.push({ ETag, PartNumber: part.PartNumber });
    total += Body.length;
  };

  try {
    await uploadPart(first);
    for await (const part of others) await uploadPart(part);
    const complete = new CompleteMultipartUploadCommand({
      Bucket,
      Key,
      UploadId,
      MultipartUpload: { Parts: done },
    });
    await limited(total, (abortSignal) => client.send(complete, { abortSignal }));
    return total;
  } catch (error) {
    const abort = new AbortMultipartUploadCommand({ Bucket, Key, UploadId });
    await limited(0, (abortSignal) => client.send(abort, { abortSignal })).catch(() => undefined);
    throw error;
  }
}
