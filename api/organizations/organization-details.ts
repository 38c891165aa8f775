import { z } from "zod";
import type { OrganizationDetails, OrganizationRow } from "../../storage/accounts/organization-details.ts";
import { answeredTimestamp, itemProperties, text } from "../operations/schemas.ts";

const short = text(0, 255).nullable().optional();

/** What an organization says of itself. */
export const organizationDetails = {
  description: text(0, 10_000).nullable().optional(),
  website: text(0, 2_000).nullable().optional(),
  industry: short,
  size: short,
  country: short,
  abn: short,
  tax_number: short,
  billing_email: short,
  billing_address: itemProperties.nullable().optional(),
};

/** An organization as it is answered. */
export const organizationSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  enterprise_billing: z.boolean(),
  description: z.string().nullable(),
  website: z.string().nullable(),
  industry: z.string().nullable(),
  size: z.string().nullable(),
  country: z.string().nullable(),
  abn: z.string().nullable(),
  tax_number: z.string().nullable(),
  billing_email: z.string().nullable(),
  billing_address: z.record(z.string(), z.unknown()).nullable(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

const FIELDS = Object.keys(organizationDetails) as (keyof typeof organizationDetails)[];

/** The details that an input has; what it leaves out is not there. */
export function sentDetails(input: {
  readonly [Field in keyof OrganizationDetails]: OrganizationDetails[Field] | undefined;
}): OrganizationDetails {
  const sent = FIELDS.filter((field) => input[field] !== undefined);
  return Object.fromEntries(sent.map((field) => [field, input[field]]));
}

/** See {@link organizationSchema}. */
export function presentOrganization({ id, name, details, created_at, updated_at }: OrganizationRow) {
  return {
    id,
    name,
    slug: slugOf(name, id),
    enterprise_billing: false,
    ...(Object.fromEntries(FIELDS.map((field) => [field, details[field] ?? null])) as {
      [Field in keyof OrganizationDetails]-?: NonNullable<OrganizationDetails[Field]> | null;
    }),
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}

/** A name for addresses; the end of the id makes it one of its own. */
function slugOf(name: string, id: string): string {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 50);
  return `${words || "organization"}-${id.slice(-8)}`;
}
