import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import {
  CHOSEN_ITEMS_MAX,
  isNarrow,
  isShown,
  parseInterval,
  type ItemChoice,
} from "../../core/tiles/shown-items.ts";
import type { OpenedLink } from "../links/shared-link.ts";

const ids = z.array(z.string().max(64)).max(CHOSEN_ITEMS_MAX).nullable().optional();

/** The inputs by which the holder of a link to a collection chooses among its items. */
export const itemChoiceInput = {
  items: ids.meta({ description: "Only these items of a collection." }),
  hidden_items: ids.meta({ description: "All items of a collection but these." }),
  datetime: z
    .string()
    .max(80)
    .transform((text, context) => {
      const interval = parseInterval(text);
      if (interval !== undefined) return interval;
      context.addIssue({ code: "custom", message: MISTAKEN_TIME });
      return z.NEVER;
    })
    .nullable()
    .optional()
    .meta({ description: "Only items of a collection of this instant or interval, as in STAC: start/end." }),
};

const MISTAKEN_TIME =
  "must be an instant such as 2026-05-01T00:00:00Z, or an interval: start/end, where one may be '..'";

const list = z.string().transform((text) => text.split(",").filter((id) => id !== ""));

const querySchema = z.object({
  items: list.pipe(z.array(z.string()).max(CHOSEN_ITEMS_MAX)).optional(),
  hidden_items: list.pipe(z.array(z.string()).max(CHOSEN_ITEMS_MAX)).optional(),
  datetime: itemChoiceInput.datetime,
});

/** What a request says of the items that it shows. */
export type ItemChoiceInput = z.output<z.ZodObject<typeof itemChoiceInput>>;

/** The choice in the query of an address; throws a ProblemError that says what it may hold. */
export function parseItemChoice(query: Readonly<Record<string, unknown>>): ItemChoiceInput {
  const parsed = querySchema.safeParse(query);
  if (parsed.success) return parsed.data;
  const isTime = parsed.error.issues.some(({ path }) => path[0] === "datetime");
  throw new ProblemError(
    "malformed_request",
    isTime
      ? `datetime ${MISTAKEN_TIME}.`
      : `items and hidden_items are ids with commas between them, ${CHOSEN_ITEMS_MAX} at most.`,
  );
}

/** A link that shows only some of the items that it shares; one to an item is as it was. */
export function withItems(shared: OpenedLink, input: ItemChoiceInput): OpenedLink {
  const { target } = shared;
  const choice: ItemChoice = {
    items: input.items ?? undefined,
    hidden: input.hidden_items ?? undefined,
    interval: input.datetime ?? undefined,
  };
  if (target.type !== "collection" || !isNarrow(choice)) return shared;
  const shown = new Set(
    target.rasters.flatMap((raster) => (isShown(choice, raster) ? raster.assets.map(({ id }) => id) : [])),
  );
  return { ...shared, layers: shared.layers.filter(({ assetId }) => shown.has(assetId)) };
}
