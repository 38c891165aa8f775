/** The ways to sign in that this service has besides API keys and other devices. */
export interface SignInWays {
  readonly hasPasswords: boolean;
  /** The host of the external issuer, where people sign in there. */
  readonly issuer: string | undefined;
}

/** Reads them from the page, where the service has written them. */
export function signInWays(): SignInWays {
  const content = document.querySelector<HTMLMetaElement>('meta[name="sign-in"]')?.content ?? "password";
  const [kind, host] = content.split(" ");
  return { hasPasswords: kind === "password", issuer: kind === "issuer" ? host : undefined };
}
