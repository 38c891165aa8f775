import { useEffect, useState } from "preact/hooks";
import { askJson } from "../client/ask-json.ts";
import type { Legend } from "../client/shared-map.ts";

/** The legend beside its picture; undefined until it is there. */
export function useLegend(pictureUrl: string | undefined): Legend | undefined {
  const [legend, setLegend] = useState<Legend>();
  useEffect(() => {
    if (pictureUrl === undefined) return undefined;
    let isCurrent = true;
    void askJson<Legend>(pictureUrl.replace(/legend\.svg$/, "legend.json")).then((answer) => {
      if (isCurrent && answer.ok) setLegend(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [pictureUrl]);
  return legend;
}
