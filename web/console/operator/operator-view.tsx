import { useEffect } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { PartLinks } from "../part-links.tsx";
import { addressOf, OPERATOR_PARTS, type OperatorPart } from "../route.ts";
import { Accounts } from "./accounts.tsx";
import { Months } from "./months.tsx";
import { Prices } from "./prices.tsx";
import { Reconciliation } from "./reconciliation.tsx";

const VIEWS = {
  accounts: Accounts,
  prices: Prices,
  months: Months,
  reconciliation: Reconciliation,
} as const satisfies Record<OperatorPart, () => unknown>;

/** What the operator of the service looks after, part by part: organizations, prices, months, usage that must agree. */
export function OperatorView({ part }: { part: OperatorPart }) {
  const { t } = useWording();
  const View = VIEWS[part];
  useEffect(() => {
    document.title = t(`operator.${part}`);
  }, [t, part]);
  return (
    <section aria-labelledby="view-title">
      <PartLinks
        label={t("nav.operator")}
        parts={OPERATOR_PARTS.map(
          (each) => [each, t(`operator.${each}`), addressOf({ view: "operator", part: each })] as const,
        )}
        shown={part}
      />
      <h1 id="view-title">{t(`operator.${part}`)}</h1>
      <View />
    </section>
  );
}
