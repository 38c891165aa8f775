import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../client/ask-json.ts";
import type { OwnerClient } from "../client/owner-client.ts";
import { describeFailure } from "../components/describe-failure.ts";
import { Mark } from "../components/mark.tsx";
import { useWording } from "../languages/translate.ts";
import { TextField } from "./text-field.tsx";

interface SignInProps {
  readonly client: OwnerClient;
  /** Whether a session ended just now. */
  readonly hasEnded: boolean;
  readonly onSignedIn: () => void;
  readonly children?: ComponentChildren;
}

/** The card that signs a person in, by password or by API key. */
export function SignIn({ client, hasEnded, onSignedIn, children }: SignInProps) {
  const wording = useWording();
  const { t } = wording;
  const [kind, setKind] = useState<"password" | "key">("password");
  const [email, setEmail] = useState("");
  const [secret, setSecret] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(hasEnded ? t("signIn.ended") : "");
  useEffect(() => {
    document.title = t("signIn.title");
  }, [t]);
  const say = (failure: Failure) => {
    const isWrong = failure.status === 400 || failure.status === 401;
    if (!isWrong) return setProblem(describeFailure(failure, wording).text);
    setProblem(kind === "key" ? t("signIn.wrongKey") : t("signIn.wrong"));
  };
  const submit = async () => {
    setBusy(true);
    setProblem("");
    const failure = await client.signIn(
      kind === "key" ? { kind, key: secret.trim() } : { kind, email: email.trim(), password: secret },
    );
    setBusy(false);
    if (failure === undefined) onSignedIn();
    else say(failure);
  };
  return (
    <main class="sign-in">
      <section class="card" aria-labelledby="sign-in-title">
        <p class="brand">
          <Mark />
          Geopera Share
        </p>
        <h1 id="sign-in-title">{t("signIn.title")}</h1>
        <form
          noValidate
          aria-busy={isBusy}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {kind === "password" ? (
            <TextField
              id="email"
              label={t("signIn.email")}
              value={email}
              autoComplete="username"
              onInput={setEmail}
            />
          ) : null}
          <TextField
            id="secret"
            label={kind === "key" ? t("signIn.key") : t("signIn.password")}
            value={secret}
            isSecret
            autoComplete={kind === "key" ? "off" : "current-password"}
            onInput={setSecret}
          />
          <p class="problem" role="alert">
            {problem}
          </p>
          <button class="primary" type="submit" disabled={isBusy || secret === ""}>
            {t("signIn.submit")}
          </button>
        </form>
        <button type="button" class="quiet" onClick={() => setKind(kind === "key" ? "password" : "key")}>
          {kind === "key" ? t("signIn.byPassword") : t("signIn.byKey")}
        </button>
        {children}
      </section>
    </main>
  );
}
