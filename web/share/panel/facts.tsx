import type { LinkIntroduction } from "../../client/link-client.ts";
import type { SharedMap, SharedTarget, TileJson } from "../../client/shared-map.ts";
import { useWording, type Wording } from "../../languages/translate.ts";

interface FactsProps {
  readonly shared: SharedMap;
  readonly introduction: LinkIntroduction | undefined;
}

/** What is known of the shared data and its link. The owner wrote some of it: it enters the page as text. */
export function Facts({ shared: { share, tilejson }, introduction }: FactsProps) {
  const wording = useWording();
  const { t, day, number } = wording;
  const { datetime, gsd } = share.target ?? {};
  const facts = [
    [t("panel.from"), introduction?.organization],
    [t("panel.until"), share.expires_at && day(share.expires_at)],
    [t("panel.kind"), kindOf(share, wording)],
    [t("panel.taken"), datetime && !Number.isNaN(Date.parse(datetime)) ? day(datetime) : undefined],
    [t("panel.resolution"), gsd ? `${number(gsd, 3)} m` : undefined],
    [t("panel.access"), accessOf(share, wording)],
    [t("panel.notShown"), omittedOf(tilejson, wording)],
  ] as const;
  return (
    <dl id="map-facts" class="facts">
      {facts.map(([term, value]) =>
        value ? (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  );
}

function kindOf({ target_type: type }: SharedTarget, { t }: Wording): string | undefined {
  return type === "item" || type === "collection" ? t(`panel.${type}`) : undefined;
}

/** What the link gives, in words. */
function accessOf({ permission, gives_values: values }: SharedTarget, { t }: Wording): string | undefined {
  switch (permission) {
    case "view":
      return values === true ? t("panel.values") : t("panel.pictures");
    case "download":
      return t("panel.files");
    default:
      return undefined;
  }
}

/** What a mosaic leaves out, in words. */
function omittedOf({ items_omitted: count }: TileJson, { t }: Wording): string | undefined {
  return count === undefined ? undefined : t("panel.omitted", { count });
}
