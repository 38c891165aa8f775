import { useState } from "preact/hooks";
import { useWording } from "../languages/translate.ts";
import { describeAnswer } from "./describe-answer.ts";
import { useOwner } from "./owner-context.ts";

/** Saves what an operation answers as a file. */
export function useSaving() {
  const { client } = useOwner();
  const wording = useWording();
  const [failure, setFailure] = useState("");
  const save = async (operation: string, input: object, name: string) => {
    const answer = await client.file(operation, input);
    setFailure(answer.ok ? "" : describeAnswer(answer, wording));
    if (!answer.ok) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(answer.value);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return { save, failure };
}
