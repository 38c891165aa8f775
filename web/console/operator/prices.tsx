import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { Column } from "../data-table.tsx";
import { Form } from "../form.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { NumberField, numberIn } from "../number-field.tsx";
import { useAnswer } from "../owner-context.ts";
import { Problem, Said } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { TimeField } from "../time-field.tsx";
import { useChanges } from "../use-changes.ts";
import { textOfTiers, tiersIn, type RateCard } from "./rate-card.ts";
import { useAccounts, type Account } from "./use-accounts.ts";
import { LinesField } from "../lines-field.tsx";

const MODES = ["graduated", "volume"] as const;

/** The price lists of plans and of single organizations, and a form for the next one. */
export function Prices() {
  const { t, number } = useWording();
  const { accounts = [], nameOf } = useAccounts();
  const { value, problem, reload } = useAnswer<{ rate_cards: readonly RateCard[] }>("billing.rates.list", {
    organization_id: "all",
  });
  const columns: readonly Column<RateCard>[] = [
    {
      title: t("operator.pricesOf"),
      value: ({ organization_id: id, plan }) =>
        id === null ? t("operator.ofPlan", { plan: plan ?? "" }) : nameOf(id),
    },
    { title: t("operator.from"), value: ({ effective_from: from }) => from },
    {
      title: t("operator.tiers"),
      value: ({ tiers, returns_to_plan: isEnd }) =>
        isEnd ? t("operator.returnsToPlan") : textOfTiers(tiers, (count) => number(count, 12)),
    },
    { title: t("operator.currency"), value: ({ currency }) => currency },
    { title: t("operator.mode"), value: ({ mode }) => mode },
    {
      title: t("operator.free"),
      value: ({ free_tiles_per_month: free }) => free,
      cell: ({ free_tiles_per_month: free }) => number(free, 12),
      isNumber: true,
    },
    { title: t("operator.minimum"), value: ({ minimum }) => minimum, isNumber: true },
  ];
  return (
    <>
      <LoadedTable
        problem={problem}
        label={t("operator.prices")}
        columns={columns}
        rows={value?.rate_cards}
        keyOf={({ id }) => id}
        fileName="prices.csv"
        empty={t("operator.noPrices")}
      />
      <NewPrices accounts={accounts} onSet={reload} />
    </>
  );
}

function NewPrices({ accounts, onSet }: { accounts: readonly Account[]; onSet: () => void }) {
  const { t } = useWording();
  const { change, refusal } = useChanges(onSet);
  const [organizationId, setOrganizationId] = useState("");
  const [plan, setPlan] = useState("standard");
  const [from, setFrom] = useState(() => new Date().toISOString().slice(0, 7));
  const [currency, setCurrency] = useState("EUR");
  const [mode, setMode] = useState<(typeof MODES)[number]>("graduated");
  const [tiers, setTiers] = useState("");
  const [free, setFree] = useState("");
  const [minimum, setMinimum] = useState("");
  const [reason, setReason] = useState("");
  const [isSet, setIsSet] = useState(false);
  const save = async () => {
    setIsSet(false);
    const answer = await change("billing.rates.set", {
      ...(organizationId === "" ? { plan: plan.trim() } : { organization_id: organizationId }),
      effective_from: from,
      currency: currency.trim(),
      mode,
      tiers: tiersIn(tiers),
      free_tiles_per_month: numberIn(free) ?? 0,
      ...(minimum.trim() === "" ? {} : { minimum: minimum.trim() }),
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    });
    setIsSet(answer !== undefined);
  };
  return (
    <Form labelledBy="new-prices-title" onSubmit={save}>
      <h2 id="new-prices-title">{t("operator.newPrices")}</h2>
      <ChoiceField
        id="prices-of"
        label={t("operator.pricesOf")}
        value={organizationId}
        choices={[
          ["", t("operator.aPlan")],
          ...accounts.map(({ organization_id: id, name }) => [id, name] as const),
        ]}
        onChoose={setOrganizationId}
      />
      {organizationId === "" ? (
        <TextField id="prices-plan" label={t("operator.plan")} value={plan} onInput={setPlan} />
      ) : null}
      <TimeField id="prices-from" kind="month" label={t("operator.from")} value={from} onInput={setFrom} />
      <TextField id="prices-currency" label={t("operator.currency")} value={currency} onInput={setCurrency} />
      <ChoiceField
        id="prices-mode"
        label={t("operator.mode")}
        value={mode}
        choices={MODES.map((each) => [each, t(`operator.${each}`)] as const)}
        onChoose={setMode}
      />
      <LinesField
        id="prices-tiers"
        label={t("operator.tiers")}
        hint={"100000: 0.40\n0.30"}
        rows={3}
        value={tiers}
        onInput={setTiers}
      />
      <p class="hint">{t("operator.tiersHint")}</p>
      <NumberField id="prices-free" label={t("operator.free")} hint="0" value={free} onInput={setFree} />
      <NumberField
        id="prices-minimum"
        label={t("operator.minimum")}
        hint="0"
        value={minimum}
        onInput={setMinimum}
      />
      <TextField
        id="prices-reason"
        label={t("operator.reason")}
        hint={t("operator.reasonHint")}
        value={reason}
        onInput={setReason}
      />
      <Problem text={refusal} />
      <Said text={isSet ? t("link.saved") : ""} />
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </Form>
  );
}
