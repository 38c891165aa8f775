import type { Command } from "commander";
import { CliError } from "../cli-error.ts";
import { chooseService } from "../credentials/service.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { addAnswerOptions } from "../output/answer-options.ts";
import { writeAnswer } from "../output/answer.ts";
import { outputPlan } from "../output/form.ts";
import { importRasters, type ImportOptions } from "../uploads/import-rasters.ts";

/** `geopera upload scene.tif …` and, with the same meaning, `geopera items import *.tif`. */
export function addUploadCommands(program: Command, io: Io): void {
  const items = program.commands.find((command) => command.name() === "items");
  if (items === undefined) throw new Error("there are operations on items");
  addImport(program.command("upload"), io);
  addImport(items.command("import"), io);
}

function addImport(command: Command, io: Io): void {
  command
    .argument("<files...>", "GeoTIFFs; each becomes an item")
    .description(
      "Upload rasters and wait until they can be shared. The same command continues an interrupted upload, and leaves out what is there.",
    )
    .summary("Upload rasters and wait until they can be shared.")
    .option("--project <name>", "name or id of the project; not needed when there is only one")
    .option("--collection-id <id>", "name or id of the collection that the items go to")
    .option("--categorical", "the values are classes, which are never averaged")
    .option("--no-wait", "do not wait until the files are prepared")
    .option("--again", "upload files again that were uploaded before")
    .addHelpText(
      "after",
      `
Examples:
  geopera upload scene.tif
  geopera upload scenes/*.tif --project 'My project' --collection-id 'Harbour'`,
    );
  addAnswerOptions(command, false);
  addGlobalOptions(command);
  command.action(async (files: string[]) => {
    const service = await chooseService(io, readGlobalOptions(command));
    const { output, jq, ...options } = command.opts<ImportOptions & { output?: string; jq?: string }>();
    const { items, failed, exitCode } = await importRasters(io, service, files, options);
    await writeAnswer(io, { items, failed }, { ...outputPlan(io, output), jq, rows: "items" });
    if (failed.length === 0) return;
    const each = failed.map(({ file, message }) => `\n  ${file}: ${message}`).join("");
    throw new CliError(`${failed.length} of ${files.length} files could not be imported:${each}`, exitCode);
  });
}
