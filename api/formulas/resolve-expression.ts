import { bindFormula, builtInFormula, type BandFormula } from "../../core/styles/band-formulas.ts";
import { InputError } from "../../core/errors.ts";
import {
  ExpressionFault,
  formatExpression,
  parseExpression,
  type Expression,
} from "../../core/styles/expression.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { findBandFormula } from "../../storage/catalog/band-formulas.ts";
import type { Queryable } from "../../storage/database/database.ts";

/** Where an expression is looked up, and which bands it finds. */
interface Place {
  readonly organizationId: string;
  readonly raster: Pick<RasterInfo, "bands">;
}

/** A calculation over the bands of a raster, and the formula that it came from, if any. */
interface Resolved {
  readonly expression: string;
  readonly formula: BandFormula | undefined;
}

/**
 * An expression as the raster's own bands give it. What is none in them is looked up as the name or id of a
 * formula, and then read as one itself: `(nir-red)/(nir+red)`. A text that is nothing of this is answered as
 * it is, for the reader who names its fault. Throws an ExpressionFault when a formula needs other bands.
 */
export async function resolveExpression(
  database: Queryable,
  { organizationId, raster }: Place,
  text: string,
): Promise<Resolved> {
  const asItIs = { expression: text, formula: undefined };
  if (isReadable(text, raster)) return asItIs;
  const formula = (await findBandFormula(database, organizationId, text)) ?? builtInFormula(text);
  if (formula !== undefined) {
    return { expression: formatExpression(bindFormula(formula.formula, raster)), formula };
  }
  try {
    return { expression: formatExpression(bindFormula(text, raster)), formula };
  } catch (error) {
    if (error instanceof ExpressionFault) return asItIs;
    throw error;
  }
}

/** {@link resolveExpression} as canonical text; throws an InputError that names `expression`. */
export async function readCalculation(
  database: Queryable,
  { organizationId, raster }: Place,
  text: string,
): Promise<string> {
  try {
    const { expression } = await resolveExpression(database, { organizationId, raster }, text);
    return formatExpression(parseIn(raster, expression));
  } catch (error) {
    if (error instanceof ExpressionFault) throw InputError.at("expression", error.message);
    throw error;
  }
}

function parseIn({ bands }: Place["raster"], text: string): Expression {
  return parseExpression(
    text,
    bands.map(({ description }) => description),
  );
}

function isReadable(text: string, raster: Place["raster"]): boolean {
  try {
    parseIn(raster, text);
    return true;
  } catch (error) {
    if (error instanceof ExpressionFault) return false;
    throw error;
  }
}
