import { useState } from "preact/hooks";
import { useWording } from "../languages/translate.ts";
import { describeAnswer } from "./describe-answer.ts";
import { useOwner } from "./owner-context.ts";

/** Calls operations that change a list, and shows why one was refused. */
export function useChanges(reload: () => void) {
  const wording = useWording();
  const { call } = useOwner();
  const [refusal, setRefusal] = useState("");
  /** Resolves to the answer; undefined when it was refused. */
  const change = async <Value>(operation: string, input: object): Promise<Value | undefined> => {
    const answer = await call<Value>(operation, input);
    setRefusal(answer.ok ? "" : describeAnswer(answer, wording));
    if (!answer.ok) return undefined;
    reload();
    return answer.value;
  };
  return { change, refusal };
}
