import { z } from "zod";
import { bucketFault, type DeliveryBucket } from "../../core/deliveries/delivery-bucket.ts";
import { InputError } from "../../core/errors.ts";
import type { Config } from "../../infra/config.ts";
import type { DeliveryRunRow } from "../../storage/deliveries/delivery-runs.ts";
import type { DeliveryRow } from "../../storage/deliveries/export-deliveries.ts";
import { answeredTimestamp, text } from "../operations/schemas.ts";

/** Hour of the day at which a delivery runs. */
export const hour = z.int().min(0).max(23).meta({ description: "Of the day, in UTC." });

/** The secret of an access key. */
export const secretAccessKey = text(1, 500).meta({ description: "Encrypted, and never answered." });

/** A delivery as it is answered, without the secret of its key. */
export const deliverySchema = z.object({
  id: z.string(),
  name: z.string(),
  organization_id: z.string().nullable(),
  layout: z.string(),
  format: z.string(),
  excel: z.boolean(),
  focus_version: z.string().nullable(),
  escape_formulas: z.boolean().nullable(),
  charge_period: z.string().nullable(),
  provisional: z.boolean(),
  hour: z.int(),
  endpoint_url: z.string().nullable(),
  region: z.string(),
  bucket: z.string(),
  prefix: z.string(),
  path_style: z.boolean(),
  access_key_id: z.string(),
  active: z.boolean(),
  next_run_at: answeredTimestamp,
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

/** See {@link deliverySchema}. */
export function presentDelivery(row: DeliveryRow): z.infer<typeof deliverySchema> {
  const { owner_organization_id: _owner, sealed_secret: _secret, requested_options: asked, ...rest } = row;
  return {
    ...rest,
    focus_version: asked.focus_version ?? null,
    escape_formulas: asked.escape_formulas ?? null,
    charge_period: asked.charge_period ?? null,
    next_run_at: row.next_run_at.toISOString(),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

/** A run of a delivery as it is answered. */
export const deliveryRunSchema = z.object({
  id: z.string(),
  period: z.string().nullable().meta({ description: "Null for a test of the bucket." }),
  export_id: z.string().nullable(),
  final: z.boolean().nullable(),
  status: z.enum(["pending", "delivered", "failed"]),
  attempts: z.int(),
  next_attempt_at: answeredTimestamp.nullable(),
  last_attempt_at: answeredTimestamp.nullable(),
  error: z.string().nullable().meta({ description: "Of the last attempt, as the bucket's server says it." }),
  objects: z.array(z.string()).meta({ description: "Below the prefix; the manifest last." }),
  bytes: z.int(),
  created_at: answeredTimestamp,
  ended_at: answeredTimestamp.nullable(),
});

/** See {@link deliveryRunSchema}. */
export function presentRun(row: DeliveryRunRow): z.infer<typeof deliveryRunSchema> {
  const { delivery_id: _delivery, month, is_final: isFinal, ...rest } = row;
  return {
    ...rest,
    period: month?.slice(0, 7) ?? null,
    final: isFinal,
    objects: [...row.objects],
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
    last_attempt_at: row.last_attempt_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
  };
}

/** Throws an InputError for a bucket that cannot be delivered to. */
export function requireBucket(config: Pick<Config, "OUTBOUND_ALLOWS_HTTP">, bucket: DeliveryBucket): void {
  const fault = bucketFault(bucket, { allowsHttp: config.OUTBOUND_ALLOWS_HTTP });
  if (fault !== undefined) throw InputError.at(fault.field, fault.message);
}
