import type { GeoperaClient } from "@geopera/share-client";
import { CliError } from "../cli-error.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { kindOf, namesOf, UUID, type Kind, type Named, type Within } from "./directory.ts";

/** The most that is looked through for a name. */
const LOOKED_AT_MAX = 5_000;

const CANDIDATES_MAX = 10;

/** Fields that others are looked up within come first. */
const ORDER = ["project_id", "item_id", "target_item_id"];

/**
 * The input with ids where it had names. A name that is not unique, or not there, is a CliError with the
 * candidates.
 */
export async function resolveNames(
  client: GeoperaClient,
  { flags }: CommandDefinition,
  input: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const resolved = { ...input };
  const fields = flags
    .map(({ field, flag }) => ({
      field,
      flag,
      place: (ORDER.indexOf(field) + ORDER.length + 1) % (ORDER.length + 1),
    }))
    .toSorted((one, other) => one.place - other.place);
  for (const { field, flag } of fields) {
    const given = resolved[field];
    const kind = kindOf(field, resolved);
    if (kind === undefined || typeof given !== "string" || given === "" || UUID.test(given)) continue;
    resolved[field] = await idOf(client, kind, given, resolved, signal, `--${flag}`);
  }
  return resolved;
}

/** The id of the one thing that has a name; `flag` is where the name was given. */
export async function idOf(
  client: GeoperaClient,
  kind: Kind,
  name: string,
  within: Within,
  signal: AbortSignal,
  flag: string,
): Promise<string> {
  if (UUID.test(name)) return name;
  const found: Named[] = [];
  const others: Named[] = [];
  let count = 0;
  for await (const each of namesOf(client, kind, within, signal)) {
    if (each.name === name) found.push(each);
    else if (each.name !== "") others.push(each);
    if ((count += 1) >= LOOKED_AT_MAX) break;
  }
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only.id;
  throw new CliError(
    found.length > 0 ? ambiguous(kind, name, found, flag) : missing(kind, name, others, flag),
  );
}

function ambiguous(kind: Kind, name: string, found: readonly Named[], flag: string): string {
  const ids = found.slice(0, CANDIDATES_MAX).map(({ id }) => `  ${id}`);
  return `${flag}: ${found.length} ${kind}s are named ${JSON.stringify(name)}. Give the id of one:\n${ids.join("\n")}`;
}

function missing(kind: Kind, name: string, others: readonly Named[], flag: string): string {
  const lead = `${flag}: there is no ${kind} named ${JSON.stringify(name)}.`;
  if (others.length === 0) return `${lead} There is none with a name.`;
  const near = others.toSorted((one, other) => distance(name, one.name) - distance(name, other.name));
  const lines = near.slice(0, CANDIDATES_MAX).map((each) => `  ${each.id}  ${each.name}`);
  return `${lead} Give a name or an id, such as:\n${lines.join("\n")}`;
}

/** How unlike two names are: beginnings and parts count as like. */
function distance(wanted: string, name: string): number {
  const [one, other] = [wanted.toLowerCase(), name.toLowerCase()];
  if (other.startsWith(one) || one.startsWith(other)) return 0;
  return other.includes(one) || one.includes(other) ? 1 : 2;
}
