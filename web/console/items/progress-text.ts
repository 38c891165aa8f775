import type { Wording } from "../../languages/translate.ts";
import type { Progress } from "./share-raster.ts";

/** How far a raster is, in words. */
export function textOfProgress(progress: Progress, t: Wording["t"]): string {
  switch (progress.step) {
    case "uploading":
    case "preparing":
      return t(`share.${progress.step}`, { percent: progress.percent });
    case "failed":
      return t("share.failed", { reason: progress.reason });
    default:
      return t(`share.${progress.step}`);
  }
}
