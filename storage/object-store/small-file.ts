import {
  closeSync,
  constants,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  read,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { promisify } from "node:util";

/*
 * Calls on the names of small files block: each takes microseconds where the folder is in memory, and handing
 * it to a thread takes ten times as long (docs/performance-notes.md). Reading a file's content, which may
 * wait for a disk, does not block.
 */

/** Files up to this many bytes are written by calls that block. */
export const SMALL_BYTES_MAX = 1024 * 1024;

const readInto = promisify(read);

/** Whether a path names anything; as of a symbolic link, the link itself. */
export function existsNow(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Whether a path is a folder itself, and no symbolic link to one. */
export function isFolderNow(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Makes a folder in one that exists; false when that failed or something has its name. */
export function makeFolderNow(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Reads a file whole; undefined when there is none, `other` for what is no regular file. */
export async function readSmallFile(path: string): Promise<Buffer | undefined | "other"> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) return "other";
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const bytes = Buffer.allocUnsafe(found.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await readInto(file, bytes, length, bytes.length - length, length);
      if (bytesRead === 0) return "other";
      length += bytesRead;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a new file, stamps it with a time in seconds, and moves it over another one; on any failure nothing
 * is left, and false comes back.
 */
export function replaceBySmallFile(
  unfinished: string,
  target: string,
  bytes: Uint8Array,
  time: number,
): boolean {
  try {
    const file = openSync(unfinished, "wx");
    try {
      writeFileSync(file, bytes);
      futimesSync(file, time, time);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, target);
    return true;
  } catch {
    rmSync(unfinished, { force: true });
    return false;
  }
}
