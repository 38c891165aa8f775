import { z } from "zod";
import { updateBandFormula } from "../../storage/catalog/band-formulas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { sentFields } from "../operations/sent-fields.ts";
import { findOwnFormula, noSuchFormula } from "./find-own-formula.ts";
import {
  bandFormulaSchema,
  formulaFields,
  nameTaken,
  presentBandFormula,
  requireUsable,
} from "./present-band-formula.ts";

export const bandFormulasUpdate = defineOperation({
  id: "band_formulas.update",
  summary: "Change a formula of the organization; profiles that used it keep what they were given.",
  scope: "band_formulas:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "BandFormulaUpdateInput",
  input: z.strictObject({
    formula_id: resourceId,
    name: formulaFields.name.nullable().optional(),
    formula: formulaFields.formula.nullable().optional(),
    display_name: formulaFields.display_name,
    description: formulaFields.description,
    colormap: formulaFields.colormap.nullable().optional(),
    value_range: formulaFields.value_range.nullable().optional(),
    category: formulaFields.category.nullable().optional(),
  }),
  outputName: "BandFormulaOutput",
  output: bandFormulaSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const known = await findOwnFormula(database, principal.organizationId, input.formula_id);
    const { value_range: range, ...sent } = sentFields(
      input,
      ["name", "formula", "display_name", "description", "colormap", "value_range", "category"],
      ["display_name", "description"],
    );
    const values = { ...sent, ...(range === undefined ? {} : { value_range: range as [number, number] }) };
    requireUsable(values);
    const row = await updateBandFormula(database, known, values).catch(nameTaken);
    if (row === undefined) throw noSuchFormula();
    return presentBandFormula(row);
  },
});
