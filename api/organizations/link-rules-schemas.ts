import { z } from "zod";
import { origin } from "../links/link-fields.ts";

const days = z.int().min(1).max(36_500).nullable();

/** The rules of an organization for its links, as they are set; null and an empty list: no rule. */
export const linkRulesShape = {
  link_lifetime_max_days: days.meta({
    description: "A link ends within so many days from when it is made or changed.",
  }),
  link_lifetime_default_days: days.meta({
    description: "The lifetime of links that are created without expires_at.",
  }),
  link_password_min_length: z.int().min(8).max(72).nullable().meta({
    description: "The fewest characters of a link's password. The service asks for 8.",
  }),
  link_allowed_origins: z.array(origin).max(50).meta({
    description: "The only origins that links may allow; links created without a list get this one.",
  }),
};

/** The rules as they are answered. */
export const linkRulesOutput = z.object({
  organization_id: z.string(),
  link_lifetime_max_days: z.int().nullable(),
  link_lifetime_default_days: z.int().nullable(),
  link_password_min_length: z.int().nullable(),
  link_allowed_origins: z.array(z.string()),
});
