import type { Buyer, Seller } from "../../core/billing/documents/party.ts";
import { idParameter, single, type Queryable } from "../database/database.ts";

/** What documents say of the operator: its settings, or else its name alone. */
export async function readSeller(database: Queryable): Promise<Seller> {
  const { seller, name } = single(
    await database<{ seller: Seller | null; name: string | null }[]>`
      select seller, (select name from organizations where operates_billing order by created_at, id limit 1) as name
      from billing_books`,
  );
  return seller ?? { legal_name: name ?? "Geopera Share" };
}

/** What documents say of a customer: what was set, or else its name alone. */
export async function readBuyer(database: Queryable, organizationId: string): Promise<Buyer> {
  return (await readBuyers(database, [organizationId])).get(organizationId) ?? { legal_name: "" };
}

/** {@link readBuyer} for several at once, by id. */
export async function readBuyers(
  database: Queryable,
  organizationIds: readonly string[],
): Promise<Map<string, Buyer>> {
  const rows = await database<{ id: string; name: string; party: Buyer | null }[]>`
    select id, name, party from organizations left join billing_parties on organization_id = id
    where id = any(${organizationIds.map(idParameter)}::uuid[])`;
  return new Map(rows.map(({ id, name, party }) => [id, party ?? { legal_name: name }]));
}

/** Sets what documents that are issued from now on say of a customer; resolves to what they said before. */
export async function setBuyer(
  database: Queryable,
  organizationId: string,
  party: Buyer,
  updatedBy: string,
): Promise<Buyer> {
  const before = await readBuyer(database, organizationId);
  await database`
    insert into billing_parties (organization_id, party, updated_by)
    values (${organizationId}, ${database.json(party as never)}, ${updatedBy})
    on conflict (organization_id) do update
      set party = excluded.party, updated_by = excluded.updated_by, updated_at = now()`;
  return before;
}
