/** How a person signs in; each is a grant of the token endpoint. */
export type SignIn =
  | { readonly kind: "password"; readonly email: string; readonly password: string }
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "device"; readonly deviceCode: string; readonly verifier: string }
  | ({ readonly kind: "code" } & IssuerCode);

/** A code of the external issuer, with what this tab sent there. */
export interface IssuerCode {
  readonly code: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

/** The fields of the token endpoint for a way to sign in. */
export function grantOf(how: SignIn): Readonly<Record<string, string>> {
  switch (how.kind) {
    case "password":
      return { grant_type: "password", username: how.email, password: how.password };
    case "key":
      return { grant_type: "client_credentials", client_secret: how.key };
    case "device":
      return {
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: how.deviceCode,
        code_verifier: how.verifier,
      };
    case "code":
      return {
        grant_type: "authorization_code",
        code: how.code,
        code_verifier: how.verifier,
        nonce: how.nonce,
        redirect_uri: how.redirectUri,
      };
  }
}
