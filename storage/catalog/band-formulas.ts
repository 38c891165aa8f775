import type { BandFormula } from "../../core/styles/band-formulas.ts";
import { newId } from "../../infra/new-id.ts";
import { lockOrganization } from "../accounts/organizations.ts";
import { idParameter, type Database, type Queryable } from "../database/database.ts";

/** A formula of an organization as it is kept. */
export interface BandFormulaRow extends BandFormula {
  readonly id: string;
  readonly organization_id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** All of them are answered in one list. */
export const BAND_FORMULAS_MAX = 500;

/** Keeps a new formula; undefined when the organization has as many as it may. */
export async function insertBandFormula(
  database: Database,
  organizationId: string,
  values: BandFormula & { readonly created_by: string },
): Promise<BandFormulaRow | undefined> {
  return await database.begin(async (transaction) => {
    await lockOrganization(transaction, organizationId);
    const [row] = await transaction<BandFormulaRow[]>`
      insert into band_formulas
        (id, organization_id, name, display_name, formula, description, colormap, value_range, category, created_by)
      select ${newId()}, ${organizationId}, ${values.name}, ${values.display_name}, ${values.formula},
        ${values.description}, ${values.colormap}, ${values.value_range as never}::double precision[],
        ${values.category}, ${values.created_by}
      where (select count(*) from band_formulas where organization_id = ${organizationId}) < ${BAND_FORMULAS_MAX}
      returning *`;
    return row;
  });
}

/** An organization's formulas by name, of one category or (null) of all. */
export async function listBandFormulas(
  database: Queryable,
  organizationId: string,
  category: string | null,
): Promise<BandFormulaRow[]> {
  return await database<BandFormulaRow[]>`
    select * from band_formulas
    where organization_id = ${organizationId} and (${category}::text is null or category = ${category})
    order by lower(name)`;
}

/** A formula of an organization by its id, or by its name in any case. */
export async function findBandFormula(
  database: Queryable,
  organizationId: string,
  idOrName: string,
): Promise<BandFormulaRow | undefined> {
  const [row] = await database<BandFormulaRow[]>`
    select * from band_formulas
    where organization_id = ${organizationId}
      and (id = ${idParameter(idOrName)} or lower(name) = lower(${idOrName}))
    order by id = ${idParameter(idOrName)} desc nulls last limit 1`;
  return row;
}

/** Changes a formula; undefined when it is deleted meanwhile. */
export async function updateBandFormula(
  database: Queryable,
  { id, organization_id }: Pick<BandFormulaRow, "id" | "organization_id">,
  values: Partial<BandFormula>,
): Promise<BandFormulaRow | undefined> {
  const columns = { ...values, updated_at: new Date() };
  const [row] = await database<BandFormulaRow[]>`
    update band_formulas set ${database(columns as never)}
    where id = ${id} and organization_id = ${organization_id} returning *`;
  return row;
}

/** Deletes a formula; false when there is none. */
export async function deleteBandFormula(
  database: Queryable,
  { id, organization_id }: Pick<BandFormulaRow, "id" | "organization_id">,
): Promise<boolean> {
  const deleted = await database`
    delete from band_formulas where id = ${id} and organization_id = ${organization_id} returning id`;
  return deleted.length > 0;
}
