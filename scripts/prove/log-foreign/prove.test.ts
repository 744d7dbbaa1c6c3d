// A seeded slice of the proof by Go's implementation: a thousand entries; the whole is prove:log-foreign.
import { expect, test } from 'vitest';
import { lackingGo } from './go-program.ts';
import { proveLogForeign } from './prove.ts';

const lacking = lackingGo();
if (lacking !== undefined) process.stdout.write(`skipped: ${lacking} is not here\n`);
const name = 'Go’s sumdb reads our checkpoint, tiles, entries and proofs, and judges each as we do';

test.skipIf(lacking !== undefined && process.env['CI'] !== 'true')(
  lacking === undefined ? name : `skipped: ${lacking} is not here: ${name}`,
  { timeout: 180_000 },
  async () => {
    expect(await proveLogForeign({ entries: 1_000, seed: 2026 })).toEqual({
      entries: 1_000,
      entriesVerified: 1_000,
      tilesVerified: 5,
      proofs: 4_000,
      goodAccepted: 2_000,
      goodRefused: 0,
      spoiltAccepted: 0,
      disagreements: 0,
      forgedCheckpoints: 5,
      forgedRefused: 5,
      changedFiles: 3,
      changedFilesRefused: 3,
      goSignatureHolds: true,
      witnessTimeAgrees: true,
    });
  },
);
