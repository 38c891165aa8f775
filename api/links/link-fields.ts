import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { parseOrigin } from "../../core/links/origin-rule.ts";
import { newPasswordFault } from "../../core/access/password.ts";
import { text } from "../operations/schemas.ts";

/** A link's password, as plain text. */
export const linkPassword = z
  .string()
  .meta({ minLength: 8 })
  .superRefine((password, context) => {
    const fault = newPasswordFault(password);
    if (fault !== undefined) context.addIssue({ code: "custom", message: `password ${fault}` });
  });

const COUNT_MAX = 1_000_000_000_000;

const limit = z.int().min(1).max(COUNT_MAX).nullable().optional();

/** The settings of a link beyond the contract; null takes a limit away. */
export const linkOptions = {
  /** The owner's name for the link. */
  label: text(1, 200).nullable().optional(),
  /** The views that the link allows: openings by `share.link.validate` or `share.tilejson`. */
  max_views: limit,
  /** Tiles that the link may serve. */
  max_tiles: limit,
  /**
   * The cost that the link's tiles may reach by the rate card of the organization, in micro-units (10^-6) of
   * its currency.
   */
  spend_limit: limit,
  /**
   * Origins of pages that may use the link in a browser (`https://maps.example.org`); an empty list allows
   * all.
   */
  allowed_origins: z
    .array(
      z
        .string()
        .max(300)
        .transform((value, context) => {
          const origin = parseOrigin(value);
          if (origin !== undefined) return origin;
          context.addIssue({ code: "custom", message: "must be an origin such as https://maps.example.org" });
          return z.NEVER;
        }),
    )
    .max(50)
    .optional(),
};

/** An `expires_at` as a date; an InputError when it does not lie in the future. */
export function futureTime(value: string, nowMs: number): Date {
  const time = new Date(value);
  if (time.getTime() <= nowMs) throw InputError.at("expires_at", "must lie in the future");
  return time;
}
