// Log lines go to a collector too: after it was away as well, and a broken one costs nothing but the oldest lines.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type LogTarget, parseLogTarget, shipTo } from './log-shipping.ts';

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** A collector that keeps the lines it got. */
async function collector(at: string | number): Promise<{ target: LogTarget; text(): string; cut(): void }> {
  let got = '';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('data', (piece) => {
      got += piece.toString();
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) =>
    typeof at === 'string' ? server.listen(at, resolve) : server.listen(at, '127.0.0.1', resolve),
  );
  open.push(server);
  const address = server.address();
  const target: LogTarget =
    typeof at === 'string'
      ? { kind: 'unix', path: at }
      : { kind: 'tcp', host: '127.0.0.1', port: (address as { port: number }).port };
  return {
    target,
    text: () => got,
    cut() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const until = async (holds: () => boolean) => {
  for (let left = 200; !holds(); left--) {
    if (left === 0) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

describe('the setting', () => {
  test.each<[string, LogTarget | undefined]>([
    ['tcp://logs.example:6514', { kind: 'tcp', host: 'logs.example', port: 6514 }],
    ['tls://[::1]:6514/', { kind: 'tls', host: '::1', port: 6514 }],
    ['unix:/run/log.sock', { kind: 'unix', path: '/run/log.sock' }],
    ['tcp://logs.example', undefined],
    ['tcp://logs.example:0', undefined],
    ['http://logs.example:80', undefined],
    ['unix:relative.sock', undefined],
    ['tcp://a b:5', undefined],
  ])('%s', (text, target) => expect(parseLogTarget(text)).toEqual(target));
});

test('every line arrives, by TCP as by a local socket', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gx-log-'));
  for (const at of [0, path.join(folder, 'log.sock')]) {
    const { target, text } = await collector(at);
    const shipper = shipTo(target);
    for (let n = 0; n < 500; n++) shipper.write(`{"n":${n}}\n`);
    await until(() => text().includes('{"n":499}'));
    await shipper.close();
    expect(text().split('\n')).toHaveLength(501);
  }
  await rm(folder, { recursive: true });
});

test('what was said while the collector was away arrives when it is back; what was too much is counted', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gx-log-'));
  const place = path.join(folder, 'log.sock');
  const shipper = shipTo({ kind: 'unix', path: place });
  for (let n = 0; n < 10_050; n++) shipper.write(`{"n":${n}}\n`);
  const first = await collector(place);
  await until(() => first.text().includes('{"n":10049}'));
  expect(first.text()).toContain('"dropped":50');
  expect(first.text()).not.toContain('{"n":49}');
  expect(first.text()).toContain('{"n":50}');
  first.cut();
  await until(() => {
    shipper.write('{"after":true}\n');
    return true;
  });
  await rm(place, { force: true });
  const second = await collector(place);
  shipper.write('{"later":true}\n');
  await until(() => second.text().includes('{"later":true}'));
  await shipper.close();
  await rm(folder, { recursive: true });
});
