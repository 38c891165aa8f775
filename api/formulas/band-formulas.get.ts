import { z } from "zod";
import { builtInFormula } from "../../core/styles/band-formulas.ts";
import { findBandFormula } from "../../storage/catalog/band-formulas.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { noSuchFormula } from "./find-own-formula.ts";
import { bandFormulaSchema, presentBandFormula, presentBuiltIn } from "./present-band-formula.ts";

export const bandFormulasGet = defineOperation({
  id: "band_formulas.get",
  summary: "Get a formula of the organization or of the service, by id or name.",
  scope: "band_formulas:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BandFormulaGetInput",
  input: z.strictObject({ formula_id: resourceId }),
  outputName: null,
  output: bandFormulaSchema,
  async run({ database }: Pick<Deps, "database">, { formula_id: id }, { principal }) {
    const own = await findBandFormula(database, principal.organizationId, id);
    if (own !== undefined) return presentBandFormula(own);
    const builtIn = builtInFormula(id);
    if (builtIn === undefined) throw noSuchFormula();
    return presentBuiltIn(builtIn);
  },
});
