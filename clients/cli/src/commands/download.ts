import { downloadAssetToFile } from "@geopera/share-client/node";
import type { Command } from "commander";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { CliError } from "../cli-error.ts";
import { chooseService } from "../credentials/service.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { idOf } from "../names/resolve-names.ts";
import { writeJson, writeText } from "../output/write.ts";
import { bytesForPeople, startPercentBar } from "../uploads/percent-bar.ts";

interface DownloadOptions {
  readonly asset?: string;
  readonly output?: string;
  readonly force?: true;
}

/** `geopera download ITEM`: a file of an item, with a bar; the same command goes on where it was lost. */
export function addDownloadCommand(program: Command, io: Io): void {
  const command = program
    .command("download")
    .argument("<item>", "the name or id of an item")
    .description("Download a file of an item. The same command goes on with an interrupted download.")
    .summary("Download a file of an item.")
    .option("--asset <key>", "which of its files, by key or id; not needed when there is only one")
    .option("-o, --output <file>", "the file or folder to write to; by default the file's own name, here")
    .option("--force", "write over a file that is there")
    .addHelpText(
      "after",
      `
Examples:
  geopera download 'Harbour 2026'
  geopera download 'Harbour 2026' --asset original -o harbour.tif`,
    );
  addGlobalOptions(command);
  command.action(async (item: string) => {
    const { asset, output, force } = command.opts<DownloadOptions>();
    const { client } = await chooseService(io, readGlobalOptions(command));
    const { signal } = io;
    const item_id = await idOf(client, "item", item, {}, signal, "download");
    const { assets } = await client.items.list_assets({ item_id }, { signal });
    const keys = assets.map(({ key }) => key).join(", ") || "none";
    const chosen =
      asset === undefined && assets.length === 1
        ? assets
        : assets.filter(({ id, key }) => [id, key].includes(asset ?? ""));
    const [only] = chosen;
    if (only === undefined) throw new CliError(`Which file? Add --asset with one of: ${keys}.`);
    const { file_name } = await client.items.asset.download({ item_id, asset_id: only.id }, { signal });
    const isFolder = output !== undefined && (await isThere(output)) === "folder";
    const path = output === undefined || isFolder ? join(output ?? ".", basename(file_name)) : output;
    if (force !== true && (await isThere(path)) !== undefined)
      throw new CliError(`${path} is there; add --force.`);
    const bar = startPercentBar(io);
    const onProgress = (done: number, total: number) =>
      bar.show(
        "Downloading",
        total === 0 ? 1 : done / total,
        `${bytesForPeople(done)} of ${bytesForPeople(total)}`,
      );
    const input = { item_id, asset_id: only.id };
    const { bytes } = await downloadAssetToFile(client, input, path, { signal, onProgress }).finally(() =>
      bar.end(),
    );
    if (io.terminal.stdout) await writeText(io, `${path}\n`);
    else await writeJson(io, { file: path, bytes, item_id, asset_id: only.id });
  });
}

async function isThere(path: string): Promise<"file" | "folder" | undefined> {
  return await stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => undefined,
  );
}
