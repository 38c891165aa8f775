import { z } from "zod";
import { deleteBandFormula } from "../../storage/catalog/band-formulas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";
import { findOwnFormula, noSuchFormula } from "./find-own-formula.ts";

export const bandFormulasDelete = defineOperation({
  id: "band_formulas.delete",
  summary: "Delete a formula of the organization; profiles that used it keep what they were given.",
  scope: "band_formulas:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "BandFormulaDeleteInput",
  input: z.strictObject({ formula_id: resourceId }),
  outputName: "BandFormulaDeleteOutput",
  output: okOutput,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const known = await findOwnFormula(database, principal.organizationId, input.formula_id);
    if (!(await deleteBandFormula(database, known))) throw noSuchFormula();
    return { ok: true, id: known.id };
  },
});
