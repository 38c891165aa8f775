import type { Database } from "../database/database.ts";
import { noteNumber } from "./note-number.ts";
import { outcomeOf, type CheckOutcome } from "./reconcile.ts";

/**
 * Compares the numbers of credit notes, of debit notes and of statements with 1, 2, 3 and so on: none is
 * missing. Statements of before there were documents have none.
 */
export async function compareNumbers(database: Database): Promise<CheckOutcome> {
  const rows = await database<{ number: number; amount: string; expected: number }[]>`
    select number, amount::text as amount, row_number() over (partition by amount > 0 order by number) as expected
    from credit_notes order by amount > 0, number`;
  const statements = await database<{ number: number; expected: number }[]>`
    select number, row_number() over (order by number) as expected from statements where number is not null order by number`;
  return outcomeOf("numbers have no gaps", [
    ...statements.map(({ number, expected }) => ({
      place: `statement number ${number}`,
      expected: String(expected),
      found: String(number),
    })),
    ...rows.map(({ number, amount, expected }) => ({
      place: `note ${noteNumber({ number, amount })}`,
      expected: noteNumber({ number: expected, amount }),
      found: noteNumber({ number, amount }),
    })),
  ]);
}
