import { isIP, Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions } from "node:tls";
import type { ParsedOptions } from "./driver.ts";

/** The message that asks the server for TLS. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** How long a server may take to accept a connection, and again to answer on it. */
export const CONNECT_DEADLINE_MS = 5_000;

/** A socket that is being opened: the TCP socket, and the one to talk through when it is ready. */
interface OpeningSocket {
  readonly raw: Socket;
  readonly ready: Promise<Socket>;
}

/**
 * Connects to PostgreSQL, encrypted as `sslmode` says. `onLost` is called when the socket ends, for any
 * reason. The driver is not told: it can crash or wait for ever when a socket ends at the wrong moment.
 */
export function openSocket(
  options: ParsedOptions,
  hostIndex: number,
  onLost: (error: unknown) => void,
): OpeningSocket {
  const raw = new Socket();
  const lose = (error: unknown) => {
    clearTimeout(deadline);
    onLost(error);
  };
  const deadline = setTimeout(
    () => lose(new ConnectionError("CONNECT_TIMEOUT", "PostgreSQL does not take the connection")),
    CONNECT_DEADLINE_MS,
  );
  keepLossFromDriver(raw, lose);
  raw.setNoDelay(true);
  const ready = new Promise<Socket>((resolve) => {
    const found = (socket: Socket) => {
      clearTimeout(deadline);
      resolve(socket);
    };
    raw.once("connect", () => {
      if (options.ssl === false) found(raw);
      else encrypt(raw, options, hostIndex, found, lose);
    });
  });
  const { path } = options;
  if (path) raw.connect(path);
  else raw.connect(options.port[hostIndex] ?? 5432, options.host[hostIndex] ?? "localhost");
  return { raw, ready };
}

function encrypt(
  raw: Socket,
  { ssl, host }: ParsedOptions,
  hostIndex: number,
  ready: (socket: Socket) => void,
  onLost: (error: unknown) => void,
): void {
  raw.write(SSL_REQUEST);
  raw.once("data", (answer: Buffer) => {
    const isEncrypted = answer[0] === 0x53;
    if (!isEncrypted && ssl === "prefer") return ready(raw);
    if (!isEncrypted)
      return onLost(new ConnectionError("CONNECTION_CLOSED", "PostgreSQL does not speak TLS"));
    const name = host[hostIndex] ?? "";
    const settings: ConnectionOptions = { socket: raw };
    if (isIP(name) === 0) settings.servername = name;
    if (ssl === "require" || ssl === "allow" || ssl === "prefer") settings.rejectUnauthorized = false;
    else if (typeof ssl === "object") Object.assign(settings, ssl);
    const socket = connectTls(settings);
    keepLossFromDriver(socket, onLost);
    socket.once("secureConnect", () => ready(socket));
  });
}

/**
 * Catches the events themselves, because listeners come and go. `drain` is useless to the driver and could
 * hand a connection out twice.
 */
function keepLossFromDriver(socket: Socket, onLost: (error: unknown) => void): void {
  const emit = socket.emit.bind(socket) as (event: string | symbol, ...rest: unknown[]) => boolean;
  socket.emit = (event: string | symbol, ...rest: unknown[]): boolean => {
    switch (event) {
      case "error":
        onLost(rest[0]);
        return true;
      case "end":
      case "close":
        onLost(new ConnectionError("CONNECTION_CLOSED", "the connection to PostgreSQL was closed"));
        return true;
      case "drain":
        return true;
      default:
        return emit(event, ...rest);
    }
  };
}

/** A failure of the connection rather than of a statement; `code` is the system's, the driver's or ours. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
