import type { Database } from "../database/database.ts";
import { noteNumber } from "./note-number.ts";
import { outcomeOf, type CheckOutcome } from "./reconcile.ts";

/** Compares the numbers of credit notes and of debit notes with 1, 2, 3 and so on: none is missing. */
export async function compareNoteNumbers(database: Database): Promise<CheckOutcome> {
  const rows = await database<{ number: number; amount: string; expected: number }[]>`
    select number, amount::text as amount, row_number() over (partition by amount > 0 order by number) as expected
    from credit_notes order by amount > 0, number`;
  return outcomeOf(
    "notes have no gaps",
    rows.map(({ number, amount, expected }) => ({
      place: `note ${noteNumber({ number, amount })}`,
      expected: noteNumber({ number: expected, amount }),
      found: noteNumber({ number, amount }),
    })),
  );
}
