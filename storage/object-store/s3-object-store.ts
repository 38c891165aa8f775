import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Readable } from "node:stream";
import { Gate } from "./gate.ts";
import type { ByteRange, ObjectHead, ObjectStore } from "./object-store.ts";
import { isObjectKey } from "./object-key.ts";
import { ObjectStoreError } from "./object-store-error.ts";
import { putFileStream } from "./put-file-stream.ts";
import { createS3Client, type S3Options } from "./s3-client.ts";
import { S3Parts } from "./s3-parts.ts";
import { uploadStream } from "./upload-stream.ts";
import { Source } from "./source.ts";
import { withTimeLimit, type Limited } from "./with-time-limit.ts";

const CALL_TIMEOUT_MS = 10_000;

/** The slowest body that is waited for: one MiB a second. */
const BODY_MS_PER_BYTE = 1000 / (1024 * 1024);

const PART_BYTES = 16 * 1024 * 1024;

/** Objects in one bucket of Amazon S3 or of a server that speaks its protocol. */
export class S3ObjectStore implements ObjectStore {
  readonly parts: S3Parts;
  readonly #gate = new Gate();
  readonly #client: S3Client;
  readonly #signer: S3Client;
  readonly #bucket: string;
  readonly #folder: string;
  readonly #callTimeoutMs: number;
  readonly #partBytes: number;

  constructor(options: S3Options) {
    this.#client = createS3Client(options);
    this.#signer =
      options.publicEndpoint === undefined
        ? this.#client
        : createS3Client({ ...options, endpoint: options.publicEndpoint });
    this.#bucket = options.bucket;
    this.#folder = options.prefix === "" ? "" : `${options.prefix}/`;
    this.#callTimeoutMs = options.callTimeoutMs ?? CALL_TIMEOUT_MS;
    this.#partBytes = options.partBytes ?? PART_BYTES;
    this.parts = new S3Parts({
      client: this.#client,
      signer: this.#signer,
      nameOf: (operation, key) => this.#name(operation, key),
      limitMs: (bodyBytes) => this.#limitMs(bodyBytes),
    });
  }

  async get(key: string): Promise<Buffer | undefined> {
    const command = new GetObjectCommand(this.#name("get", key));
    return await this.#find("get", key, async ({ signal, restart }) => {
      const answer = await this.#client.send(command, { abortSignal: signal });
      restart(this.#limitMs(answer.ContentLength));
      const bytes = await answer.Body?.transformToByteArray();
      return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
  }

  async head(key: string): Promise<ObjectHead | undefined> {
    const command = new HeadObjectCommand(this.#name("head", key));
    return await this.#find("head", key, async ({ signal }) => {
      const { ContentLength, ETag } = await this.#client.send(command, { abortSignal: signal });
      return { bytes: ContentLength ?? 0, version: (ETag ?? "").replaceAll('"', "") };
    });
  }

  async put(key: string, bytes: Uint8Array, options: { contentType?: string } = {}): Promise<void> {
    const command = new PutObjectCommand({
      ...this.#name("put", key),
      Body: bytes,
      ContentLength: bytes.length,
      ContentType: options.contentType,
    });
    await this.#call("put", key, bytes.length, ({ signal }) =>
      this.#client.send(command, { abortSignal: signal }),
    );
  }

  async putStream(
    key: string,
    chunks: AsyncIterable<Uint8Array>,
    options: { contentType?: string } = {},
  ): Promise<number> {
    const object = { ...this.#name("put", key), ContentType: options.contentType };
    const source = new Source(chunks);
    try {
      return await uploadStream(this.#client, object, source, {
        partBytes: this.#partBytes,
        limitMs: (bytes) => this.#limitMs(bytes),
      });
    } catch (error) {
      throw source.failed ? error : new ObjectStoreError("put", key, error);
    }
  }

  async putFile(key: string, path: string, options: { contentType?: string } = {}): Promise<number> {
    return await putFileStream(this, key, path, options);
  }

