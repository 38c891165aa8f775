import { expect, test } from "vitest";
import { colorMapStops } from "../../core/styles/color-maps.ts";
import { COLOR_MAPS } from "../../web/console/style/style-of.ts";

test.each(COLOR_MAPS)("the service knows the colour map %s that the console offers", (name) => {
  expect(colorMapStops(name)).toBeDefined();
});
