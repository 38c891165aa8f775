import { z } from "zod";
import { seal } from "../../core/access/sealed-box.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../../core/billing/export-formats.ts";
import { CHARGE_PERIODS, exportOptions, FOCUS_VERSIONS } from "../../core/billing/export-options.ts";
import { BUCKET_SECRET_PURPOSE } from "../../core/deliveries/delivery-bucket.ts";
import { nextRunMs } from "../../core/deliveries/delivery-schedule.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { newId } from "../../infra/new-id.ts";
import { readBillingSettings } from "../../storage/billing/billing-books.ts";
import { EXPORT_LAYOUT_NAMES } from "../../storage/billing/export-layouts.ts";
import { DELIVERIES_MAX, insertDelivery } from "../../storage/deliveries/export-deliveries.ts";
import type { Deps } from "../deps.ts";
import { requireDeliverySecret } from "../events/present-subscription.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { requireAdministrator } from "../people/require-administrator.ts";
import { deliverySchema, hour, presentDelivery, requireBucket, secretAccessKey } from "./present-delivery.ts";

const formats = Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]];

export const billingDeliveriesCreate = defineOperation({
  id: "billing.deliveries.create",
  summary:
    'Have an export brought to your bucket every day; organization_id may be "all" for the operator. The secret is never answered.',
  scope: "billing:write",
  sideEffect: "export",
  bearer: "required",
  idempotent: true,
  inputName: "BillingDeliveriesCreate",
  input: z.strictObject({
    organization_id: resourceId,
    name: text(1, 255),
    layout: z.enum(EXPORT_LAYOUT_NAMES).default("focus"),
    format: z.enum(formats).default("parquet"),
    excel: z.boolean().default(false),
    focus_version: z.enum(FOCUS_VERSIONS).optional(),
    escape_formulas: z.boolean().optional(),
    charge_period: z.enum(CHARGE_PERIODS).optional(),
    provisional: z.boolean().default(true).meta({
      description: "Brings open months every day; false: months that are closed, once.",
    }),
    hour: hour.default(3),
    endpoint_url: text(1, 2_000).optional().meta({
      description: "Of a server that speaks S3, without the bucket; absent for Amazon S3.",
    }),
    region: text(1, 100).default("us-east-1"),
    bucket: text(1, 100),
    prefix: text(0, 300).default(""),
    path_style: z.boolean().optional().meta({
      description: "Whether the bucket stands in the path; by default for servers other than Amazon's.",
    }),
    access_key_id: text(1, 200),
    secret_access_key: secretAccessKey,
  }),
  audited: ["name", "layout", "format", "endpoint_url", "bucket", "prefix", "access_key_id"],
  outputName: "BillingDelivery",
  output: deliverySchema,
  resources: { account: { kind: "billing_account", role: "admin", field: "organization_id" } },
  async run(
    { config, database, clock }: Pick<Deps, "config" | "database" | "clock">,
    input,
    { resources, principal },
  ) {
    await requireAdministrator({ database }, principal);
    const sealing = requireDeliverySecret(config);
    if (input.excel && input.format !== "csv") throw InputError.at("excel", "is for csv only");
    const { focus_version, escape_formulas, charge_period } = input;
    const asked = {
      ...(focus_version !== undefined && { focus_version }),
      ...(escape_formulas !== undefined && { escape_formulas }),
      ...(charge_period !== undefined && { charge_period }),
    };
    const { journal_accounts: accounts } = await readBillingSettings(database);
    const options = exportOptions(input.layout, input.format, asked, accounts);
    if ("field" in options) throw InputError.at(options.field, options.message);
    const endpointUrl = input.endpoint_url ?? null;
    const pathStyle = input.path_style ?? endpointUrl !== null;
    requireBucket(config, {
      endpointUrl,
      region: input.region,
      bucket: input.bucket,
      prefix: input.prefix,
      pathStyle,
      accessKeyId: input.access_key_id,
    });
    const id = newId();
    const row = await insertDelivery(database, {
      id,
      owner_organization_id: principal.organizationId,
      organization_id: resources.account.id,
      name: input.name,
      layout: input.layout,
      format: input.format,
      excel: input.excel,
      requested_options: asked,
      provisional: input.provisional,
      hour: input.hour,
      endpoint_url: endpointUrl,
      region: input.region,
      bucket: input.bucket,
      prefix: input.prefix,
      path_style: pathStyle,
      access_key_id: input.access_key_id,
      sealed_secret: seal(input.secret_access_key, sealing, `${BUCKET_SECRET_PURPOSE} ${id}`),
      next_run_at: new Date(nextRunMs(input.hour, clock())),
      createdBy: principal.id,
    });
    if (row === "same_place") {
      throw new ProblemError("conflict", "Another delivery writes this layout there; choose another prefix.");
    }
    if (row === "too_many") {
      throw new ProblemError(
        "conflict",
        `An organization may have ${DELIVERIES_MAX} deliveries; delete some.`,
      );
    }
    return presentDelivery(row);
  },
});
