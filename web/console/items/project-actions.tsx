import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { DangerButton } from "../danger-button.tsx";
import { Form } from "../form.tsx";
import type { Project } from "../owned.ts";
import { useOwner } from "../owner-context.ts";
import { Problem } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { useChanges } from "../use-changes.ts";

interface ProjectActionsProps {
  /** The project that is shown; undefined without any. */
  readonly project: Project | undefined;
  /** Called with the project to show from then on; empty for any. */
  readonly onChanged: (projectId: string) => void;
}

/** What goes with a project. */
interface Contents {
  readonly items: number;
  readonly collections: number;
  readonly live_links: number;
}

/** Makes projects; archives and deletes the one that is shown. */
export function ProjectActions({ project, onChanged }: ProjectActionsProps) {
  const { t } = useWording();
  const { call } = useOwner();
  const { change, refusal } = useChanges(() => undefined);
  const [name, setName] = useState("");
  const create = async () => {
    const made = await change<Project>("projects.create", { name: name.trim() });
    if (made === undefined) return;
    setName("");
    onChanged(made.id);
  };
  const archive = async ({ id, is_archived: isArchived }: Project) => {
    const changed = await change("projects.archive", { project_id: id, is_archived: !isArchived });
    if (changed !== undefined) onChanged(id);
  };
  const askToDelete = async ({ id, name: its }: Project) => {
    const contents = await call<Contents>("projects.delete", { project_id: id, preview: true });
    const { items = "?", collections = "?", live_links: links = "?" } = contents.ok ? contents.value : {};
    return t("projects.deleteSure", { name: its, items, collections, links });
  };
  const remove = async ({ id }: Project) => {
    const removed = await change("projects.delete", { project_id: id });
    if (removed !== undefined) onChanged("");
  };
  return (
    <section aria-labelledby="projects-title">
      <h2 id="projects-title">{t("projects.title")}</h2>
      <Form kind="inline-form" label={t("projects.create")} onSubmit={create}>
        <TextField id="project-name" label={t("projects.name")} value={name} onInput={setName} />
        <button type="submit" class="quiet">
          {t("projects.create")}
        </button>
      </Form>
      {project ? (
        <p class="actions">
          <span>{project.name}</span>
          <button type="button" class="quiet" onClick={() => void archive(project)}>
            {t(project.is_archived ? "projects.reopen" : "projects.archive")}
          </button>
          <DangerButton
            label={t("items.delete")}
            question={async () => await askToDelete(project)}
            onPress={async () => await remove(project)}
          />
        </p>
      ) : null}
      {project?.is_archived ? <p class="hint">{t("projects.archived")}</p> : null}
      <Problem text={refusal} />
    </section>
  );
}
