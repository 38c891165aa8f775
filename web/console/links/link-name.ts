import type { Wording } from "../../languages/translate.ts";
import type { Link } from "../owned.ts";

/** What a link is called: its label, or what it shares. */
export function linkName(
  { label, target_name: target }: Pick<Link, "label" | "target_name">,
  { t }: Pick<Wording, "t">,
): string {
  return label ?? target ?? t("links.ofDeleted");
}
