import { decideProjectAccess, type Principal, type ProjectRole } from "../../core/access/access.ts";
import { ProblemError } from "../../core/errors.ts";
import { operatesBilling, organizationExists } from "../../storage/accounts/organizations.ts";
import { findExport, type ExportRow } from "../../storage/billing/billing-exports.ts";
import { findNote } from "../../storage/billing/billing-notes.ts";
import { findStatementOwner } from "../../storage/billing/statements.ts";
import { findBudget, type BudgetRow } from "../../storage/budgets/budgets.ts";
import { findCollection, type CollectionRow } from "../../storage/catalog/collections.ts";
import { findItem, type ItemRow } from "../../storage/catalog/items.ts";
import type { Database } from "../../storage/database/database.ts";
import { findExportDelivery, type DeliveryRow } from "../../storage/deliveries/export-deliveries.ts";
import { findSubscription, type SubscriptionRow } from "../../storage/events/event-subscriptions.ts";
import { findMemberRole, findProject, type ProjectRow } from "../../storage/catalog/projects.ts";
import { findShareLink, type ShareLinkRow } from "../../storage/links/share-links.ts";
import { findUpload, type UploadRow } from "../../storage/catalog/uploads.ts";
import { findWarmUp, type WarmUpRow } from "../../storage/warm-ups/warm-ups.ts";

/** The row that each kind of resource is found as. */
export interface ResourceRows {
  readonly organization: { readonly id: string };
  readonly project: ProjectRow;
  readonly collection: CollectionRow;
  readonly item: ItemRow;
  readonly share_link: ShareLinkRow;
  readonly upload: UploadRow;
  /**
   * An organization whose money this is; `id` is null for all organizations, which only the operator of
   * billing may name.
   */
  readonly billing_account: { readonly id: string | null };
  readonly billing_export: ExportRow;
  readonly billing_statement: { readonly id: string };
  readonly billing_adjustment: { readonly id: string };
  readonly event_subscription: SubscriptionRow;
  readonly budget: BudgetRow;
  readonly export_delivery: DeliveryRow;
  readonly warm_up: WarmUpRow;
}

/** A kind of resource that operations name by id. */
export type ResourceKind = keyof ResourceRows;

/** A resource that the caller must have access to, named by a field of the input. */
export interface ResourceRule {
  readonly kind: ResourceKind;
  /** The weakest role that may do this. */
  readonly role: ProjectRole;
  /** The field that holds the id; null or absent when the call names none. */
  readonly field: string;
  /** Of a project that takes something new: an archived one is refused. */
  readonly isOpen?: true;
  /** The rule applies only when another field has this value. */
  readonly when?: { readonly field: string; readonly equals: string };
}

/** Rules by the name under which the handler receives the found row. */
export type ResourceRules = Readonly<Record<string, ResourceRule>>;

/** The rows that rules find: possibly undefined where the rule is conditional or the id optional. */
export type Resources<Rules, Input> = {
  readonly [Name in keyof Rules]: Rules[Name] extends ResourceRule
    ? ResourceRows[Rules[Name]["kind"]] | (IsCertain<Rules[Name], Input> extends true ? never : undefined)
    : never;
};

type IsCertain<Rule extends ResourceRule, Input> = Rule extends { readonly when: object }
  ? false
  : Rule["field"] extends keyof Input
    ? Input[Rule["field"]] extends string
      ? true
      : false
    : false;

interface Found {
  readonly row: ResourceRows[ResourceKind];
  readonly organizationId: string;
  /** Undefined for resources of the organization as a whole. */
  readonly projectId: string | undefined;
}

