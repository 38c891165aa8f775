import { openDatabase, type Database } from "../../storage/database/database.ts";

/** What {@link runClient} counted, as its process prints it. */
export interface ClientReport {
  readonly read: number;
  readonly committed: readonly string[];
  /** By message. */
  readonly failures: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly recovered: number;
}

const LOOPS = 8;
const ROUNDS = 12;

/** Reads and writes pairs of rows in transactions, many at once, whatever becomes of the connections. */
async function runClient(database: Database, seed: string): Promise<Omit<ClientReport, "recovered">> {
  const committed: string[] = [];
  const failures: Record<string, number> = {};
  let read = 0;
  let slowestMs = 0;
  const attempt = async (work: () => Promise<void>) => {
    const startedAt = performance.now();
    try {
      await work();
    } catch (error) {
      const name = (error as { code?: string }).code ?? String(error);
      failures[name] = (failures[name] ?? 0) + 1;
    }
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  };
  const loop = async (number: number) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `${seed}/${number}/${round}`;
      await attempt(async () => {
        const [row] = await database<{ names: string[] }[]>`
          select array_agg(name) as names from unnest(${["one", name]}::text[]) as given (name)`;
        if (row?.names[1] !== name) throw new Error(`somebody else's answer: ${JSON.stringify(row)}`);
        read += 1;
      });
      await attempt(async () => {
        await database.begin(async (transaction) => {
          await transaction`insert into pairs (name, half) values (${name}, 'first')`;
          if (round % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
          await Promise.all([
            transaction`select pg_sleep(0.001)`,
            transaction`insert into pairs (name, half) values (${name}, 'second')`,
          ]);
          if (round % 5 === 4) throw new Error("changed my mind");
        });
        committed.push(name);
      });
    }
  };
  await Promise.all(Array.from({ length: LOOPS }, (_, number) => loop(number)));
  return { read, committed, failures, slowestMs };
}

const [url = "", seed = "", calmUrl = ""] = process.argv.slice(2);
const database = openDatabase(url, 3, { queryMs: 300, waitMs: 10_000 });
const report = await runClient(database, seed);
await fetch(calmUrl);
let recovered = 0;
for (let round = 0; round < 20; round += 1) {
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => database`select 1`));
  recovered = answers.filter(({ status }) => status === "fulfilled").length;
  if (recovered === answers.length) break;
}
await database.end({ timeout: 1 });
console.log(JSON.stringify({ ...report, recovered } satisfies ClientReport));
