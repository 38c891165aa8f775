import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { SELF_SIGNED } from "./self-signed.ts";

/**
 * A server that speaks PostgreSQL's TLS negotiation in front of a real PostgreSQL, as a pooler or stunnel
 * does.
 */
export interface TlsProxy {
  readonly port: number;
  /** How many connections were encrypted. */
  readonly encrypted: number;
  close(): void;
}

/** Starts a proxy on 127.0.0.1 with a self-signed certificate. */
export async function startTlsProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<TlsProxy> {
  const sockets = new Set<Socket>();
  let encrypted = 0;
  const server: Server = createServer((client) => {
    sockets.add(client);
    client.on("error", () => client.destroy());
    client.once("data", () => {
      client.write("S");
      const secure = new TLSSocket(client, { isServer: true, ...SELF_SIGNED });
      const upstream = connect(target.port, target.host);
      sockets.add(upstream);
      secure.once("secure", () => (encrypted += 1));
      for (const socket of [secure, upstream]) {
        socket.on("error", () => undefined);
        socket.on("close", () => (secure.destroy(), upstream.destroy()));
      }
      secure.pipe(upstream).pipe(secure);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get encrypted() {
      return encrypted;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
