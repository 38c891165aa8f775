import { z } from "zod";
import { defineOperation } from "../operations/operation.ts";
import { answerPicture, PICTURE_FORMATS } from "../tiles/answer-picture.ts";
import { PICTURE_SIDE_MAX } from "../../core/tiles/picture-frame.ts";
import type { TileAnswerDeps } from "../tiles/answer-tile.ts";
import { fileUrl, layerOfFile, sourceOf } from "./cog-fields.ts";
import { findFile, type FileDeps } from "./find-file.ts";

const side = z.int().min(16).max(PICTURE_SIDE_MAX).default(256);

export const cogThumbnail = defineOperation({
  id: "cog.thumbnail",
  summary: "A picture of a whole file, at most as large as requested.",
  scope: "tiles:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "CogThumbnailInput",
  input: z.strictObject({
    url: fileUrl,
    width: side,
    height: side,
    format: z.enum(PICTURE_FORMATS).default("png"),
  }),
  outputName: null,
  output: "binary",
  async run(deps: FileDeps & TileAnswerDeps, input, { principal, signal }) {
    const file = await findFile(deps, input.url, principal);
    const source = sourceOf(file, [await layerOfFile(deps, file, {})]);
    return await answerPicture(deps, source, input, { ifNoneMatch: undefined, signal });
  },
});
