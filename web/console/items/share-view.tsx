import { useEffect, useRef, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { describeAnswer } from "../describe-answer.ts";
import type { Project } from "../owned.ts";
import { useOwner } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { addressOf } from "../route.ts";
import { textOfProgress } from "./progress-text.ts";
import { shareRaster, type Progress } from "./share-raster.ts";
import { rastersOf } from "./upload-file.ts";
import { Problem } from "../problem.tsx";

/** A raster on its way. */
interface Sending {
  readonly id: number;
  readonly name: string;
  readonly progress: Progress;
}

/** Where files are dropped: each becomes an item, and then a link. */
export function ShareView() {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const ours = useProjects();
  const { problem, projectId, choose } = ours;
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [fault, setFault] = useState("");
  useEffect(() => {
    document.title = t("share.title");
  }, [t]);

  const share = async (files: readonly File[]) => {
    setFault("");
    const project = projectId || (await firstProject());
    if (project === undefined) return;
    for (const raster of rastersOf(files)) {
      const id = Math.random();
      const name = raster[0]?.name ?? "";
      setSendings((all) => [...all, { id, name, progress: { step: "uploading", percent: 0 } }]);
      await shareRaster({ project_id: project }, raster, {
        call,
        describe: (failure) => describeAnswer(failure, wording),
        onProgress: (progress) =>
          setSendings((all) => all.map((each) => (each.id === id ? { ...each, progress } : each))),
      });
    }
  };
  const firstProject = async (): Promise<string | undefined> => {
    const made = await call<Project>("projects.create", { name: t("share.firstProject") });
    if (made.ok) {
      choose(made.value.id);
      return made.value.id;
    }
    setFault(describeAnswer(made, wording));
    return undefined;
  };

  return (
    <section class="view-share" aria-labelledby="view-title">
      <h1 id="view-title">{t("share.title")}</h1>
      <DropZone onFiles={(files) => void share(files)} />
      <ProjectChoice {...ours} />
      <Problem text={fault || problem} />
      <ul class="sendings">
        {sendings.map((sending) => (
          <SendingRow key={sending.id} {...sending} />
        ))}
      </ul>
    </section>
  );
}

function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useWording();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <div
      class={`drop${isOver ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>{t("share.intro")}</p>
      <input
        ref={chooser}
        id="files"
        class="visually-hidden"
        type="file"
        multiple
        aria-label={t("share.choose")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <button type="button" class="primary" onClick={() => chooser.current?.click()}>
        {t("share.choose")}
      </button>
    </div>
  );
}

function SendingRow({ name, progress }: Sending) {
  const { t } = useWording();
  const percent = "percent" in progress ? progress.percent : undefined;
  return (
    <li class="sending" data-step={progress.step}>
      <span class="row-name">{name}</span>
      {progress.step === "ready" || progress.step === "failed" ? null : (
        <progress max={100} value={percent} aria-label={name} />
      )}
      <span role="status">{textOfProgress(progress, t)}</span>
      {progress.step === "ready" ? (
        <a class="primary" href={addressOf({ view: "new-link", target: "item", id: progress.itemId })}>
          {t("share.link")}
        </a>
      ) : null}
    </li>
  );
}