const FINDERS: {
  readonly [Kind in ResourceKind]: (
    database: Database,
    id: string,
    principal: Principal,
  ) => Promise<Found | undefined>;
} = {
  organization: (_database, id) => Promise.resolve({ row: { id }, organizationId: id, projectId: undefined }),
  project: async (database, id) => {
    const row = await findProject(database, id);
    return row && { row, organizationId: row.organization_id, projectId: row.id };
  },
  collection: async (database, id) => foundInProject(await findCollection(database, id)),
  item: async (database, id) => foundInProject(await findItem(database, id)),
  share_link: async (database, id) => foundInProject(await findShareLink(database, id)),
  upload: async (database, id) => foundInProject(await findUpload(database, id)),
  billing_account: findBillingAccount,
  billing_export: async (database, id) => {
    const row = await findExport(database, id);
    return row && { row, organizationId: row.owner_organization_id, projectId: undefined };
  },
  billing_statement: async (database, id, principal) =>
    await ofAccount(database, principal, id, await findStatementOwner(database, id)),
  billing_adjustment: async (database, id, principal) =>
    await ofAccount(database, principal, id, (await findNote(database, id))?.organization_id),
  event_subscription: async (database, id) => {
    const row = await findSubscription(database, id);
    return row && { row, organizationId: row.organization_id, projectId: undefined };
  },
  export_delivery: async (database, id) => {
    const row = await findExportDelivery(database, id);
    return row && { row, organizationId: row.owner_organization_id, projectId: undefined };
  },
  warm_up: async (database, id) => {
    const row = await findWarmUp(database, id);
    return row && { row, organizationId: row.organizationId, projectId: row.projectId };
  },
  budget: async (database, id) => {
    const row = await findBudget(database, id);
    return row && { row, organizationId: row.organization_id, projectId: undefined };
  },
};

/** The `billing_account` id that means all organizations. */
const ALL_ORGANIZATIONS = "all";

/**
 * One's own organization, or any (`all` included) for the operator of billing: then it counts as the
 * operator's own.
 */
async function findBillingAccount(
  database: Database,
  id: string,
  principal: Principal,
): Promise<Found | undefined> {
  const { organizationId } = principal;
  const found = { organizationId, projectId: undefined };
  if (id === organizationId) return { ...found, row: { id } };
  if (!(await operatesBilling(database, organizationId))) return undefined;
  if (id === ALL_ORGANIZATIONS) return { ...found, row: { id: null } };
  return (await organizationExists(database, id)) ? { ...found, row: { id } } : undefined;
}

/** What belongs to an account is for those who may name the account. */
async function ofAccount(
  database: Database,
  principal: Principal,
  id: string,
  ownerId: string | undefined,
): Promise<Found | undefined> {
  const account = ownerId === undefined ? undefined : await findBillingAccount(database, ownerId, principal);
  return account && { ...account, row: { id } };
}

function foundInProject(
  row: CollectionRow | ItemRow | ShareLinkRow | UploadRow | undefined,
): Found | undefined {
  return row && { row, organizationId: row.organization_id, projectId: row.project_id };
}

/**
 * Finds the resources that a call names and decides whether the principal may use them. A missing resource
 * and one of another organization give the same 404; too weak a role gives a 403.
 */
export async function findResources(
  database: Database,
  principal: Principal,
  rules: ResourceRules,
  input: unknown,
): Promise<Record<string, ResourceRows[ResourceKind]>> {
  const resources: Record<string, ResourceRows[ResourceKind]> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const id = idNamedBy(rule, input as Readonly<Record<string, unknown>>);
    if (id === undefined) continue;
    const found = await FINDERS[rule.kind](database, id, principal);
    const decision = found && (await decide(database, principal, found, rule.role));
    if (found === undefined || decision === undefined || decision === "hidden") {
      throw new ProblemError("not_found", `No such ${rule.kind.replace("_", " ")}.`);
    }
    if (decision === "forbidden") {
      throw new ProblemError("forbidden", `This needs the role ${rule.role} in the project.`);
    }
    if (rule.isOpen === true) requireOpenProject(found.row as ProjectRow);
    resources[name] = found.row;
  }
  return resources;
}

/** Throws a ProblemError `conflict` for an archived project, which takes nothing new. */
export function requireOpenProject(project: Pick<ProjectRow, "is_archived">): void {
  if (!project.is_archived) return;
  const detail = "The project is archived: projects.update with is_archived false opens it.";
  throw new ProblemError("conflict", detail);
}

function idNamedBy(rule: ResourceRule, input: Readonly<Record<string, unknown>>): string | undefined {
  if (rule.when !== undefined && input[rule.when.field] !== rule.when.equals) return undefined;
  const id = input[rule.field];
  return typeof id === "string" ? id : undefined;
}

async function decide(database: Database, principal: Principal, found: Found, role: ProjectRole) {
  const memberRole =
    principal.type === "user" && found.projectId !== undefined
      ? await findMemberRole(database, found.projectId, principal.id)
      : undefined;
  return decideProjectAccess(principal, found, role, memberRole);
}