  async getStream(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined> {
    const found = await this.head(key);
    return found && this.#read(key, found.version, range);
  }

  async signedUrl(key: string, options: { seconds: number; fileName: string }): Promise<string> {
    const command = new GetObjectCommand({
      ...this.#name("sign", key),
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(options.fileName)}`,
    });
    return await getSignedUrl(this.#signer, command, { expiresIn: options.seconds });
  }

  async signedUploadUrl(key: string, options: { seconds: number }): Promise<string> {
    const command = new PutObjectCommand(this.#name("sign", key));
    return await getSignedUrl(this.#signer, command, { expiresIn: options.seconds });
  }

  async copy(from: string, to: string): Promise<boolean> {
    const source = this.#name("copy", from);
    const path = source.Key.split("/").map(encodeURIComponent).join("/");
    const command = new CopyObjectCommand({
      ...this.#name("copy", to),
      CopySource: `${source.Bucket}/${path}`,
    });
    // The store answers when it has copied, so the limit grows with the size.
    const found = await this.head(from);
    if (found === undefined) return false;
    const copied = await this.#find("copy", from, async ({ signal, restart }) => {
      restart(this.#limitMs(found.bytes));
      return await this.#client.send(command, { abortSignal: signal });
    });
    return copied !== undefined;
  }

  async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand(this.#name("delete", key));
    await this.#find("delete", key, ({ signal }) => this.#client.send(command, { abortSignal: signal }));
  }

  async *list(prefix: string): AsyncIterable<string> {
    this.#gate.prefix(prefix);
    let continuation: string | undefined;
    do {
      const command = new ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: `${this.#folder}${prefix}`,
        ContinuationToken: continuation,
      });
      const page = await this.#call("list", prefix, 0, ({ signal }) =>
        this.#client.send(command, { abortSignal: signal }),
      );
      for (const { Key = "" } of page.Contents ?? []) {
        const key = Key.slice(this.#folder.length);
        if (isObjectKey(key)) yield key;
      }
      continuation = page.NextContinuationToken;
    } while (continuation !== undefined);
  }

  async close(): Promise<void> {
    this.#gate.close();
    this.#client.destroy();
  }

  /** The time limit starts anew with every piece and stands still while the consumer is busy. */
  async *#read(key: string, version: string, range: ByteRange | undefined): AsyncIterable<Uint8Array> {
    const command = new GetObjectCommand({
      ...this.#name("get", key),
      IfMatch: `"${version}"`,
      Range: range && `bytes=${range.first}-${range.last}`,
    });
    const body = await this.#call("get", key, 0, async ({ signal }) => {
      const answer = await this.#client.send(command, { abortSignal: signal });
      return answer.Body as Readable;
    });
    const pieces: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
    try {
      for (;;) {
        const piece = await this.#call("get", key, 0, () => pieces.next());
        if (piece.done === true) return;
        yield piece.value;
      }
    } finally {
      body.destroy();
    }
  }

  #name(operation: string, key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#folder + this.#gate.key(operation, key) };
  }

  #limitMs(bodyBytes = 0): number {
    return this.#callTimeoutMs + bodyBytes * BODY_MS_PER_BYTE;
  }

  async #call<T>(
    operation: string,
    key: string,
    bodyBytes: number,
    run: (limited: Limited) => Promise<T>,
  ): Promise<T> {
    try {
      return await withTimeLimit(this.#limitMs(bodyBytes), run);
    } catch (error) {
      throw new ObjectStoreError(operation, key, error);
    }
  }

  async #find<T>(
    operation: string,
    key: string,
    run: (limited: Limited) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await this.#call(operation, key, 0, run);
    } catch (error) {
      if (isMissing((error as ObjectStoreError).cause)) return undefined;
      throw error;
    }
  }
}

/**
 * A HEAD has no body, so that a missing bucket and a missing object look alike there; elsewhere the name
 * tells.
 */
function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === "NoSuchKey" || ($metadata?.httpStatusCode === 404 && name !== "NoSuchBucket");
}
