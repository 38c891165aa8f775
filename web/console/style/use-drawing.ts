import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../../client/ask-json.ts";
import { useOwner } from "../owner-context.ts";
import type { Histogram } from "./histogram.tsx";
import { profileOf, type StyleChoice } from "./style-of.ts";

/** What `items.tile.statistics` answers, as far as the editor reads it. */
export interface Statistics {
  readonly p2: number | null;
  readonly p98: number | null;
  readonly histogram?: Histogram;
}

/** How long a person pauses before the picture is drawn anew. */
const PAUSE_MS = 350;

/** A value once it has not changed for a moment. */
export function useSteady<Value>(value: Value): Value {
  const [steady, setSteady] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSteady(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return steady;
}

/** A picture, and why there is no newer one. */
export interface Drawn {
  readonly address: string | undefined;
  readonly failure: Failure | undefined;
}

/** The image in a style that is not saved; the picture before stays while one is drawn, or cannot be. */
export function useDrawing(itemId: string, choice: StyleChoice): Drawn {
  const { client } = useOwner();
  const [drawn, setDrawn] = useState<Drawn>({ address: undefined, failure: undefined });
  useEffect(() => {
    let isCurrent = true;
    const input = { item_id: itemId, width: 640, height: 480, ...profileOf(choice) };
    void client.file("items.thumbnail", input).then((answer) => {
      if (!isCurrent) return;
      setDrawn((before) => {
        if (!answer.ok) return { address: before.address, failure: answer };
        if (before.address !== undefined) URL.revokeObjectURL(before.address);
        return { address: URL.createObjectURL(answer.value), failure: undefined };
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [itemId, choice]);
  return drawn;
}

/** Statistics of what is drawn; undefined where there are none. */
export function useStatistics(itemId: string, expression: string): Statistics | undefined {
  const { call } = useOwner();
  const [statistics, setStatistics] = useState<Statistics>();
  useEffect(() => {
    let isCurrent = true;
    const input = { item_id: itemId, expression, bins: 60 };
    void call<Statistics>("items.tile.statistics", input).then((answer) => {
      if (isCurrent) setStatistics(answer.ok ? answer.value : undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [itemId, expression]);
  return statistics;
}
