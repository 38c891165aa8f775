import { builtInFormula } from "../../core/styles/band-formulas.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { findBandFormula, type BandFormulaRow } from "../../storage/catalog/band-formulas.ts";
import type { Queryable } from "../../storage/database/database.ts";

/**
 * A formula that its organization may change, by id or name. Throws an InputError for one of the service, and
 * a ProblemError `not_found` when there is none.
 */
export async function findOwnFormula(
  database: Queryable,
  organizationId: string,
  idOrName: string,
): Promise<BandFormulaRow> {
  const own = await findBandFormula(database, organizationId, idOrName);
  if (own !== undefined) return own;
  if (builtInFormula(idOrName) !== undefined) {
    throw InputError.at(
      "formula_id",
      "names a formula of the service, which stays as it is; create your own",
    );
  }
  throw noSuchFormula();
}

/** The answer where an organization has no such formula. */
export function noSuchFormula(): ProblemError {
  return new ProblemError("not_found", "No such formula.");
}
