/** The witness process: an account, a key and a memory of its own; it signs only a log that grew. */
import { rmSync } from 'node:fs';
import { formatVkey, parseVkey } from '../../kernel/tlog/verifier-key.ts';
import { openWitness, openWitnessKey } from '../../modules/transparency/index.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { openDurableFolder } from '../../platform/durable-folder.ts';
import { answerOnSocket } from '../../platform/local-http.ts';
import { beChild } from '../being-child.ts';
import type { WitnessPlace } from './witness-place.ts';

/** The first message to the witness. */
export type StartWitness = { readonly kind: 'start'; readonly place: WitnessPlace; readonly logVkey: string };

/** Everything is loaded by now: from here on root's rights are not needed, and gone. */
function becomeAccount(uid: number | undefined): void {
  if (uid === undefined) return;
  process.setgroups?.([]);
  process.setgid?.(uid);
  process.setuid?.(uid);
}

/** The log's key that was told first; another one later is another log. */
async function pinnedLogKey(folder: string, vkey: string): Promise<string> {
  const files = openDurableFolder(folder);
  const known = await files.find('log.vkey');
  if (known) return Buffer.from(known).toString('utf8').trim();
  await files.write([{ name: 'log.vkey', bytes: `${vkey}\n` }]);
  return vkey;
}

beChild<StartWitness>(async ({ place, logVkey }) => {
  becomeAccount(place.runAs);
  const pinned = await pinnedLogKey(place.folder, logVkey);
  const witness = openWitness({
    folder: place.folder,
    key: openWitnessKey(place.folder),
    logs: [parseVkey(sha256Bytes, pinned)],
    now: () => new Date(),
  });
  rmSync(place.socket, { force: true });
  const server = answerOnSocket(async ({ method, path, body }) => {
    if (method === 'POST' && path === '/add-checkpoint') return witness.addCheckpoint(body);
    if (method === 'GET' && path === '/vkey')
      return { status: 200, type: 'text/plain', body: `${formatVkey(witness.vkey)}\n` };
    return { status: 404, type: 'text/plain', body: '' };
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.socket, resolve);
  });
  return () => new Promise<void>((resolve) => server.close(() => resolve()));
});
