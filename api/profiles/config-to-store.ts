import { requestStatistics } from "../../queue/inspections.ts";
import type { Deps } from "../deps.ts";
import { STATISTICS_DEADLINE_MS } from "../tiles/items.tile.statistics.ts";
import { ProblemError } from "../../core/errors.ts";
import { checkConfig, type WantedProfile } from "./check-config.ts";

/**
 * A checked config whose automatic stretches of calculations are replaced by numbers: p2 to p98 of the
 * smallest overview. It is stored like this, and every reader of the profile sees it. Throws as {@link
 * checkConfig} does.
 */
export async function configToStore(
  { database, jobs }: Pick<Deps, "database" | "jobs">,
  item: { readonly id: string; readonly organization_id: string },
  profile: WantedProfile,
): Promise<WantedProfile["config"]> {
  const { config, style, asset } = await checkConfig(database, item, profile);
  const { rescale } = config;
  const { expressions } = style;
  // Of bands, scaled or not, the stretch is known without reading the file.
  const calculates = profile.type === "expression" || profile.type === "multiband";
  if (expressions === null || !calculates || !wantsAutomatic(rescale)) return config;
  const wanted = Array.isArray(rescale) ? (rescale as unknown[]) : expressions.map(() => rescale);
  const resolved = await Promise.all(
    wanted.map(async (one, index) => {
      if (one !== "auto") return one;
      const { object_key: objectKey, version } = asset;
      const task = { objectKey, version, expression: expressions[index]! };
      const result = await requestStatistics(jobs, task, {
        organizationId: item.organization_id,
        deadlineMs: STATISTICS_DEADLINE_MS,
      });
      if (!result.ok) throw new ProblemError("render_failed", result.message);
      return stretchOf(result.statistics);
    }),
  );
  return { ...config, rescale: profile.type === "expression" ? resolved[0] : resolved };
}

function wantsAutomatic(rescale: unknown): boolean {
  return rescale === "auto" || (Array.isArray(rescale) && rescale.includes("auto"));
}

/** Widened until it is a range; without any value, any range will do. */
function stretchOf(statistics: { readonly p2: number; readonly p98: number } | null): [number, number] {
  if (statistics === null) return [0, 1];
  const { p2, p98 } = statistics;
  return p98 > p2 ? [p2, p98] : [p2, p2 + 1];
}
