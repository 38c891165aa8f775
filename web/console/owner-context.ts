import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Answer } from "../client/ask-json.ts";
import type { OwnerClient } from "../client/owner-client.ts";
import { useWording } from "../languages/translate.ts";
import { describeAnswer } from "./describe-answer.ts";

/** The person who has signed in, for every view. */
interface Owner {
  readonly client: OwnerClient;
  /** Called when the session has ended. */
  readonly onSignedOut: () => void;
}

/** The owner of the console; every view is inside a provider. */
export const OwnerContext = createContext<Owner | undefined>(undefined);

/** Calls an operation for the person who has signed in. */
export type Call = <Value>(operation: string, input?: object) => Promise<Answer<Value>>;

/** The calls of a view; a call that finds the session ended signs out. */
export function useOwner(): { readonly call: Call; readonly client: OwnerClient } {
  const owner = useContext(OwnerContext);
  if (owner === undefined) throw new Error("a view of the console is inside its page");
  const { client, onSignedOut } = owner;
  const call: Call = async (operation, input = {}) => {
    const answer = await client.call<never>(operation, input);
    if (!answer.ok && answer.status === 401) onSignedOut();
    return answer;
  };
  return { call, client };
}

/** What a list or a document is so far. */
export interface Loaded<Value> {
  readonly value: Value | undefined;
  /** Why it cannot be shown; empty when it can. */
  readonly problem: string;
  readonly reload: () => void;
}

/** The answer of an operation, called once and at each reload. */
export function useAnswer<Value>(operation: string, input: object): Loaded<Value> {
  const { call } = useOwner();
  const wording = useWording();
  const [value, setValue] = useState<Value>();
  const [problem, setProblem] = useState("");
  const [turn, setTurn] = useState(0);
  const asked = JSON.stringify(input);
  useEffect(() => {
    let isCurrent = true;
    void call<Value>(operation, input).then((answer) => {
      if (!isCurrent) return;
      setProblem(answer.ok ? "" : describeAnswer(answer, wording));
      if (answer.ok) setValue(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [operation, asked, turn]);
  return { value, problem, reload: () => setTurn((before) => before + 1) };
}
