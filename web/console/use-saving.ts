import { useState } from "preact/hooks";
import { useWording } from "../languages/translate.ts";
import { useOwner } from "./owner-context.ts";

/** Saves what an operation answers as a file. */
export function useSaving() {
  const { client } = useOwner();
  const { t } = useWording();
  const [failure, setFailure] = useState("");
  const save = async (operation: string, input: object, name: string) => {
    const blob = await client.picture(operation, input);
    setFailure(blob === undefined ? t("failure.file") : "");
    if (blob === undefined) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return { save, failure };
}
