import { z } from "zod";
import { listBandFormulas } from "../../storage/catalog/band-formulas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { text } from "../operations/schemas.ts";
import { bandFormulaSchema, presentBandFormula, presentBuiltIns } from "./present-band-formula.ts";

export const bandFormulasList = defineOperation({
  id: "band_formulas.list",
  summary: "List the organization's formulas by name, then those of the service.",
  scope: "band_formulas:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BandFormulasListInput",
  input: z.strictObject({
    category: text(0, 50).nullable().optional(),
    include_templates: z.boolean().default(true),
  }),
  outputName: null,
  output: z.object({ formulas: z.array(bandFormulaSchema), total: z.int() }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const category = input.category ?? null;
    const own = await listBandFormulas(database, principal.organizationId, category);
    const formulas = [
      ...own.map(presentBandFormula),
      ...(input.include_templates ? presentBuiltIns(category) : []),
    ];
    return { formulas, total: formulas.length };
  },
});
