import type { Queryable } from "../database/database.ts";

/** A row of `device_authorizations`. */
export interface DeviceAuthorizationRow {
  readonly user_code: string;
  readonly client_id: string;
  readonly scope: string;
  readonly code_challenge: string | null;
  readonly expires_at: Date;
  readonly interval_seconds: number;
  readonly last_polled_at: Date | null;
  readonly outcome: "pending" | "approved" | "denied" | "redeemed";
  readonly session_id: string | null;
}

/** Keeps what a device asked for. */
export async function insertDeviceAuthorization(
  database: Queryable,
  values: {
    deviceCodeHash: Buffer;
    userCode: string;
    clientId: string;
    scope: string;
    codeChallenge: string | null;
    expiresAt: Date;
    intervalSeconds: number;
  },
): Promise<void> {
  await database`
    insert into device_authorizations
      (device_code_hash, user_code, client_id, scope, code_challenge, expires_at, interval_seconds)
    values (${values.deviceCodeHash}, ${values.userCode}, ${values.clientId}, ${values.scope}, ${values.codeChallenge},
      ${values.expiresAt}, ${values.intervalSeconds})`;
}

/** The authorization that waits for a decision under this user code. */
export async function findPendingDevice(
  database: Queryable,
  userCode: string,
  now: Date,
): Promise<DeviceAuthorizationRow | undefined> {
  const [row] = await database<DeviceAuthorizationRow[]>`
    select * from device_authorizations
    where user_code = ${userCode} and outcome = 'pending' and expires_at > ${now}`;
  return row;
}

/** Decides once; false when it was decided already. */
export async function decideDevice(
  database: Queryable,
  userCode: string,
  decision: { readonly outcome: "denied" } | { readonly outcome: "approved"; readonly sessionId: string },
): Promise<boolean> {
  const sessionId = decision.outcome === "approved" ? decision.sessionId : null;
  const result = await database`
    update device_authorizations set outcome = ${decision.outcome}, session_id = ${sessionId}
    where user_code = ${userCode} and outcome = 'pending'`;
  return result.count > 0;
}

/** What a device code stands for. */
export async function findDevice(
  database: Queryable,
  deviceCodeHash: Buffer,
): Promise<DeviceAuthorizationRow | undefined> {
  const [row] = await database<DeviceAuthorizationRow[]>`
    select * from device_authorizations where device_code_hash = ${deviceCodeHash}`;
  return row;
}

/** Notes that a device asked again, and from when on it may do so next. */
export async function touchDevice(
  database: Queryable,
  deviceCodeHash: Buffer,
  now: Date,
  intervalSeconds: number,
): Promise<void> {
  await database`
    update device_authorizations set last_polled_at = ${now}, interval_seconds = ${intervalSeconds}
    where device_code_hash = ${deviceCodeHash}`;
}

/** Hands an approved session out once; undefined when it is not approved or was handed out before. */
export async function redeemDevice(database: Queryable, deviceCodeHash: Buffer): Promise<string | undefined> {
  const [row] = await database<{ session_id: string }[]>`
    update device_authorizations set outcome = 'redeemed'
    where device_code_hash = ${deviceCodeHash} and outcome = 'approved' returning session_id`;
  return row?.session_id;
}
