import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { Column } from "../data-table.tsx";
import { Form } from "../form.tsx";
import { DangerButton } from "../danger-button.tsx";
import { useAnswer } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { useChanges } from "../use-changes.ts";
import { LoadedTable } from "../loaded-table.tsx";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly is_organization_admin: boolean;
  readonly disabled_at: string | null;
}

interface Member {
  readonly user_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const ROLES = ["viewer", "editor", "admin"] as const;
type Role = (typeof ROLES)[number];

/** The people of the organization, and who may do what in a project. */
export function People() {
  const { t } = useWording();
  const { value, problem, reload } = useAnswer<{ users: readonly Person[] }>("users.list", {});
  const { change, refusal } = useChanges(reload);
  const columns: readonly Column<Person>[] = [
    { title: t("links.name"), value: ({ name }) => name },
    { title: t("signIn.email"), value: ({ email }) => email },
    {
      title: t("people.role"),
      value: ({ is_organization_admin: isAdmin }) => (isAdmin ? t("people.administrator") : ""),
    },
    {
      title: t("links.state"),
      value: ({ disabled_at: disabled }) => (disabled === null ? t("people.active") : t("people.disabled")),
    },
    {
      title: t("links.actions"),
      value: () => "",
      cell: ({ id, disabled_at: disabled }) => (
        <button
          type="button"
          class={`quiet${disabled === null ? " danger" : ""}`}
          onClick={() => void change(disabled === null ? "users.disable" : "users.enable", { user_id: id })}
        >
          {t(disabled === null ? "people.disable" : "people.enable")}
        </button>
      ),
    },
  ];
  const users = value?.users ?? [];
  return (
    <>
      <LoadedTable
        problem={problem || refusal}
        label={t("organization.people")}
        columns={columns}
        rows={value?.users}
        keyOf={({ id }) => id}
        fileName="people.csv"
        empty={t("people.none")}
      />
      <Members people={users} />
    </>
  );
}

function Members({ people }: { people: readonly Person[] }) {
  const { t } = useWording();
  const projects = useProjects();
  return (
    <section aria-labelledby="members-title">
      <h2 id="members-title">{t("people.members")}</h2>
      <ProjectChoice {...projects} />
      {projects.projectId === "" ? null : (
        <MembersOf key={projects.projectId} projectId={projects.projectId} people={people} />
      )}
    </section>
  );
}

function MembersOf({ projectId, people }: { projectId: string; people: readonly Person[] }) {
  const { t } = useWording();
  const project = { project_id: projectId };
  const { value, problem, reload } = useAnswer<{ members: readonly Member[] }>("projects.list_members", {
    ...project,
    limit: 200,
  });
  const { change, refusal } = useChanges(reload);
  const [chosen, setChosen] = useState("");
  const members = value?.members ?? [];
  const others = people.filter(({ id }) => !members.some(({ user_id: member }) => member === id));
  const roles = ROLES.map((role) => [role, t(`people.${role}`)] as const);
  const columns: readonly Column<Member>[] = [
    { title: t("links.name"), value: ({ name }) => name },
    {
      title: t("people.role"),
      value: ({ role }) => role,
      cell: ({ user_id: user, name, role }) => (
        <select
          aria-label={t("people.roleOf", { name })}
          value={role}
          onChange={(event) =>
            void change("projects.update_member", {
              ...project,
              user_id: user,
              role: event.currentTarget.value,
            })
          }
        >
          {roles.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      ),
    },
    {
      title: t("links.actions"),
      value: () => "",
      cell: ({ user_id: user }) => (
        <DangerButton
          label={t("people.remove")}
          onPress={async () => await change("projects.remove_member", { ...project, user_id: user })}
        />
      ),
    },
  ];
  return (
    <>
      <LoadedTable
        problem={problem || refusal}
        label={t("people.members")}
        columns={columns}
        rows={value?.members}
        keyOf={({ user_id: id }) => id}
        empty={t("people.noMember")}
      />
      {others.length === 0 ? null : (
        <Form
          kind="inline-form"
          onSubmit={async () => {
            const user_id = chosen || others[0]?.id;
            await change("projects.add_member", { ...project, user_id, role: "viewer" });
          }}
        >
          <ChoiceField
            id="new-member"
            label={t("people.person")}
            value={chosen || (others[0]?.id ?? "")}
            choices={others.map(({ id, name }) => [id, name] as const)}
            onChoose={setChosen}
          />
          <button type="submit" class="quiet">
            {t("people.add")}
          </button>
        </Form>
      )}
    </>
  );
}
