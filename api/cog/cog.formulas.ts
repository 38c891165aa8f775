import { z } from "zod";
import { defineOperation } from "../operations/operation.ts";
import { bandFormulaSchema, presentBuiltIns } from "../formulas/present-band-formula.ts";

export const cogFormulas = defineOperation({
  id: "cog.formulas",
  summary: "The formulas of the service: vegetation, water, fire, snow, soil and building indices.",
  scope: "tiles:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "CogEmptyInput",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({ formulas: z.array(bandFormulaSchema) }),
  run: () => Promise.resolve({ formulas: presentBuiltIns(null) }),
});
