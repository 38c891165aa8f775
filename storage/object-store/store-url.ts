import { fileURLToPath } from "node:url";
import { parseObjectKey } from "./object-key.ts";

/** What OBJECT_STORE_URL says, taken apart. */
export type StoreLocation =
  | { readonly kind: "file"; readonly root: string }
  | { readonly kind: "s3"; readonly bucket: string; readonly prefix: string }
  | { readonly kind: "memory" };

/** Bucket names as S3 allows them, then an optional prefix. */
const S3_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/;

/**
 * Takes `file:///absolute/dir`, `s3://bucket/prefix` or `memory:` apart; throws an Error that says what is
 * wrong with it.
 */
export function parseStoreUrl(url: string): StoreLocation {
  if (url === "memory:") return { kind: "memory" };
  if (url.startsWith("file:")) return { kind: "file", root: rootOf(url) };
  const [, bucket, path = ""] = S3_URL.exec(url) ?? [];
  if (bucket === undefined) throw refused(url, "it must be file:///directory, s3://bucket/prefix or memory:");
  const prefix = path.replace(/\/+$/, "");
  try {
    return { kind: "s3", bucket, prefix: prefix === "" ? "" : parseObjectKey(prefix) };
  } catch (error) {
    throw refused(url, "its prefix is no valid object key", error);
  }
}

function rootOf(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.host !== "" || parsed.search !== "" || parsed.hash !== "") {
      throw new Error("host, query or fragment");
    }
    return fileURLToPath(parsed).replace(/\/+$/, "") || "/";
  } catch (error) {
    throw refused(url, "it must be file:/// and an absolute directory", error);
  }
}

function refused(url: string, reason: string, cause?: unknown): Error {
  return new Error(`OBJECT_STORE_URL ${JSON.stringify(url)} cannot be used: ${reason}.`, { cause });
}
