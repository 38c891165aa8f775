import type { Database } from "../../storage/database/database.ts";
import type { ObjectStore } from "../../storage/object-store/object-store.ts";

/** What a command of `npm run finance` works with. */
export interface FinanceParts {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  readonly nowMs: number;
  /** Receives text for the person; progress overwrites itself. */
  readonly print: (text: string) => void;
  readonly progress: (text: string) => void;
}

/** Says why nothing was done; answers the exit code. */
export function refuse(print: FinanceParts["print"], message: string): 1 {
  print(`${message}\n`);
  return 1;
}
