import type { Config } from "../../infra/config.ts";

/** The basemap that the operator of the service chose; undefined for the service's own context. */
export function basemapOf({
  BASEMAP_STYLE_URL: styleUrl,
  BASEMAP_ORIGINS: others,
}: Pick<Config, "BASEMAP_STYLE_URL" | "BASEMAP_ORIGINS">) {
  if (styleUrl === undefined) return undefined;
  return { styleUrl, origins: [...new Set([new URL(styleUrl).origin, ...others])] };
}
