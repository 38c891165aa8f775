import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OwnerClient } from "../client/owner-client.ts";
import { Mark } from "../components/mark.tsx";
import { useWording } from "../languages/translate.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { describeSignInFault, type SignInFault } from "./describe-sign-in.ts";
import { DeviceSignIn } from "./device-sign-in.tsx";
import { IssuerButton } from "./issuer-button.tsx";
import { signInWays } from "./sign-in-ways.ts";

interface SignInProps {
  readonly client: OwnerClient;
  /** Why the person is here, if not for the first time. */
  readonly fault: SignInFault | undefined;
  readonly onSignedIn: () => void;
  readonly children?: ComponentChildren;
}

type Way = "issuer" | "password" | "key" | "device";

const OTHER_WAYS = {
  password: "signIn.byPassword",
  key: "signIn.byKey",
  device: "signIn.byDevice",
} as const;

/** The card that signs a person in: at the external issuer, by password, by API key or by another device. */
export function SignIn({ client, fault, onSignedIn, children }: SignInProps) {
  const wording = useWording();
  const { t } = wording;
  const [{ hasPasswords, issuer }] = useState(signInWays);
  const first: Way = issuer !== undefined ? "issuer" : hasPasswords ? "password" : "key";
  const [way, setWay] = useState<Way>(first);
  const [problem, setProblem] = useState(fault === undefined ? "" : describeSignInFault(fault, wording));
  useEffect(() => {
    document.title = t("signIn.title");
  }, [t]);
  const choose = (chosen: Way) => {
    setProblem("");
    setWay(chosen);
  };
  const others = (["password", "key", "device"] as const).filter(
    (other) => other !== way && (other !== "password" || hasPasswords),
  );
  return (
    <main class="sign-in">
      <section class="card" aria-labelledby="sign-in-title">
        <p class="brand">
          <Mark />
          Geopera Share
        </p>
        <h1 id="sign-in-title">{t("signIn.title")}</h1>
        {way === "device" ? (
          <DeviceSignIn client={client} onSignedIn={onSignedIn} onCancel={() => choose(first)} />
        ) : (
          <>
            {way === "password" || way === "key" ? (
              <CredentialsForm client={client} kind={way} onSignedIn={onSignedIn} onProblem={setProblem} />
            ) : null}
            <p class="problem" role="alert">
              {problem}
            </p>
            {issuer === undefined ? null : (
              <IssuerButton base={client.base} host={issuer} onProblem={setProblem} />
            )}
            <p class="other-ways">
              {others.map((other) => (
                <button key={other} type="button" class="quiet" onClick={() => choose(other)}>
                  {t(OTHER_WAYS[other])}
                </button>
              ))}
            </p>
          </>
        )}
        {children}
      </section>
    </main>
  );
}
