import { useState } from "preact/hooks";
import type { Failure } from "../client/ask-json.ts";
import type { OwnerClient } from "../client/owner-client.ts";
import { describeFailure } from "../components/describe-failure.ts";
import { useWording } from "../languages/translate.ts";
import { TextField } from "./text-field.tsx";

interface CredentialsFormProps {
  readonly client: OwnerClient;
  readonly kind: "password" | "key";
  readonly onSignedIn: () => void;
  /** Says what is wrong; nothing is wrong with an empty text. */
  readonly onProblem: (text: string) => void;
}

/** Signs in by password or by API key. */
export function CredentialsForm({ client, kind, onSignedIn, onProblem }: CredentialsFormProps) {
  const wording = useWording();
  const { t } = wording;
  const [email, setEmail] = useState("");
  const [secret, setSecret] = useState("");
  const [isBusy, setBusy] = useState(false);
  const say = (failure: Failure) => {
    const isWrong = failure.status === 400 || failure.status === 401;
    if (!isWrong) return onProblem(describeFailure(failure, wording).text);
    onProblem(kind === "key" ? t("signIn.wrongKey") : t("signIn.wrong"));
  };
  const submit = async () => {
    setBusy(true);
    onProblem("");
    const failure = await client.signIn(
      kind === "key" ? { kind, key: secret.trim() } : { kind, email: email.trim(), password: secret },
    );
    setBusy(false);
    if (failure === undefined) onSignedIn();
    else say(failure);
  };
  return (
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
      <button class="primary" type="submit" disabled={isBusy || secret === ""}>
        {t("signIn.submit")}
      </button>
    </form>
  );
}
