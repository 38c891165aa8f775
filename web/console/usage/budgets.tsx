import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { DangerButton } from "../danger-button.tsx";
import { Form } from "../form.tsx";
import { useAnswer } from "../owner-context.ts";
import { useChanges } from "../use-changes.ts";
import { TextField } from "../text-field.tsx";
import { Problem } from "../problem.tsx";
import { NumberField } from "../number-field.tsx";

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
  const { t } = useWording();
  const { value, problem, reload } = useAnswer<{ budgets: readonly Budget[] }>("budgets.list", {});
  const [name, setName] = useState("");
  const [amount, setAmount] = useState("");
  const { change, refusal } = useChanges(reload);
  return (
    <section aria-labelledby="budgets-title">
      <h2 id="budgets-title">{t("usage.budgets")}</h2>
      <ul class="budgets">
        {(value?.budgets ?? []).map((budget) => (
          <li key={budget.id}>
            <BudgetStanding budget={budget} />
            <DangerButton
              label={t("items.delete")}
              question={t("usage.budgetSure", { name: budget.name })}
              onPress={async () => await change("budgets.delete", { budget_id: budget.id })}
            />
          </li>
        ))}
      </ul>
      <Form
        kind="inline-form"
        onSubmit={async () =>
          await change("budgets.create", { name: name.trim() || t("usage.month"), amount: amount.trim() })
        }
      >
        <TextField id="budget-name" label={t("usage.budgetName")} value={name} onInput={setName} />
        <NumberField
          id="budget-amount"
          label={t("usage.budgetAmount")}

          value={amount}
          onInput={setAmount}
        />
        <button type="submit" class="quiet">
          {t("usage.budgetAdd")}
        </button>
      </Form>
      <Problem text={refusal || problem} />
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
