/** For tests: an address on this machine in front of the tests' PostgreSQL, which itself listens on a socket file; it can be shut. */
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import type { Endpoint } from '../../../platform/db/endpoint.ts';

export type TcpDoor = {
  readonly port: number;
  /** Cuts all connections, and refuses others until it is opened again. */
  shut(): Promise<void>;
  open(): Promise<void>;
};

/** Opens the door on a free port, which it keeps. */
export async function openTcpDoor({ host, port: number }: Endpoint): Promise<TcpDoor> {
  const target = host.startsWith('/') ? path.join(host, `.s.PGSQL.${number}`) : undefined;
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    return socket;
  };
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer((near) => {
        const far = target === undefined ? createConnection(number, host) : createConnection(target);
        keep(near).pipe(keep(far)).pipe(near);
        near.on('close', () => far.destroy());
        far.on('close', () => near.destroy());
      });
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        if (address !== null && typeof address !== 'string') port = address.port;
        resolve();
      });
    });
  await open();
  return {
    port,
    open,
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
