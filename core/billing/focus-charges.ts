import type { LineKind } from "./statement.ts";

/** How FOCUS 1.3 classifies a line of a statement. */
interface FocusCharge {
  readonly category: "Usage" | "Credit" | "Adjustment";
  readonly frequency: "Usage-Based" | "Recurring" | "One-Time";
  /** Whether the line charges tiles, so that it has a quantity, a unit and a price. */
  readonly chargesTiles: boolean;
}

/** The class of every kind of line. Topping up to a minimum and rounding adjust a bill. */
export const FOCUS_CHARGES: Readonly<Record<LineKind, FocusCharge>> = {
  usage: { category: "Usage", frequency: "Usage-Based", chargesTiles: true },
  correction: { category: "Usage", frequency: "Usage-Based", chargesTiles: true },
  minimum: { category: "Adjustment", frequency: "Recurring", chargesTiles: false },
  credit: { category: "Credit", frequency: "One-Time", chargesTiles: false },
  debit: { category: "Adjustment", frequency: "One-Time", chargesTiles: false },
  rounding: { category: "Adjustment", frequency: "One-Time", chargesTiles: false },
};
