import { useAnswer } from "../owner-context.ts";

/** An organization, as its operator sees it. */
export interface Account {
  readonly organization_id: string;
  readonly name: string;
  readonly created_at: string;
  readonly plan: string;
  readonly last_period: string | null;
  readonly operates_billing: boolean;
}

/** More organizations than this are found by the command line. */
const ACCOUNTS_MAX = 1_000;

/** All organizations, and the name of each by its id. */
export function useAccounts() {
  const loaded = useAnswer<{ accounts: readonly Account[] }>("billing.accounts.list", {
    limit: ACCOUNTS_MAX,
  });
  const accounts = loaded.value?.accounts;
  const nameOf = (id: string) =>
    accounts?.find(({ organization_id: each }) => each === id)?.name ?? id.slice(0, 8);
  return { ...loaded, accounts, nameOf };
}
