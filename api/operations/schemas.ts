import { z } from "zod";
import { passwordFault } from "../../core/access/password.ts";
import { PROJECT_ROLES } from "../../core/access/access.ts";
import { isStorableText } from "../../core/storable-text.ts";
import { PROFILE_TYPES } from "../../core/styles/profile.ts";

/** Text that PostgreSQL can store: well-formed Unicode without NUL. */
export function text(minimum: number, maximum: number) {
  return z
    .string()
    .min(minimum)
    .max(maximum)
    .refine(isStorableText, { message: "must be well-formed Unicode without NUL characters" });
}

/** The id of a resource. Any text is allowed; one that names no resource is answered as not found. */
export const resourceId = z.string();

/** A time with an offset (RFC 3339), in UTC within the years 1 to 9999: PostgreSQL has no year 0. */
export const timestamp = z
  .string()
  // RFC 3339 allows a lower-case t and z.
  .toUpperCase()
  .pipe(
    z.iso.datetime({ offset: true }).refine(
      (text) => {
        const year = new Date(text).getUTCFullYear();
        return year >= 1 && year <= 9_999;
      },
      { message: "must lie within the years 1 to 9999" },
    ),
  )
  .meta({ format: "date-time" });

/** A time in an answer. */
export const answeredTimestamp = z.string().meta({ format: "date-time" });

/** Any JSON object that PostgreSQL can store. */
export const jsonObject = z.record(z.string(), z.unknown()).refine(isStorableValue, {
  message: "must hold only well-formed Unicode without NUL characters",
});

/** A JSON object of bounded size: it is answered in lists and kept in memory with the links that show it. */
function jsonObjectWithin(bytesMax: number) {
  return jsonObject.refine((value) => Buffer.byteLength(JSON.stringify(value)) <= bytesMax, {
    message: `must have at most ${bytesMax} bytes as JSON`,
  });
}

/** The `properties` of an item: at most 64 KiB. */
export const itemProperties = jsonObjectWithin(65_536);

/** The GeoJSON geometry of an item: at most 192 KiB, some 8,000 points. */
export const itemGeometry = jsonObjectWithin(196_608);

/** The `config` of a profile: at most 128 KiB, more than the longest list of classes takes. */
export const profileConfig = jsonObjectWithin(131_072).meta({
  allOf: [{ anyOf: PROFILE_TYPES.map((type) => ({ $ref: `#/components/schemas/ProfileConfig_${type}` })) }],
});

/** West, south, east, north in degrees, longitudes from -180 to 180; west > east crosses the antimeridian. */
export const boundingBox = z
  .array(z.number())
  .max(4, { message: "must be [west, south, east, north]" })
  .refine((box) => box.length === 4, { message: "must be [west, south, east, north]" })
  .refine(([west, south, east, north]) => isBox(west, south, east, north), {
    message: "must lie within -180..180 and -90..90, south below north",
  })
  .meta({ minItems: 4 });

function isBox(west = NaN, south = NaN, east = NaN, north = NaN): boolean {
  return Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
}

/** The body parser bounds the depth. */
function isStorableValue(value: unknown): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (Array.isArray(value)) return value.every(isStorableValue);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorableValue(inner));
}

/** A password as typed: refused only when it could not have been set. */
const typedPassword = z.string().superRefine((password, context) => {
  const fault = passwordFault(password);
  if (fault !== undefined) context.addIssue({ code: "custom", message: `password ${fault}` });
});

/** Token and password of a link: the fields of every operation that a link's holder may call. */
export const linkCredentials = { token: z.string(), password: typedPassword.default("") };

/** Whom maps name beside the pictures. */
export const attribution = text(0, 1_000).nullable().optional().meta({
  description: "Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`.",
});

/** The page of a list: how many rows at most, and from which on. */
export const paging = {
  limit: z.int().min(1).max(1_000).default(100),
  offset: z.int().min(0).max(1_000_000_000).default(0),
};

/** Where the next page of an answer begins. */
export const nextOffset = z.int().nullable().meta({
  description:
    "The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte.",
});

/** The `next_offset` of a page. */
export function nextOffsetOf({ offset }: { readonly offset: number }, shown: number, total: number) {
  return shown > 0 && offset + shown < total ? offset + shown : null;
}

/** A project role; the published schema is a plain string, as the contract has it. */
export const projectRole = z
  .string()
  .transform((role, context) => {
    const known = PROJECT_ROLES.find((candidate) => candidate === role);
    if (known !== undefined) return known;
    context.addIssue({ code: "custom", message: `must be one of ${PROJECT_ROLES.join(", ")}` });
    return z.NEVER;
  })
  .meta({ examples: [...PROJECT_ROLES] });

/** The answer of an operation that changes or ends one thing. */
export const okOutput = z.object({ ok: z.boolean().default(true), id: z.string() });

/** The answer of an operation that deletes what links may show, or says what would change. */
export const deletionOutput = okOutput.extend({ deleted: z.boolean(), live_links: z.int() });
