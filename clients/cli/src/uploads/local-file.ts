import type { UploadSource } from "@geopera/share-client";
import { open, realpath, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import { CliError } from "../cli-error.ts";

/** A file of this machine that is being uploaded. */
export interface LocalFile extends UploadSource {
  /** Without symbolic links. */
  readonly path: string;
  readonly modifiedMs: number;
  close(): Promise<void>;
}

/** Opens a regular file; throws a CliError that names it otherwise. */
export async function openLocalFile(path: string): Promise<LocalFile> {
  const handle = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${path} cannot be read: ${REASONS[error.code ?? ""] ?? error.message}`);
  });
  const { size, mtimeMs, isFile } = await handle.stat().then((stat) => ({
    size: stat.size,
    mtimeMs: stat.mtimeMs,
    isFile: stat.isFile(),
  }));
  if (isFile && size > 0) {
    return {
      name: basename(path),
      path: await realpath(path),
      size,
      modifiedMs: mtimeMs,
      slice: (start, end) => ({ arrayBuffer: () => readSlice(handle, start, end) }),
      close: () => handle.close(),
    };
  }
  await handle.close();
  throw new CliError(isFile ? `${path} is empty.` : `${path} is not a file.`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "this user may not read it",
  EISDIR: "it is a folder",
};

async function readSlice(handle: FileHandle, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.buffer.slice(0, filled);
}
