import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { describeAnswer } from "../describe-answer.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { TextField } from "../text-field.tsx";

interface Budget {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly currency: string;
  readonly spent: string | null;
  readonly forecast_amount: string | null;
}

/** Budgets with what is spent of them and what the month comes to if it goes on so. */
export function Budgets() {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const { value, problem, reload } = useAnswer<{ budgets: readonly Budget[] }>("budgets.list", {});
  const [name, setName] = useState("");
  const [amount, setAmount] = useState("");
  const [refusal, setRefusal] = useState("");
  const change = async (operation: string, input: object) => {
    const answer = await call(operation, input);
    setRefusal(answer.ok ? "" : describeAnswer(answer, wording));
    if (answer.ok) reload();
  };
  return (
    <section aria-labelledby="budgets-title">
      <h2 id="budgets-title">{t("usage.budgets")}</h2>
      <ul class="budgets">
        {(value?.budgets ?? []).map((budget) => (
          <li key={budget.id}>
            <BudgetStanding budget={budget} />
            <button
              type="button"
              class="quiet danger"
              onClick={() => void change("budgets.delete", { budget_id: budget.id })}
            >
              {t("items.delete")}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="inline-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change("budgets.create", { name: name.trim() || t("usage.month"), amount: amount.trim() });
        }}
      >
        <TextField id="budget-name" label={t("usage.budgetName")} value={name} onInput={setName} />
        <TextField
          id="budget-amount"
          label={t("usage.budgetAmount")}
          inputMode="numeric"
          value={amount}
          onInput={setAmount}
        />
        <button type="submit" class="quiet">
          {t("usage.budgetAdd")}
        </button>
      </form>
      <p class="problem" role="alert">
        {refusal || problem}
      </p>
    </section>
  );
}

function BudgetStanding({ budget }: { budget: Budget }) {
  const { t } = useWording();
  const { name, amount, currency, spent, forecast_amount: forecast } = budget;
  return (
    <div class="budget">
      <label for={`budget-${budget.id}`}>{name}</label>
      <progress id={`budget-${budget.id}`} max={Number(amount)} value={Number(spent ?? 0)} />
      <p class="hint">
        {t("usage.spent", { spent: spent ?? "–", amount, currency })}
        {forecast === null ? null : ` ${t("usage.forecast", { forecast, currency })}`}
      </p>
    </div>
  );
}
