/** A text of this browser tab: it outlives a reload, and goes when the tab closes. */
export class KeptInTab {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** The text, if there is one. */
  read(): string | undefined {
    try {
      return sessionStorage.getItem(this.#name) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a text in place of the one before; undefined keeps none. */
  write(text: string | undefined): void {
    try {
      if (text === undefined) sessionStorage.removeItem(this.#name);
      else sessionStorage.setItem(this.#name, text);
    } catch {
      // Without storage, a reload asks to sign in again.
    }
  }
}
