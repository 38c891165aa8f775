import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { PICTURE_SIDE, PICTURE_SIDE_MAX, planPicture } from "../../core/tiles/picture-frame.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";
import type { BinaryAnswer } from "../operations/call.ts";
import { answerCounted, type TileAnswerDeps, type TileConditions, type TileSource } from "./answer-tile.ts";

/** The formats of pictures of whole targets. */
export const PICTURE_FORMATS = ["webp", "png", "jpg", "jpeg"] as const;

const givenSide = z.int().min(16).max(PICTURE_SIDE_MAX);
const side = givenSide.default(PICTURE_SIDE);

/** The inputs of a picture. */
export const pictureInput = {
  /** The picture fits into width and height, in proportion. */
  width: side,
  height: side,
  format: z.enum(PICTURE_FORMATS).default("webp"),
  profile: z.string().nullable().optional(),
};

/** What a request says of its picture. */
export type PictureInput = z.output<z.ZodObject<typeof pictureInput>>;

const queriedSide = z.coerce.number().pipe(givenSide);
const querySchema = z.object({ width: queriedSide, height: queriedSide, format: pictureInput.format });

/** The inputs of a picture in a URL; throws a ProblemError that says what they may be. */
export function parsePicture(query: Readonly<Record<string, unknown>>): z.output<typeof querySchema> {
  const { width = PICTURE_SIDE, height = PICTURE_SIDE, format } = query;
  const parsed = querySchema.safeParse({ width, height, format });
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    "malformed_request",
    `width and height must be from 16 to ${PICTURE_SIDE_MAX}, and the name must end with webp, png or jpg.`,
  );
}

/** A picture is made of up to 25 tiles. */
const DEADLINE_MS = 25_000;

/**
 * The answer of a picture of everything that a link or an item shows. It has the rights, the fairness, the
 * limits and the price of one tile. Throws a ProblemError `not_found` when nothing has data.
 */
export async function answerPicture(
  deps: TileAnswerDeps,
  source: TileSource,
  { width, height, format: named }: Pick<PictureInput, "width" | "height" | "format">,
  conditions: Omit<TileConditions, "emptyAs">,
): Promise<BinaryAnswer> {
  const format = named === "jpeg" ? "jpg" : named;
  const zoomMax = source.kind === "link" ? source.shared.link.max_zoom : null;
  return await answerCounted(deps, source, conditions, async (organizationId, layers) => {
    const picture = planPicture(layers, { width, height, zoomMax });
    if (picture === undefined) throw nothingToShow();
    const { ifNoneMatch, signal, trail } = conditions;
    const request = { organizationId, layers, ifNoneMatch, signal, trail, deadlineMs: DEADLINE_MS };
    const served = await deps.tiles.servePicture({ ...request, picture, format });
    if (served.kind === "empty") throw nothingToShow();
    const spec = { ...picture.tiles[0]!, ...rendition({ format }) };
    return { served, layers, spec, emptyAs: "404" };
  });
}

function nothingToShow(): ProblemError {
  return new ProblemError("not_found", "There is nothing to show: no pixel has data.", {
    extensions: { reason: "nothing_to_show" },
  });
}
