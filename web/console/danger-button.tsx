import { useState } from "preact/hooks";
import { Confirm } from "./confirm.tsx";

interface DangerButtonProps {
  readonly label: string;
  /** What is asked before; without one, a press is enough, for what can be undone. */
  readonly question?: string | (() => Promise<string>);
  readonly onPress: () => Promise<unknown>;
}

/** A button for what ends or deletes something. */
export function DangerButton({ label, question, onPress }: DangerButtonProps) {
  const [asked, setAsked] = useState<string>();
  const press = async () => {
    if (question === undefined) await onPress();
    else setAsked(typeof question === "string" ? question : await question());
  };
  return (
    <>
      <button type="button" class="quiet danger" onClick={() => void press()}>
        {label}
      </button>
      {asked === undefined ? null : (
        <Confirm
          question={asked}
          onYes={() => {
            setAsked(undefined);
            void onPress();
          }}
          onNo={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
