import { newId } from "../../infra/new-id.ts";
import type { Tags } from "../../core/tags/tags.ts";
import { ProblemError } from "../../core/errors.ts";
import type { ProjectRole } from "../../core/access/access.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** A row of `projects`. */
export interface ProjectRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly description: string | null;
  readonly gcs_region: string | null;
  readonly gcs_bucket_name: string | null;
  readonly is_archived: boolean;
  readonly deleted_at: Date | null;
  readonly tags: Tags;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A row of `project_members`. */
export interface MemberRow {
  readonly project_id: string;
  readonly user_id: string;
  readonly role: ProjectRole;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A member with what a list shows of the person. */
export interface NamedMemberRow extends MemberRow {
  readonly name: string;
  readonly email: string;
}

/** A page of a project's members by name, and how many there are. */
export async function listMembers(
  database: Queryable,
  projectId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ members: NamedMemberRow[]; total: number }> {
  const members = await database<NamedMemberRow[]>`
    select project_id, user_id, role, project_members.created_at, project_members.updated_at, name, email
    from project_members join users on users.id = user_id
    where project_id = ${projectId} order by name, user_id limit ${limit} offset ${offset}`;
  const [counted] = await database<{ total: number }[]>`
    select count(*) as total from project_members where project_id = ${projectId}`;
  return { members: [...members], total: counted?.total ?? 0 };
}

/** Creates a project; a user who creates one is its first admin. */
export async function insertProject(
  database: Database,
  values: {
    organizationId: string;
    name: string;
    description: string | null;
    region: string;
    tags?: Tags;
    adminUserId: string | undefined;
  },
): Promise<ProjectRow> {
  return await database.begin(async (transaction) => {
    const row = single(
      await transaction<ProjectRow[]>`
        insert into projects (id, organization_id, name, description, gcs_region, tags)
        values (${newId()}, ${values.organizationId}, ${values.name}, ${values.description}, ${values.region},
          ${transaction.json(values.tags ?? {})})
        returning *`,
    );
    if (values.adminUserId !== undefined)
      await upsertMember(transaction, row.id, values.adminUserId, "admin");
    return row;
  });
}

/** One project, unless it is deleted. */
export async function findProject(database: Queryable, id: string): Promise<ProjectRow | undefined> {
  const [row] = await database<
    ProjectRow[]
  >`select * from projects where id = ${idParameter(id)} and deleted_at is null`;
  return row;
}

/**
 * Holds a project until the transaction ends, so that it is not deleted while something new comes into it;
 * throws a ProblemError `not_found` when it is deleted.
 */
export async function holdProject(transaction: Queryable, id: string): Promise<void> {
  const rows = await transaction`
    select from projects where id = ${id} and deleted_at is null for key share`;
  if (rows.length === 0) throw new ProblemError("not_found", "No such project.");
}

/** Changes a project, fields that are undefined excepted; resolves to undefined when it is deleted. */
export async function updateProject(
  database: Queryable,
  id: string,
  change: {
    readonly name?: string | undefined;
    readonly description?: string | null | undefined;
    readonly tags?: Tags | undefined;
    readonly is_archived?: boolean | undefined;
  },
): Promise<ProjectRow | undefined> {
  const row = {
    updated_at: new Date(),
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.description === undefined ? {} : { description: change.description }),
    ...(change.tags === undefined ? {} : { tags: database.json(change.tags) }),
    ...(change.is_archived === undefined ? {} : { is_archived: change.is_archived }),
  };
  const [changed] = await database<ProjectRow[]>`
    update projects set ${database(row as never)} where id = ${id} and deleted_at is null returning *`;
  return changed;
}

