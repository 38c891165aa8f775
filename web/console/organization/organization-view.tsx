import { useEffect } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { PartLinks } from "../part-links.tsx";
import { addressOf, ORGANIZATION_PARTS, type OrganizationPart } from "../route.ts";
import { AuditLog } from "./audit-log.tsx";
import { Keys } from "./keys.tsx";
import { Limits } from "./limits.tsx";
import { People } from "./people.tsx";
import { Rules } from "./rules.tsx";
import { SecurityLog } from "./security-log.tsx";
import { Sessions } from "./sessions.tsx";
import { Webhooks } from "./webhooks.tsx";

const VIEWS = {
  people: People,
  keys: Keys,
  sessions: Sessions,
  rules: Rules,
  limits: Limits,
  audit: AuditLog,
  security: SecurityLog,
  webhooks: Webhooks,
} as const satisfies Record<OrganizationPart, () => unknown>;

/** The organization, part by part: people and roles, keys, sessions, rules, limits, logs and webhooks. */
export function OrganizationView({ part }: { part: OrganizationPart }) {
  const { t } = useWording();
  const View = VIEWS[part];
  useEffect(() => {
    document.title = t(`organization.${part}`);
  }, [t, part]);
  return (
    <section aria-labelledby="view-title">
      <PartLinks
        label={t("nav.organization")}
        parts={ORGANIZATION_PARTS.map(
          (each) =>
            [each, t(`organization.${each}`), addressOf({ view: "organization", part: each })] as const,
        )}
        shown={part}
      />
      <h1 id="view-title">{t(`organization.${part}`)}</h1>
      <View />
    </section>
  );
}
