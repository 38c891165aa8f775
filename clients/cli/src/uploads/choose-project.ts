import type { GeoperaClient } from "@geopera/share-client";
import { CliError } from "../cli-error.ts";
import { UUID } from "../names/directory.ts";

/** The name of the project that is made for the first upload of an organization without any. */
const FIRST_PROJECT = "Shared rasters";

/**
 * The id of the project that files go to: the one that is named, by name or id, or else the only one there
 * is. Throws a CliError that lists the names when a choice is needed.
 */
export async function chooseProject(
  client: GeoperaClient,
  named: string | undefined,
  { mayCreate = true } = {},
): Promise<string> {
  if (named !== undefined && UUID.test(named)) return named;
  const { projects } = await client.projects.list({ name: named, limit: 20 });
  const [only] = projects;
  if (only !== undefined && projects.length === 1) return only.id;
  const all = named === undefined ? projects : (await client.projects.list({ limit: 20 })).projects;
  if (all.length === 0 && named === undefined) {
    if (!mayCreate)
      throw new CliError("There is no project yet: `geopera projects create --name …` makes one.");
    return (await client.projects.create({ name: FIRST_PROJECT })).id;
  }
  const names = all.map(({ name }) => JSON.stringify(name)).join(", ") || "none";
  if (named === undefined)
    throw new CliError(
      `Which project? Add ${mayCreate ? "--project" : "--project-id"} with one of: ${names}.`,
    );
  const count = projects.length === 0 ? "no project" : "more than one project";
  throw new CliError(
    `There is ${count} named ${JSON.stringify(named)}. Projects: ${names}; an id works, too.`,
  );
}
