import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A TCP proxy between the programs and one of their parts. */
export interface FaultProxy {
  readonly port: number;
  /** Resets every connection; new ones are accepted. */
  cut(): void;
  /** From now on everything arrives this much later, in each direction. */
  delay(milliseconds: number): void;
  /** From now on nothing comes through in either direction; connections stay open. */
  silence(): void;
  /** The same, from right after this text has come through in either direction. */
  silenceAfter(text: string): void;
  /** Whether it is silent now. */
  readonly isSilent: boolean;
  /** Ends delay and silence. What was held back comes through. */
  heal(): void;
  close(): Promise<void>;
}

/** Starts a proxy to a port of this machine. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const releases = new Set<() => void>();
  let delayMs = 0;
  let isSilent = false;
  let lastWords: string | undefined;
  const silence = () => {
    isSilent = true;
    for (const socket of sockets) socket.pause();
  };
  /** Like TCP, it never changes the order of what is sent: each timer lets the oldest chunk go. */
  const forward = (from: Socket, to: Socket) => {
    const held: Buffer[] = [];
    const releaseOldest = () => {
      const chunk = held.shift();
      if (chunk === undefined || !to.writable) return;
      to.write(chunk);
      if (lastWords !== undefined && chunk.includes(lastWords)) silence();
    };
    const releaseAll = () => {
      while (held.length > 0) releaseOldest();
    };
    releases.add(releaseAll);
    from.once("close", () => releases.delete(releaseAll));
    from.on("data", (chunk: Buffer) => {
      held.push(chunk);
      if (delayMs === 0) releaseAll();
      else setTimeout(releaseOldest, delayMs);
    });
  };
  const server = createServer((client) => {
    const target = connect({ port: targetPort, host: "127.0.0.1", noDelay: true });
    client.setNoDelay(true);
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(socket);
      forward(socket, other);
      if (isSilent) socket.pause();
      socket.on("error", () => undefined);
      socket.once("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    delay: (milliseconds) => {
      delayMs = milliseconds;
    },
    silence,
    silenceAfter: (text) => {
      lastWords = text;
    },
    get isSilent() {
      return isSilent;
    },
    heal: () => {
      [delayMs, isSilent, lastWords] = [0, false, undefined];
      for (const release of releases) release();
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
