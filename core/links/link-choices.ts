import type { AddressLife } from "./address-life.ts";

/** What the page of a link says before the password: each of these says more than the one before. */
export const INTRODUCTIONS = ["none", "sender", "label"] as const;

/** One of {@link INTRODUCTIONS}. */
export type Introduction = (typeof INTRODUCTIONS)[number];

/** What messengers show of a link before the password: each of these shows more than the one before. */
export const PREVIEW_CARDS = ["none", "name", "picture"] as const;

/** What an owner has chosen to give with a link, beyond its target and permission. */
export interface LinkChoices {
  readonly permission: "view" | "download";
  /** Values as numbers, such as `npy`, also without the permission `download`. */
  readonly allow_values: boolean;
  /** Names or ids of profiles besides the default one; null: all. */
  readonly profiles: readonly string[] | null;
  /** Keys of `properties` that the holder sees; null: all. */
  readonly properties: readonly string[] | null;
  readonly min_zoom: number | null;
  readonly max_zoom: number | null;
  /** West, south, east, north in degrees; west > east crosses the antimeridian. */
  readonly bounds: readonly number[] | null;
  readonly introduction: Introduction;
  readonly address_life: AddressLife;
  readonly preview_card: (typeof PREVIEW_CARDS)[number];
}

/** Whether a link gives values, which rebuild the data, and not only pictures. */
export function givesValues({
  permission,
  allow_values: allowed,
}: Pick<LinkChoices, "permission" | "allow_values">): boolean {
  return permission === "download" || allowed;
}

/** The properties that a link shows. */
export function shownProperties(
  { properties: keys }: Pick<LinkChoices, "properties">,
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (keys === null) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([key]) => keys.includes(key)));
}

/** Whether a link shows a zoom level. */
export function showsZoom(
  { min_zoom: min, max_zoom: max }: Pick<LinkChoices, "min_zoom" | "max_zoom">,
  zoom: number,
): boolean {
  return (min === null || zoom >= min) && (max === null || zoom <= max);
}
