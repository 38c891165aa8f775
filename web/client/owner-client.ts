import { askJson, type Answer, type Failure } from "./ask-json.ts";
import { endOfIssuerSession } from "./issuer-sign-in.ts";
import { KeptInTab } from "./kept-in-tab.ts";
import { grantOf, type SignIn } from "./sign-in.ts";

const TOKENS = "realms/public/protocol/openid-connect/token";
const LOG_OUT = "realms/public/protocol/openid-connect/logout";
/** The console as a client of the identity endpoints. */
export const CLIENT_ID = "console";
const REFRESH_TOKEN = new KeptInTab("console-session");
/** Of a sign-in at the external issuer; it signs out there. */
const ISSUER_ID_TOKEN = new KeptInTab("console-issuer");

/** A new access token is requested so long before the old one ends. */
const EARLY_MS = 30_000;

interface Tokens {
  readonly access_token: string;
  readonly expires_in: number;
  readonly refresh_token?: string;
  readonly issuer_id_token?: string;
}

interface Session {
  readonly accessToken: string;
  readonly endsAt: number;
  readonly refreshToken: string | undefined;
}

/** The calls of a person who has signed in. Calls that the session has ended for are failures with 401. */
export class OwnerClient {
  /** The address of the API. */
  readonly base: URL;
  #session: Session | undefined;
  #renewing: Promise<void> | undefined;

  /** A client of the API below `base`; goes on with the session of this browser tab, if there is one. */
  constructor(base: URL) {
    this.base = base;
    const refreshToken = REFRESH_TOKEN.read();
    if (refreshToken !== undefined) this.#session = { accessToken: "", endsAt: 0, refreshToken };
  }

  /** Whether there is a session to go on with. */
  get hasSession(): boolean {
    return this.#session !== undefined;
  }

  /** Starts a session; undefined when it was accepted. */
  async signIn(how: SignIn): Promise<Failure | undefined> {
    return await this.#requestTokens(grantOf(how));
  }

  /**
   * Ends the session, here and on the server; resolves to the address that ends that of the external issuer,
   * if it began there.
   */
  async signOut(): Promise<string | undefined> {
    const refreshToken = this.#session?.refreshToken;
    const idToken = ISSUER_ID_TOKEN.read();
    this.#forget();
    if (refreshToken !== undefined) await this.#endSession(refreshToken);
    return idToken === undefined ? undefined : await endOfIssuerSession(this.base, idToken);
  }

  async #endSession(refreshToken: string): Promise<void> {
    await fetch(new URL(LOG_OUT, this.base), {
      method: "POST",
      credentials: "omit",
      body: new URLSearchParams({ refresh_token: refreshToken, client_id: CLIENT_ID }),
    }).catch(() => undefined);
  }

  /** Calls an operation. */
  async call<Value>(operation: string, input: object = {}): Promise<Answer<Value>> {
    await this.#renew();
    const answer = await askJson<Value>(new URL(`v1/op/${operation}`, this.base), this.#request(input));
    if (!answer.ok && answer.status === 401) this.#forget();
    return answer;
  }

  /** Calls an operation that answers a file. */
  async file(operation: string, input: object): Promise<Answer<Blob>> {
    await this.#renew();
    try {
      const response = await fetch(new URL(`v1/op/${operation}`, this.base), this.#request(input));
      if (response.status === 200) return { ok: true, value: await response.blob() };
      const problem = (await response.json().catch(() => undefined)) as Failure["problem"];
      return { ok: false, status: response.status, problem };
    } catch {
      return { ok: false, status: 0 };
    }
  }

  /** Calls an operation that answers a picture; undefined where there is none. */
  async picture(operation: string, input: object): Promise<Blob | undefined> {
    const answer = await this.file(operation, input);
    return answer.ok ? answer.value : undefined;
  }

  #request(input: object): RequestInit {
    return {
      method: "POST",
      credentials: "omit",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${this.#session?.accessToken ?? ""}`,
      },
      body: JSON.stringify(input),
    };
  }

  /** Several calls at once share one renewal: a refresh token works once. */
  async #renew(): Promise<void> {
    const session = this.#session;
    if (session?.refreshToken === undefined || session.endsAt - EARLY_MS > Date.now()) return;
    this.#renewing ??= this.#requestTokens({
      grant_type: "refresh_token",
      refresh_token: session.refreshToken,
    })
      .then((failure) => {
        // Without an answer, the session may still be good.
        if (failure !== undefined && failure.status >= 400 && failure.status < 500) this.#forget();
      })
      .finally(() => {
        this.#renewing = undefined;
      });
    await this.#renewing;
  }

  async #requestTokens(grant: Readonly<Record<string, string>>): Promise<Failure | undefined> {
    const body = new URLSearchParams({ client_id: CLIENT_ID, scope: "offline_access", ...grant });
    const answer = await askJson<Tokens>(new URL(TOKENS, this.base), { method: "POST", body });
    if (!answer.ok) return answer;
    const { access_token: accessToken, expires_in: seconds, refresh_token: refreshToken } = answer.value;
    // A refresh brings none.
    const idToken = answer.value.issuer_id_token;
    if (idToken !== undefined) ISSUER_ID_TOKEN.write(idToken);
    this.#session = { accessToken, endsAt: Date.now() + seconds * 1000, refreshToken };
    if (refreshToken !== undefined) REFRESH_TOKEN.write(refreshToken);
    return undefined;
  }

  #forget(): void {
    this.#session = undefined;
    REFRESH_TOKEN.write(undefined);
    ISSUER_ID_TOKEN.write(undefined);
  }
}
