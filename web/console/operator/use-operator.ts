import { useEffect, useState } from "preact/hooks";
import { useOwner } from "../owner-context.ts";

/** Whether this session operates the billing of the service: the views of operators are for it alone. */
export function useOperator(): boolean {
  const { call } = useOwner();
  const [isOperator, setOperator] = useState(false);
  useEffect(() => {
    void call("billing.settings.get").then(({ ok }) => setOperator(ok));
  }, []);
  return isOperator;
}
