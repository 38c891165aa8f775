import { useState } from "preact/hooks";
import { useWording } from "../languages/translate.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { Project } from "./owned.ts";
import { useAnswer } from "./owner-context.ts";

/** The project that a view works in: the first one until another is chosen, empty without any. */
export function useProjects() {
  const { value, problem, reload } = useAnswer<{ projects: readonly Project[] }>("projects.list", {});
  const [chosenId, choose] = useState("");
  const projects = value?.projects;
  return { projects, problem, reload, projectId: chosenId || (projects?.[0]?.id ?? ""), choose };
}

/** The choice among several projects. */
export function ProjectChoice({ projects = [], projectId, choose }: ReturnType<typeof useProjects>) {
  const { t } = useWording();
  if (projects.length < 2) return null;
  return (
    <ChoiceField
      id="project"
      label={t("share.project")}
      value={projectId}
      choices={projects.map(({ id, name }) => [id, name] as const)}
      onChoose={choose}
    />
  );
}
