import { setTimeout as delay } from "node:timers/promises";
import type { ChaosSystem } from "./chaos-system.ts";
import type { Fault, Findings } from "./fault.ts";
import { reportOf, type LoadReport } from "./load-report.ts";
import { MapLoad } from "./map-load.ts";
import { judge, type Row } from "./reliability-table.ts";
import { makeScene } from "./scenes.ts";

const VIEWERS = 8;

/** How long viewers watch before and after a fault. */
const BEFORE_MS = { long: 6_000, short: 3_000 };
const AFTER_MS = { long: 8_000, short: 5_000 };

/** A fault that lasts is a third as long in the short form. */
const SHORT_SHARE = 1 / 3;

/** Does one thing to the system while viewers watch, and says what they saw. */
export async function runFault(
  system: ChaosSystem,
  fault: Fault,
  { number, isShort }: { readonly number: number; readonly isShort: boolean },
): Promise<Row> {
  const length = isShort ? "short" : "long";
  const scene = await makeScene(system, number);
  await system.untilQuiet();
  const eventsBefore = await countEvents(system, scene.linkId);
  const load = fault.isWithoutViewers === true ? undefined : new MapLoad(scene, VIEWERS, number);
  const ground = { system, scene, load };
  const startedAtMs = performance.now();
  if (load !== undefined) await delay(BEFORE_MS[length]);
  const struckAtMs = performance.now();
  const struck = await fault.strike(ground);
  await delay(fault.holdMs * (isShort ? SHORT_SHARE : 1));
  const lifted = await fault.lift?.(ground);
  const liftedAtMs = performance.now();
  if (load !== undefined) await delay(AFTER_MS[length]);
  await load?.stop();
  const moments = { startedAtMs, struckAtMs, liftedAtMs, endedAtMs: performance.now() };
  await system.untilQuiet();
  await fault.cleanUp?.(ground);
  const events = (await countEvents(system, scene.linkId)) - eventsBefore;
  const findings: readonly Findings[] = [struck ?? {}, lifted ?? {}];
  const report: LoadReport | undefined = load && reportOf(load.samples, moments);
  if (report !== undefined && report.requests > report.answered) console.error(" ", report.reasons);
  const beside = findings.reduce((sum, { answeredBeside = 0 }) => sum + answeredBeside, 0);
  return judge(fault, { report, findings, events, beside });
}

async function countEvents({ database }: ChaosSystem, linkId: string): Promise<number> {
  const [row] = await database<{ events: number }[]>`
    select count(*) as events from usage_events where link_id = ${linkId} and kind = 'tile'`;
  return row?.events ?? 0;
}
