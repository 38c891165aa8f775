import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { describeWait, type PlainProblem, type RetryProblem } from "../components/describe-failure.ts";
import { Mark } from "../components/mark.tsx";
import { useWording } from "../languages/translate.ts";
import type { LinkIntroduction } from "../client/link-client.ts";

/** What the gate asks for, and why it has to ask again. */
interface GateProps {
  readonly introduction: LinkIntroduction | undefined;
  readonly problem: PlainProblem | undefined;
  /** Whether the map behind it is there: it then fades away. */
  readonly isLeaving: boolean;
  /** Resolves once the password was tried. */
  readonly onSubmit: (password: string) => Promise<void>;
  readonly children?: ComponentChildren;
}

/** The card in front of the map: asks for the password, or says why there is nothing to see. */
export function Gate({ introduction, problem, isLeaving, onSubmit, children }: GateProps) {
  const { t } = useWording();
  const ending = problem?.kind === "end" ? problem : undefined;
  const title = useRef<HTMLHeadingElement>(null);
  const organization = introduction?.organization;
  const heading = ending?.title ?? (organization ? t("gate.titleFrom", { organization }) : t("gate.title"));
  useEffect(() => {
    if (ending !== undefined) title.current?.focus();
  }, [ending]);
  useEffect(() => {
    document.title = ending?.title ?? t("map.title");
  }, [ending, t]);
  return (
    <main id="gate" class={`gate${isLeaving ? " leaving" : ""}${ending ? " ended" : ""}`}>
      <div class="gate-backdrop" aria-hidden="true" />
      <section class="card" aria-labelledby="gate-title">
        <p class="brand">
          <Mark />
          Geopera Share
        </p>
        <h1 id="gate-title" ref={title} tabIndex={ending ? -1 : undefined}>
          {heading}
        </h1>
        {introduction?.label && !ending ? <p class="lead gate-label">{introduction.label}</p> : null}
        <p id="gate-text" class="lead">
          {ending?.text ?? t("gate.lead")}
        </p>
        {ending ? null : <PasswordForm problem={problem} onSubmit={onSubmit} />}
        {ending ? null : <Trust introduction={introduction} />}
        {children}
      </section>
    </main>
  );
}

function Trust({ introduction }: { introduction: LinkIntroduction | undefined }) {
  const { t, day } = useWording();
  return (
    <div class="trust">
      <p>
        {introduction?.expires_at ? t("gate.until", { date: day(introduction.expires_at) }) + " " : ""}
        {t("gate.official", { host: location.host })}
      </p>
      <details>
        <summary>{t("gate.privacy")}</summary>
        <p>{t("gate.privacyText")}</p>
      </details>
    </div>
  );
}

interface PasswordFormProps {
  readonly problem: PlainProblem | undefined;
  readonly onSubmit: (password: string) => Promise<void>;
}

function PasswordForm({ problem, onSubmit }: PasswordFormProps) {
  const { t, ...words } = useWording();
  const input = useRef<HTMLInputElement>(null);
  const [isPlain, setPlain] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const [isEdited, setEdited] = useState(false);
  const secondsLeft = useCountdown(problem);
  useEffect(() => {
    setEdited(false);
    input.current?.focus();
    if (problem !== undefined) input.current?.select();
  }, [problem]);
  const submit = async (password: string) => {
    if (isBusy || secondsLeft > 0) return;
    setEmpty(password === "");
    if (password === "") return input.current?.focus();
    setPlain(false);
    setBusy(true);
    setEdited(true);
    await onSubmit(password);
    setBusy(false);
  };
  const said: RetryProblem | undefined = isEmpty
    ? { kind: "retry", field: true, text: t("gate.empty") }
    : problem?.kind === "retry" && !isEdited
      ? problem
      : undefined;
  // The text does not change while it counts, so that a screen reader reads it once; the button counts down.
  const waiting =
    problem?.kind === "wait" && secondsLeft > 0
      ? t("problem.tryAgainIn", { reason: problem.text, time: describeWait(problem.seconds, { t }) })
      : "";
  return (
    <form
      id="gate-form"
      noValidate
      aria-busy={isBusy}
      class={isBusy ? "busy" : ""}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(input.current?.value ?? "");
      }}
    >
      <label for="password">{t("gate.password")}</label>
      <div class="field">
        <input
          id="password"
          ref={input}
          name="password"
          {...(isPlain ? { type: "text" as const } : { type: "password" as const })}
          autoComplete="current-password"
          autoCapitalize="none"
          autoCorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          aria-describedby="gate-problem"
          aria-invalid={said?.field === true ? "true" : undefined}
          required
          onInput={() => {
            setEdited(true);
            setEmpty(false);
          }}
        />
        <button
          id="reveal"
          class="reveal"
          type="button"
          aria-pressed={isPlain}
          aria-controls="password"
          onClick={() => {
            setPlain(!isPlain);
            input.current?.focus();
          }}
        >
          {isPlain ? t("gate.hide") : t("gate.show")}
        </button>
      </div>
      <p id="gate-problem" class="problem" role="alert">
        {said?.text ?? waiting}
      </p>
      <button id="open" class="primary" type="submit" disabled={isBusy || secondsLeft > 0}>
        <span id="open-label" class="primary-label">
          {secondsLeft > 0
            ? t("gate.wait", { time: describeWait(secondsLeft, { t, ...words }) })
            : t("gate.open")}
        </span>
        <span class="spinner" aria-hidden="true" />
      </button>
    </form>
  );
}

/** The seconds left of a problem that asks to wait; 0 for others. */
function useCountdown(problem: PlainProblem | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (problem?.kind !== "wait") {
      setLeft(0);
      return undefined;
    }
    const end = Date.now() + problem.seconds * 1000;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(timer);
    };
    const timer = setInterval(tick, 500);
    tick();
    return () => clearInterval(timer);
  }, [problem]);
  return left;
}
