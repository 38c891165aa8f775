import type { Command } from "commander";
import { CliError } from "../cli-error.ts";
import { chooseService } from "../credentials/service.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { idOf } from "../names/resolve-names.ts";
import { writeText } from "../output/write.ts";

const VIEWS = ["links", "items", "collections", "usage", "organization"] as const;

/** `geopera open`: the console, a part of it, a link's view there, or a share page. */
export function addOpenCommand(program: Command, io: Io): void {
  const command = program
    .command("open")
    .argument(
      "[what]",
      `${VIEWS.join(", ")}; the name or id of a link; or the token or address of a share page`,
    )
    .description("Show the console, a link or a share page in a browser, and print the address.")
    .option("--print", "only print the address")
    .addHelpText(
      "after",
      `
Examples:
  geopera open
  geopera open usage
  geopera open 'Harbour survey for the council'`,
    );
  addGlobalOptions(command);
  command.action(async (what: string | undefined) => {
    const { baseUrl, client } = await chooseService(io, readGlobalOptions(command));
    const url = await addressOf(what, baseUrl, (name) => idOf(client, "link", name, {}, io.signal, "open"));
    await writeText(io, `${url}\n`);
    if (command.opts<{ print?: true }>().print === true || !io.terminal.stdout) return;
    if (!(await io.openUrl(url))) io.stderr.write("No browser was found here; open the address elsewhere.\n");
  });
}

/** Tokens are 43 letters of base64url. */
const TOKEN = /^[\w-]{43}$/;

async function addressOf(
  what: string | undefined,
  baseUrl: string,
  findLink: (name: string) => Promise<string>,
): Promise<string> {
  if (what === undefined) return `${baseUrl}/console/`;
  if (VIEWS.some((view) => view === what)) return `${baseUrl}/console/#/${what}`;
  if (TOKEN.test(what)) return `${baseUrl}/s/${what}`;
  if (URL.canParse(what)) {
    if (what.startsWith(`${baseUrl}/`)) return what;
    throw new CliError(`${what} is no address of ${baseUrl}.`);
  }
  return `${baseUrl}/console/#/link/${await findLink(what)}`;
}
