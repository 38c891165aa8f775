/** How the next page of a list is asked for. */
export type Paging =
  /** By how many rows came before it, which answers may say themselves. */
  | { readonly rows: string; readonly by: "offset"; readonly next?: string; readonly limit?: number }
  /** By a cursor of the page before: a field of its answer (`next`) or of its last row (`last`). */
  | { readonly rows: string; readonly by: string; readonly next: string }
  | { readonly rows: string; readonly by: string; readonly last: string };
