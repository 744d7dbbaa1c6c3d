/** For tests: a stand-in of clamd on a local socket, which knows one word as malware. */
import { createServer, type Socket } from 'node:net';

const known = 'MALWARE-FOR-TESTS';

/** Takes at most `limit` bytes a stream, as StreamMaxLength does. */
export async function standInClamd(path: string, { limit }: { readonly limit: number }) {
  const server = createServer((socket: Socket) => {
    let unread = Buffer.alloc(0);
    let content = '';
    let isBegun = false;
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      unread = Buffer.concat([unread, piece as Buffer]);
      if (!isBegun) {
        if (unread.length < 10) return;
        if (unread.subarray(0, 10).toString() !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0');
        [isBegun, unread] = [true, unread.subarray(10)];
      }
      while (unread.length >= 4) {
        const length = unread.readUInt32BE();
        if (length === 0) {
          return void socket.end(content.includes(known) ? 'stream: Test.Known FOUND\0' : 'stream: OK\0');
        }
        if (unread.length < 4 + length) return;
        content += unread.subarray(4, 4 + length).toString('latin1');
        unread = unread.subarray(4 + length);
        if (content.length > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return { path, close: () => new Promise((resolve) => server.close(resolve)) };
}
