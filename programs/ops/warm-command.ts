import { z } from "zod";
import { planWarmUp, tooManyTiles, warmInput } from "../../api/warm-ups/warm-input.ts";
import { presentWarmUp } from "../../api/warm-ups/present-warm-up.ts";
import { tooManyWarmUps } from "../../api/warm-ups/tiles.warm.start.ts";
import { LinkDirectory } from "../../api/links/link-directory.ts";
import { inputFaults } from "../../api/operations/input-faults.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { UsageError } from "../../infra/command-line.ts";
import { newId } from "../../infra/new-id.ts";
import { insertAuditEntries } from "../../storage/audit-log.ts";
import { findCollection } from "../../storage/catalog/collections.ts";
import { findItem } from "../../storage/catalog/items.ts";
import { findShareLink } from "../../storage/links/share-links.ts";
import {
  endWarmUp,
  findWarmUp,
  insertWarmUp,
  listWarmUps,
  resumeWarmUp,
  type WarmTargetType,
  type WarmUpRow,
} from "../../storage/warm-ups/warm-ups.ts";
import type { OpsAnswer, OpsInput, OpsParts } from "./ops-command.ts";

const AT_A_TERMINAL = "npm run ops";
const LISTED_MAX = 50;

const inputSchema = z.strictObject(warmInput);

const FINDERS = { link: findShareLink, item: findItem, collection: findCollection } as const;

/** `npm run ops -- warm`: draws tiles of any organization before they are looked at. */
export async function warm(parts: OpsParts, input: OpsInput): Promise<OpsAnswer> {
  const [what = "list", id = ""] = input.args;
  try {
    switch (what) {
      case "list":
        return table(parts, await listWarmUps(parts.database, undefined, { limit: LISTED_MAX, offset: 0 }));
      case "cancel": {
        const ended = await endWarmUp(parts.database, await idOf(parts, id), {
          state: "cancelled",
          reason: null,
        });
        if (ended === undefined) throw new Error("this warm-up has ended already");
        await note(parts, "tiles.warm.cancel", ended);
        return table(parts, [ended]);
      }
      case "resume": {
        const row = await findWarmUp(parts.database, await idOf(parts, id));
        const resumed = row && (await resumeWarmUp(parts.database, row));
        if (resumed === "too_many") throw tooManyWarmUps();
        if (resumed === undefined) throw new Error("only a cancelled or failed warm-up can be resumed");
        await note(parts, "tiles.warm.resume", resumed);
        return table(parts, [resumed]);
      }
      case "link":
      case "item":
      case "collection":
        return await estimateOrStart(parts, what, id, input);
      default:
        throw new UsageError("warm what? link ID, item ID, collection ID, list, cancel ID or resume ID");
    }
  } catch (error) {
    if (error instanceof ProblemError) throw new Error(error.detail, { cause: error });
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(
      error.faults.map(({ loc, msg }) => `${OPTIONS[String(loc[1])] ?? loc[1]}: ${msg}`).join("\n"),
    );
  }
}

/** Options by the field of the input that they fill. */
const OPTIONS: Readonly<Record<string, string>> = {
  zoom_min: "--zoom",
  zoom_max: "--zoom",
  bounds: "--bounds",
  profile: "--profile",
  format: "--format",
  scale: "--scale",
  target_id: "ID",
};

async function estimateOrStart(
  parts: OpsParts,
  type: WarmTargetType,
  id: string,
  { options }: OpsInput,
): Promise<OpsAnswer> {
  const { database, config, nowMs } = parts;
  const owner = await FINDERS[type](database, id);
  if (owner === undefined) throw new Error(`there is no ${type} ${id}`);
  const [zoomMin, zoomMax = zoomMin] = (options.zoom ?? "").split("-").filter((part) => part !== "");
  const asked = {
    target_type: type,
    target_id: owner.id,
    ...(zoomMin === undefined ? {} : { zoom_min: Number(zoomMin), zoom_max: Number(zoomMax) }),
    ...(options.bounds === undefined ? {} : { bounds: options.bounds.split(",").map(Number) }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.format === undefined ? {} : { format: options.format }),
    ...(options.scale === undefined ? {} : { scale: Number(options.scale) }),
  };
  const parsed = inputSchema.safeParse(asked);
  if (!parsed.success) throw new InputError(inputFaults(parsed.error, asked));
  const clock = () => nowMs;
  const links = new LinkDirectory(database, clock);
  const plan = await planWarmUp({ database, links, clock, config }, owner, parsed.data);
  if (options.start) {
    if (!plan.isWithinLimit) throw tooManyTiles(plan, config.WARM_TILES_MAX);
    const row = await insertWarmUp(database, plan.values, AT_A_TERMINAL);
    if (row === "too_many") throw tooManyWarmUps();
    await note(parts, "tiles.warm.start", row);
    return table(parts, [row]);
  }
  const { values, levels, cost } = plan;
  return {
    levels: levels.map(({ zoom, tiles }) => ({ zoom, tiles })),
    estimate: [
      {
        tiles: values.tiles,
        limit: config.WARM_TILES_MAX,
        format: values.format,
        "size (px)": values.size,
        "about MB": Math.ceil(cost.bytes / 1e6),
        "writes (USD)": dollars(cost.writesMicroDollars),
        "month (USD)": dollars(cost.monthMicroDollars),
        next: plan.isWithinLimit ? "--start draws them" : "too many: smaller --bounds or --zoom",
      },
    ],
  };
}

async function idOf({ database }: OpsParts, id: string): Promise<string> {
  const row = await findWarmUp(database, id);
  if (row === undefined) throw new UsageError(`there is no warm-up ${id}: see warm list`);
  return row.id;
}

/** What an operator does is in the organization's audit log like a call. */
async function note({ database }: OpsParts, operationId: string, row: WarmUpRow): Promise<void> {
  await insertAuditEntries(database, [
    {
      organizationId: row.organizationId,
      principalType: "command",
      principalId: AT_A_TERMINAL,
      operationId,
      subject: { warm_up_id: row.id },
      outcome: 200,
      clientAddress: null,
      requestId: newId(),
    },
  ]);
}

const dollars = (micros: number) => (micros / 1e6).toFixed(4);

function table({ nowMs }: OpsParts, rows: readonly WarmUpRow[]): OpsAnswer {
  return {
    "warm-ups": rows.map((row) => {
      const shown = presentWarmUp(row, nowMs);
      return {
        id: row.id,
        organization: row.organizationId,
        target: `${row.targetType} ${row.targetId}`,
        zoom: `${row.zoomMin}-${row.zoomMax}`,
        state: row.state,
        "%": shown.percent,
        tiles: row.tiles,
        drawn: row.tilesDrawn,
        failed: row.tilesFailed,
        "left (s)": shown.seconds_left ?? "",
        reason: row.reason ?? "",
      };
    }),
  };
}
