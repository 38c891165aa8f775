import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { describeAnswer } from "../describe-answer.ts";
import type { Link } from "../owned.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { addressOf } from "../route.ts";
import { TextField } from "../text-field.tsx";
import {
  AddressLifeChoice,
  IntroductionChoice,
  OriginsField,
  originsIn,
  PreviewCardChoice,
} from "./link-choices.tsx";
import { dayOf, endOfDay } from "./link-end.ts";
import { stateOf } from "./link-state.ts";

/** One link: what it is, and its settings. */
export function LinkView({ linkId }: { linkId: string }) {
  const wording = useWording();
  const { t, day, moment } = wording;
  const { value: link, problem, reload } = useAnswer<Link>("share.link.get", { link_id: linkId });
  const name = link ? (link.label ?? link.target_name ?? link.id.slice(0, 8)) : "";
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <section aria-labelledby="view-title">
      <p>
        <a class="quiet" href={addressOf({ view: "links" })}>
          {t("link.back")}
        </a>
      </p>
      <h1 id="view-title">{name}</h1>
      <p class="problem" role="alert">
        {problem}
      </p>
      {link ? (
        <>
          <dl class="facts">
            <dt>{t("links.state")}</dt>
            <dd>{stateOf(link, wording)}</dd>
            <dt>{t("link.made_on")}</dt>
            <dd>{day(link.created_at)}</dd>
            <dt>{t("links.views")}</dt>
            <dd>{link.access_count}</dd>
            <dt>{t("links.last")}</dt>
            <dd>{link.last_accessed_at === null ? t("links.never") : moment(link.last_accessed_at)}</dd>
          </dl>
          {link.status === "revoked" ? null : <LinkSettings key={link.id} link={link} onSaved={reload} />}
        </>
      ) : null}
    </section>
  );
}

function LinkSettings({ link, onSaved }: { link: Link; onSaved: () => void }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const [label, setLabel] = useState(link.label ?? "");
  const [end, setEnd] = useState(() => dayOf(new Date(link.expires_at)));
  const [introduction, setIntroduction] = useState(link.introduction);
  const [addressLife, setAddressLife] = useState(link.address_life);
  const [card, setCard] = useState(link.preview_card);
  const [maxViews, setMaxViews] = useState(link.max_views === null ? "" : String(link.max_views));
  const [origins, setOrigins] = useState(link.allowed_origins.join("\n"));
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const save = async () => {
    setSaid("");
    const answer = await call("share.link.update", {
      link_id: link.id,
      label: label.trim() === "" ? null : label.trim(),
      introduction,
      address_life: addressLife,
      max_views: maxViews.trim() === "" ? null : Number(maxViews),
      preview_card: card,
      allowed_origins: originsIn(origins),
      // A link whose day is not changed keeps its hour.
      ...(end === dayOf(new Date(link.expires_at)) ? {} : { expires_at: endOfDay(end) }),
    });
    setProblem(answer.ok ? "" : describeAnswer(answer, wording));
    if (!answer.ok) return;
    setSaid(t("link.saved"));
    onSaved();
  };
  return (
    <form
      class="form"
      noValidate
      aria-labelledby="settings-title"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="settings-title">{t("link.settings")}</h2>
      <TextField
        id="link-label"
        label={t("link.label")}
        hint={t("link.labelHint")}
        value={label}
        onInput={setLabel}
      />
      <div class="form-field">
        <label for="link-end">{t("link.end")}</label>
        <input id="link-end" type="date" value={end} onInput={(event) => setEnd(event.currentTarget.value)} />
      </div>
      <IntroductionChoice value={introduction} onChoose={setIntroduction} />
      <AddressLifeChoice value={addressLife} onChoose={setAddressLife} />
      <p class="hint">{t("link.addressShorter")}</p>
      <TextField
        id="link-views"
        label={t("link.maxViews")}
        hint={t("link.noLimit")}
        inputMode="numeric"
        value={maxViews}
        onInput={setMaxViews}
      />
      <PreviewCardChoice value={card} onChoose={setCard} />
      <OriginsField value={origins} onInput={setOrigins} />
      <p class="problem" role="alert">
        {problem}
      </p>
      <p class="row-said" role="status">
        {said}
      </p>
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </form>
  );
}