/** Which projects are listed. */
export interface ProjectFilter {
  readonly organizationId: string;
  /** Only those that this user is a member of. */
  readonly memberId: string | undefined;
  readonly name: string | undefined;
  /** Only those that are archived, or only those that are not. */
  readonly isArchived: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Projects by name, one page. */
export async function listProjects(
  database: Queryable,
  { organizationId, memberId, name, isArchived, limit, offset }: ProjectFilter,
): Promise<{ projects: ProjectRow[]; total: number }> {
  const rows = await database<(ProjectRow & { total: number })[]>`
    select projects.*, count(*) over () as total from projects
    where organization_id = ${organizationId} and deleted_at is null and name = coalesce(${name ?? null}, name)
      and is_archived = coalesce(${isArchived ?? null}, is_archived)
      and (${memberId ?? null}::uuid is null or exists (
        select from project_members where project_id = projects.id and user_id = ${memberId ?? null}::uuid
      ))
    order by name, id limit ${limit} offset ${offset}`;
  return { projects: rows, total: rows[0]?.total ?? 0 };
}

/** The role a user has in a project. */
export async function findMemberRole(
  database: Queryable,
  projectId: string,
  userId: string,
): Promise<ProjectRole | undefined> {
  const [row] = await database<{ role: ProjectRole }[]>`
    select role from project_members where project_id = ${projectId} and user_id = ${idParameter(userId)}`;
  return row?.role;
}

/** Adds a member or changes the member's role. */
export async function upsertMember(
  database: Queryable,
  projectId: string,
  userId: string,
  role: ProjectRole,
): Promise<MemberRow> {
  return single(
    await database<MemberRow[]>`
      insert into project_members (project_id, user_id, role) values (${projectId}, ${userId}, ${role})
      on conflict (project_id, user_id) do update set role = excluded.role, updated_at = now()
      returning *`,
  );
}

/**
 * Runs a change of one member while the project's members stand still. Resolves to `last_admin`, without the
 * change, when it would take the role from the only administrator.
 */
export async function changeMember<T>(
  database: Database,
  projectId: string,
  { userId, role }: { readonly userId: string; readonly role: ProjectRole | undefined },
  change: (transaction: Queryable) => Promise<T>,
): Promise<T | "last_admin"> {
  return await database.begin(async (transaction) => {
    const admins = await transaction<{ user_id: string }[]>`
      select user_id from project_members where project_id = ${projectId} and role = 'admin' for update`;
    const isOnlyAdmin = admins.length === 1 && admins[0]?.user_id === userId;
    return isOnlyAdmin && role !== "admin" ? "last_admin" : await change(transaction);
  });
}

/** Changes a member's role; undefined when the user is no member. */
export async function updateMember(
  database: Queryable,
  projectId: string,
  userId: string,
  role: ProjectRole,
): Promise<MemberRow | undefined> {
  const [row] = await database<MemberRow[]>`
    update project_members set role = ${role}, updated_at = now()
    where project_id = ${projectId} and user_id = ${idParameter(userId)}
    returning *`;
  return row;
}

/** Removes a member; false when the user was none. */
export async function deleteMember(database: Queryable, projectId: string, userId: string): Promise<boolean> {
  const result = await database`
    delete from project_members where project_id = ${projectId} and user_id = ${idParameter(userId)}`;
  return result.count > 0;
}

/** Whether a user belongs to an organization. */
export async function isUserOfOrganization(
  database: Queryable,
  userId: string,
  organizationId: string,
): Promise<boolean> {
  const rows = await database`
    select 1 from users where id = ${idParameter(userId)} and organization_id = ${organizationId}`;
  return rows.length > 0;
}

/** The projects that a user is a member of. */
export async function listMemberProjectIds(database: Queryable, userId: string): Promise<string[]> {
  const rows = await database<{ project_id: string }[]>`
    select project_id from project_members where user_id = ${idParameter(userId)}`;
  return rows.map(({ project_id: id }) => id);
}

/** Of some ids, those that name a project. */
export async function keepProjectIds(database: Queryable, ids: readonly string[]): Promise<string[]> {
  const rows = await database<{ id: string }[]>`
    select id from projects where id = any(${ids as string[]}::uuid[]) and deleted_at is null`;
  return rows.map(({ id }) => id);
}
