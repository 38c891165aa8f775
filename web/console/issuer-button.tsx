import { useState } from "preact/hooks";
import { goToIssuer } from "../client/issuer-sign-in.ts";
import { useWording } from "../languages/translate.ts";
import { describeSignInFault } from "./describe-sign-in.ts";

interface IssuerButtonProps {
  readonly base: URL;
  /** The host that people know the issuer by. */
  readonly host: string;
  readonly onProblem: (text: string) => void;
}

/** Goes to the external issuer to sign in there. */
export function IssuerButton({ base, host, onProblem }: IssuerButtonProps) {
  const wording = useWording();
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    onProblem("");
    const fault = await goToIssuer(base);
    setBusy(false);
    onProblem(describeSignInFault(fault, wording));
  };
  return (
    <button type="button" class="primary issuer" disabled={isBusy} onClick={() => void go()}>
      {wording.t("signIn.atIssuer", { host })}
    </button>
  );
}
