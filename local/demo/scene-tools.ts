import { createReadStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";
import type { SourceVerdict } from "../../workers/ingest/examine-source.ts";
import { siblingEntry } from "../../infra/entry.ts";
import { spawnGuarded } from "../services/spawn-guarded.ts";

/** Work of local/demo/scenes/scene-process.ts, each in a process of its own. */
export type SceneWork =
  | readonly ["examine", file: string]
  | readonly ["demo", scene: string, destination: string];

/** Runs work on a raster in a process; rejects with its last line when it fails or crashes. */
export async function runSceneWork(work: SceneWork): Promise<SourceVerdict> {
  const entry = siblingEntry(import.meta.url, "./scenes/scene-process");
  const child = spawnGuarded({
    command: process.execPath,
    args: [...entry.execArgv, entry.path, ...work],
    environment: process.env,
    workingDirectory: process.cwd(),
    stdio: ["ignore", "pipe", "pipe"],
    deathSignal: "SIGKILL",
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("the process has no pipes");
  const [answer, complaint, how] = await Promise.all([text(stdout), text(stderr), ended]);
  if (how === "exit code 0") return JSON.parse(answer) as SourceVerdict;
  throw new Error(complaint.trim().split("\n").at(-1) || `GDAL's process ended with ${how}`);
}

/** Writes a file of this machine into the object store. */
export async function storeFile(objectStore: ObjectStore, key: string, file: string): Promise<void> {
  await objectStore.putStream(key, createReadStream(file), { contentType: "image/tiff" });
}

/** Where rasters go: the object store, and a directory for drafts. `log` receives a line before slow work. */
export interface ScenePlace {
  readonly objectStore: ObjectStore;
  readonly organizationId: string;
  readonly directory: string;
  readonly log: (line: string) => void;
}

/** Produces a file below the directory, writes it into the object store and removes it. */
export async function storeProduced(
  { objectStore, directory }: ScenePlace,
  key: string,
  produce: (destination: string) => Promise<unknown>,
): Promise<void> {
  const folder = join(directory, "tmp");
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, key.replaceAll("/", "-"));
  try {
    await produce(draft);
    await storeFile(objectStore, key, draft);
  } finally {
    rmSync(draft, { force: true });
  }
}
