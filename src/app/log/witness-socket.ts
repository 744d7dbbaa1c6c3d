/** The witness as the log clerk sees it: behind a socket, its key pinned when it was first heard. */
import { parseVkey } from '../../kernel/tlog/verifier-key.ts';
import type { Witness, WitnessAnswer } from '../../modules/transparency/index.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { askOverSocket } from '../../platform/local-http.ts';

const readable: readonly number[] = [200, 400, 403, 404, 409, 422];

/** Hears the witness's key. @throws Error when it does not answer */
export async function reachWitness(socket: string): Promise<Witness> {
  const { body } = await askOverSocket(socket, { method: 'GET', path: '/vkey' });
  return {
    vkey: parseVkey(sha256Bytes, body.trim()),
    async addCheckpoint(request) {
      const answer = await askOverSocket(socket, { method: 'POST', path: '/add-checkpoint', body: request });
      if (!readable.includes(answer.status)) throw new Error(`the witness answered ${answer.status}`);
      return answer as WitnessAnswer;
    },
  };
}
