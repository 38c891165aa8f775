import type { StyleChoice } from "./style-of.ts";
import type { Drawn } from "./use-drawing.ts";

/** Part of the editor: what is chosen, how it changes, and what came of drawing it. */
export interface StyleFieldsProps {
  readonly choice: StyleChoice;
  readonly change: (changed: Partial<StyleChoice>) => void;
  readonly drawn: Drawn;
}
