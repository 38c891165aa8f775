import { z } from "zod";
import { COLOR_MAP_NAMES, colorMapStops } from "../../core/styles/color-maps.ts";
import { defineOperation } from "../operations/operation.ts";

export const cogColormaps = defineOperation({
  id: "cog.colormaps",
  summary: "The colour maps: any name of these, in any case, and reversed with _r.",
  scope: "tiles:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "CogEmptyInput",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({
    colormaps: z.array(
      z.object({
        name: z.string(),
        stops: z.array(z.tuple([z.number(), z.string()])).meta({
          description: "Places from 0 to 1 with their colour (#rrggbb); two at one place are a step.",
        }),
      }),
    ),
  }),
  run: () => Promise.resolve({ colormaps: COLOR_MAPS }),
});

const COLOR_MAPS = COLOR_MAP_NAMES.map((name) => ({
  name,
  stops: (colorMapStops(name) ?? []).map(([place, color]): [number, string] => [
    Number(place.toFixed(5)),
    `#${color
      .slice(0, 3)
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("")}`,
  ]),
}));
