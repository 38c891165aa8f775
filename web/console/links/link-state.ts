import type { Wording } from "../../languages/translate.ts";
import type { Link } from "../owned.ts";

/** The state of a link in words. */
export function stateOf(
  { status, limits_reached: limits }: Pick<Link, "status" | "limits_reached">,
  { t }: Pick<Wording, "t">,
): string {
  return status === "live" && limits.length > 0 ? t("links.limit") : t(`links.${status}`);
}
