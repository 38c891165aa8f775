import { GeoperaError } from "@geopera/share-client";
import { CliError } from "../cli-error.ts";
import type { Service } from "../credentials/service.ts";
import { EXIT, exitCodeOf } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { chooseProject } from "./choose-project.ts";
import { openLocalFile, type LocalFile } from "./local-file.ts";
import { startPercentBar } from "./percent-bar.ts";
import { RememberedUploads } from "./remembered-uploads.ts";
import { findSidecars } from "./sidecars.ts";
import { uploadRaster, type Uploading, type UploadTarget } from "./upload-raster.ts";
import { waitUntilPrepared } from "./wait-until-prepared.ts";

/** Options of an import, as Commander reads them. */
export interface ImportOptions {
  readonly project?: string;
  readonly collectionId?: string;
  readonly categorical?: boolean;
  /** False to return before the files are prepared. */
  readonly wait?: boolean;
  readonly again?: boolean;
}

/** What became of the files. */
export interface ImportSummary {
  readonly items: { readonly file: string; readonly item_id: string; readonly uploaded: boolean }[];
  readonly failed: { readonly file: string; readonly message: string }[];
  /** The exit code of the first failure. */
  readonly exitCode: number;
}

/**
 * Uploads files one after the other and waits until each can be drawn. A file that is refused does not stop
 * the others; a service that cannot be reached does.
 */
export async function importRasters(
  io: Io,
  { client, baseUrl }: Service,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const project_id = await chooseProject(client, options.project);
  const target: UploadTarget = {
    project_id,
    target_collection_id: options.collectionId,
    is_categorical: options.categorical,
  };
  const remembered = new RememberedUploads(io, baseUrl, options.collectionId ?? project_id);
  const uploading = { io, client, remembered, bar: startPercentBar(io) };
  const summary = {
    items: [] as ImportSummary["items"],
    failed: [] as ImportSummary["failed"],
    exitCode: EXIT.ok as number,
  };
  for (const path of paths) {
    if (paths.length > 1 && io.terminal.stderr) io.stderr.write(`${path}\n`);
    try {
      const { item_id, wasThere } = await importRaster(uploading, target, path, options);
      summary.items.push({ file: path, item_id, uploaded: !wasThere });
    } catch (error) {
      uploading.bar.end();
      if (paths.length === 1 || !isAboutOneFile(error)) throw error;
      summary.failed.push({ file: path, message: error.message });
      summary.exitCode ||= error instanceof GeoperaError ? exitCodeOf(error) : error.exitCode;
    }
  }
  return summary;
}

/** Uploads one file and waits until it can be drawn. */
export async function importRaster(
  uploading: Uploading,
  target: UploadTarget,
  path: string,
  { again = false, wait = true }: ImportOptions,
) {
  const file = await openLocalFile(path);
  const sidecars: LocalFile[] = [];
  try {
    for (const beside of await findSidecars(path)) sidecars.push(await openLocalFile(beside));
    if (again) await uploading.remembered.note(file, undefined);
    const uploaded = await uploadRaster(uploading, target, [file, ...sidecars]);
    if (wait) await waitUntilPrepared(uploading.io, uploading.client, uploaded.item_id, uploading.bar);
    return uploaded;
  } finally {
    for (const each of [file, ...sidecars]) await each.close();
  }
}

function isAboutOneFile(error: unknown): error is CliError | GeoperaError {
  return error instanceof CliError || (error instanceof GeoperaError && error.status === 422);
}
