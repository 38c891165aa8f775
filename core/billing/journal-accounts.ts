/** What a journal books on accounts, with the account that it takes unless another one is set. */
export const JOURNAL_ACCOUNTS = {
  receivable: "1200",
  usage: "4000",
  minimum: "4010",
  debit: "4020",
  credit: "4090",
  rounding: "4900",
} as const satisfies Record<string, string>;

/** The name of an account's purpose. */
export type JournalRole = keyof typeof JOURNAL_ACCOUNTS;

/** All of {@link JournalRole}. */
export const JOURNAL_ROLES = Object.keys(JOURNAL_ACCOUNTS) as [JournalRole, ...JournalRole[]];

/** The accounts of a journal by purpose. */
export type JournalAccounts = Readonly<Record<JournalRole, string>>;

/** What an account may be called: nothing that a file or a query could take for something else. */
export const ACCOUNT_FORM = /^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,31}$/;
