import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../client/ask-json.ts";
import { startDevice, waitForApproval, type DeviceCode } from "../client/device-sign-in.ts";
import type { OwnerClient } from "../client/owner-client.ts";
import { describeFailure } from "../components/describe-failure.ts";
import { QrCode } from "../components/qr-code.tsx";
import { useWording } from "../languages/translate.ts";

interface DeviceSignInProps {
  readonly client: OwnerClient;
  readonly onSignedIn: () => void;
  readonly onCancel: () => void;
}

type State =
  | { readonly step: "starting" }
  | { readonly step: "waiting"; readonly code: DeviceCode }
  | { readonly step: "denied" | "expired" }
  | { readonly step: "failed"; readonly failure: Failure };

/** Shows a code that another device approves, and signs in once it has. */
export function DeviceSignIn({ client, onSignedIn, onCancel }: DeviceSignInProps) {
  const wording = useWording();
  const { t } = wording;
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State>({ step: "starting" });
  useEffect(() => {
    const leaving = new AbortController();
    void (async () => {
      const started = await startDevice(client.base);
      if (leaving.signal.aborted) return;
      if (!started.ok) return setState({ step: "failed", failure: started });
      setState({ step: "waiting", code: started.value.code });
      const outcome = await waitForApproval(client, started.value, leaving.signal);
      if (outcome === "stopped") return;
      if (outcome === "approved") return onSignedIn();
      setState(typeof outcome === "string" ? { step: outcome } : { step: "failed", failure: outcome });
    })();
    return () => leaving.abort();
  }, [client, round]);
  const problem = () => {
    if (state.step === "failed") return describeFailure(state.failure, wording).text;
    return state.step === "denied" || state.step === "expired" ? t(`signIn.device.${state.step}`) : "";
  };
  const hasEnded = problem() !== "";
  return (
    <>
      {state.step === "waiting" ? <Waiting code={state.code} /> : null}
      <p class="problem" role="alert">
        {problem()}
      </p>
      <p class="other-ways">
        {hasEnded ? (
          <button
            type="button"
            class="primary"
            onClick={() => {
              setState({ step: "starting" });
              setRound(round + 1);
            }}
          >
            {t("signIn.device.again")}
          </button>
        ) : null}
        <button type="button" class="quiet" onClick={onCancel}>
          {t("signIn.device.cancel")}
        </button>
      </p>
    </>
  );
}

function Waiting({ code }: { code: DeviceCode }) {
  const { t } = useWording();
  const { user_code, verification_uri, verification_uri_complete, expires_in } = code;
  return (
    <>
      <p>{t("signIn.device.how")}</p>
      <QrCode text={verification_uri_complete} label={t("signIn.device.qr")} />
      <p>
        <a href={verification_uri_complete} target="_blank" rel="noreferrer">
          {verification_uri.replace(/^https?:\/\//, "")}
        </a>
      </p>
      <p class="device-code">{user_code}</p>
      <p role="status">{t("signIn.device.waiting", { count: Math.round(expires_in / 60) })}</p>
    </>
  );
}
