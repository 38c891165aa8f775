import { z } from "zod";
import { BUILT_IN_FORMULAS, requiredBands, type BandFormula } from "../../core/styles/band-formulas.ts";
import { COLOR_MAP_NAMES, colorMapStops } from "../../core/styles/color-maps.ts";
import { ExpressionFault } from "../../core/styles/expression.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { isUniqueViolation } from "../../storage/database/database.ts";
import type { BandFormulaRow } from "../../storage/catalog/band-formulas.ts";
import { answeredTimestamp, text } from "../operations/schemas.ts";

/** A formula as it is answered. */
export const bandFormulaSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  display_name: z.string().nullable().optional(),
  formula: z.string(),
  description: z.string().nullable().optional(),
  required_bands: z.array(z.string()).optional(),
  colormap: z.string(),
  value_range: z.array(z.number()),
  category: z.string(),
  is_template: z.boolean(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

/** See {@link bandFormulaSchema}. */
export function presentBandFormula(row: BandFormulaRow): z.input<typeof bandFormulaSchema> {
  const { created_at, updated_at, value_range, ...plain } = row;
  return {
    ...pick(plain),
    id: plain.id,
    organization_id: plain.organization_id,
    value_range: [...value_range],
    is_template: false,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}

/** Whose the formulas of the service are, and since when: they come with the program. */
const SYSTEM = "system";
const SINCE = "2026-11-01T00:00:00.000Z";

/** A formula of the service as it is answered; its name is its id. */
export function presentBuiltIn(formula: BandFormula): z.input<typeof bandFormulaSchema> {
  return {
    ...pick(formula),
    id: formula.name,
    organization_id: SYSTEM,
    value_range: [...formula.value_range],
    is_template: true,
    created_at: SINCE,
    updated_at: SINCE,
  };
}

/** The formulas of the service, of one category or (null) of all. */
export function presentBuiltIns(category: string | null) {
  return BUILT_IN_FORMULAS.filter((each) => category === null || each.category === category).map(
    presentBuiltIn,
  );
}

function pick({
  name,
  display_name,
  formula,
  description,
  colormap,
  category,
}: Omit<BandFormula, "value_range">) {
  return {
    name,
    display_name,
    formula,
    description,
    required_bands: requiredBands(formula),
    colormap,
    category,
  };
}

/** The longest expression that a profile may have. */
const FORMULA_LENGTH_MAX = 1_000;

/** The fields of a formula on input. */
export const formulaFields = {
  name: text(2, 50),
  formula: text(3, FORMULA_LENGTH_MAX),
  display_name: text(0, 255).nullable().optional(),
  description: text(0, 10_000).nullable().optional(),
  colormap: z.string(),
  value_range: z.array(z.number()),
  category: text(1, 50),
};

/** Throws an InputError that names the field at fault. */
export function requireUsable(values: Partial<BandFormula>): void {
  const { formula, colormap, value_range: range } = values;
  if (colormap !== undefined && colorMapStops(colormap) === undefined) {
    throw InputError.at("colormap", `must be one of ${COLOR_MAP_NAMES.join(", ")}, or one of them with _r`);
  }
  if (range !== undefined && (range.length !== 2 || !(range[0] < range[1]))) {
    throw InputError.at("value_range", "must be [low, high] with low below high");
  }
  if (formula === undefined) return;
  try {
    if (requiredBands(formula).length === 0) throw new ExpressionFault("names no band");
  } catch (error) {
    if (error instanceof ExpressionFault) throw InputError.at("formula", error.message);
    throw error;
  }
}

/** Translates the refusal of a name that the organization has already. */
export function nameTaken(error: unknown): never {
  if (!isUniqueViolation(error, "band_formulas_name")) throw error;
  throw new ProblemError("conflict", "The organization already has a formula of this name.");
}

/** What the contract calls the colours and the range of a formula without its own. */
export const FORMULA_DEFAULTS = { colormap: "RdYlGn", value_range: [-1, 1], category: "custom" } as const;
