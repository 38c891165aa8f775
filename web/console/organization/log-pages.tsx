import { useWording } from "../../languages/translate.ts";

interface LogPagesProps {
  /** Where the shown page begins; null for the latest. */
  readonly before: string | null;
  /** Where the page after it begins; null on the last one. */
  readonly next: string | null;
  readonly onTurn: (before: string | null) => void;
}

/** Turns the pages of a log. */
export function LogPages({ before, next, onTurn }: LogPagesProps) {
  const { t } = useWording();
  return (
    <p class="actions">
      {before === null ? null : (
        <button type="button" class="quiet" onClick={() => onTurn(null)}>
          {t("audit.latest")}
        </button>
      )}
      {next === null ? null : (
        <button type="button" class="quiet" onClick={() => onTurn(next)}>
          {t("audit.older")}
        </button>
      )}
    </p>
  );
}
