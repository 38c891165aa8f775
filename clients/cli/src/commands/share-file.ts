import { Option, type Command } from "commander";
import { CliError } from "../cli-error.ts";
import { chooseService } from "../credentials/service.ts";
import { addGlobalOptions, readGlobalOptions, type GlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { writeBytes, writeJson } from "../output/write.ts";
import { readSecret } from "../secret.ts";
import { chooseProject } from "../uploads/choose-project.ts";
import { importRaster, type ImportOptions } from "../uploads/import-rasters.ts";
import { newPassword, parseLifetime } from "../uploads/link-options.ts";
import { startPercentBar } from "../uploads/percent-bar.ts";
import { RememberedUploads } from "../uploads/remembered-uploads.ts";

interface ShareOptions extends ImportOptions {
  readonly expiresIn?: number;
  readonly password?: string;
  readonly download?: boolean;
  readonly label?: string;
  readonly addressLife?: "hour" | "day" | "link";
  readonly addresses?: "hour" | "day" | "link";
}

const DEFAULT_DAYS = 30;

/** `geopera share scene.tif`: from a file to a link in one command. */
export function addShareFileCommand(program: Command, io: Io): void {
  const command = program.commands.find((each) => each.name() === "share");
  if (command === undefined) throw new Error("there are operations on shares");
  command
    .argument("[file]", "a GeoTIFF to upload and share by a link")
    .description(
      "Share a raster by link: `geopera share scene.tif`. The operations on links are commands below.",
    )
    .enablePositionalOptions()
    .option(
      "--expires-in <time>",
      "how long the link works, such as 12h, 30d or 1y (default: 30d)",
      parseLifetime,
    )
    .option("--password <text>", "the link's password; - asks for it; without it one is made")
    .option("--download", "holders of the link may also download the file")
    .option("--label <text>", "a name for the link, which only you see")
    .addOption(
      new Option(
        "--address-life <life>",
        "how long addresses for map software live: hour, day (default) or link, as long as the link",
      ).choices(["hour", "day", "link"]),
    )
    .addOption(new Option("--addresses <life>", "the same").choices(["hour", "day", "link"]).hideHelp())
    .option("--project <name>", "name or id of the project; not needed when there is only one")
    .option("--categorical", "the values are classes, which are never averaged")
    .option("--again", "upload the file again if it was uploaded before")
    .addHelpText(
      "after",
      `
Examples:
  geopera share scene.tif
  geopera share scene.tif --expires-in 12h --download --label 'For the council'
  geopera share link create --target-id 'Harbour 2026' --target-type item --password - --expires-in 30d`,
    );
  addGlobalOptions(command);
  command.action(async (file: string | undefined) => {
    if (file === undefined) return command.help();
    await shareFile(io, file, command.opts<ShareOptions>(), readGlobalOptions(command));
  });
}

async function shareFile(io: Io, path: string, options: ShareOptions, global: GlobalOptions): Promise<void> {
  const { expiresIn = DEFAULT_DAYS * 86_400_000, download = false, label } = options;
  const addresses = options.addressLife ?? options.addresses;
  if (!/\.tiff?$/i.test(path)) {
    throw new CliError(`${path} is neither a GeoTIFF (.tif) nor a command; see geopera share --help.`);
  }
  const password =
    options.password === "-" ? await readSecret(io, "Password") : (options.password ?? newPassword());
  const { client, baseUrl } = await chooseService(io, global);
  const project_id = await chooseProject(client, options.project);
  const remembered = new RememberedUploads(io, baseUrl, project_id);
  const uploading = { io, client, remembered, bar: startPercentBar(io) };
  const target = { project_id, is_categorical: options.categorical };
  const { item_id } = await importRaster(uploading, target, path, options).finally(() => uploading.bar.end());
  const { id, page_url, token, expires_at } = await client.share.link.create(
    {
      target_type: "item",
      target_id: item_id,
      password,
      permission: download ? "download" : "view",
      expires_at: new Date(io.now() + expiresIn).toISOString(),
      ...(label === undefined ? {} : { label }),
      ...(addresses === undefined ? {} : { address_life: addresses }),
    },
    { signal: io.signal },
  );
  if (!io.terminal.stdout) {
    return await writeJson(io, { page_url, password, expires_at, link_id: id, item_id, token });
  }
  const text = `${page_url}\nPassword: ${password}\nThe link ends on ${expires_at.slice(0, 16).replace("T", " ")} UTC.\n`;
  await writeBytes(io, Buffer.from(text));
}
