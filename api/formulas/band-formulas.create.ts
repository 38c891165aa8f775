import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { BAND_FORMULAS_MAX, insertBandFormula } from "../../storage/catalog/band-formulas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import {
  bandFormulaSchema,
  FORMULA_DEFAULTS,
  formulaFields,
  nameTaken,
  presentBandFormula,
  requireUsable,
} from "./present-band-formula.ts";

export const bandFormulasCreate = defineOperation({
  id: "band_formulas.create",
  summary: "Give a calculation over bands a name, for profiles and tiles of all members.",
  scope: "band_formulas:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  inputName: "BandFormulaCreateInput",
  input: z.strictObject({
    ...formulaFields,
    colormap: formulaFields.colormap.default(FORMULA_DEFAULTS.colormap),
    value_range: formulaFields.value_range.optional(),
    category: formulaFields.category.default(FORMULA_DEFAULTS.category),
  }),
  outputName: "BandFormulaOutput",
  output: bandFormulaSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const values = {
      ...input,
      display_name: input.display_name ?? null,
      description: input.description ?? null,
      value_range: (input.value_range ?? FORMULA_DEFAULTS.value_range) as [number, number],
    };
    requireUsable(values);
    const row = await insertBandFormula(database, principal.organizationId, {
      ...values,
      created_by: principal.id,
    }).catch(nameTaken);
    if (row !== undefined) return presentBandFormula(row);
    throw new ProblemError(
      "conflict",
      `An organization may have ${BAND_FORMULAS_MAX} formulas; delete some.`,
    );
  },
});
