/** Has Go's own code for transparency logs verify a log of ours, and ours verify what Go signs. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seededRandom } from '../../../src/kernel/seeded-random.ts';
import { openNote } from '../../../src/kernel/tlog/open-note.ts';
import { parseVkey } from '../../../src/kernel/tlog/verifier-key.ts';
import { verifyEd25519 } from '../../../src/platform/crypto-suite/index.ts';
import { type JudgedCase, judgeCase, makeCases } from './cases.ts';
import { buildGo, type GoAnswer, runGo } from './go-program.ts';
import { hash, witnessedAt, writeLog } from './log-on-disk.ts';

/** How much to prove. */
export interface Plan {
  readonly entries: number;
  readonly seed: number;
}

/** What came of it. */
export interface Figures {
  readonly entries: number;
  /** Entries and tiles that Go read, hashed and found under the root. */
  readonly entriesVerified: number;
  readonly tilesVerified: number;
  readonly proofs: number;
  readonly goodAccepted: number;
  readonly goodRefused: number;
  readonly spoiltAccepted: number;
  readonly disagreements: number;
  readonly forgedCheckpoints: number;
  readonly forgedRefused: number;
  readonly changedFiles: number;
  readonly changedFilesRefused: number;
  /** Whether our code opened the checkpoint that Go signed. */
  readonly goSignatureHolds: boolean;
  readonly witnessTimeAgrees: boolean;
}

/** Checkpoints that must not be believed: another size, another root, signatures exchanged or missing. */
function forge(checkpoint: string): string[] {
  const [origin, size, root = '', , logLine = '', witnessLine = ''] = checkpoint.split('\n');
  const text = `${origin}\n${size}\n${root}\n`;
  const otherRoot = (root.startsWith('A') ? 'B' : 'A') + root.slice(1);
  const base64 = (line: string) => line.split(' ')[2] as string;
  return [
    checkpoint.replace(`\n${size}\n`, `\n${Number(size) + 1}\n`),
    checkpoint.replace(root, otherRoot),
    checkpoint.replace(`${origin}\n`, `${origin}.\n`),
    `${text}\n${logLine.replace(base64(logLine), base64(witnessLine))}\n`,
    `${text}\n`,
  ];
}

function count(cases: readonly JudgedCase[], answer: GoAnswer) {
  const sum = { goodAccepted: 0, goodRefused: 0, spoiltAccepted: 0, disagreements: 0 };
  for (const [at, { proof, expected }] of cases.entries()) {
    const verdict = answer.verdicts[at];
    if (verdict !== judgeCase(proof)) sum.disagreements += 1;
    if (expected === true) sum[verdict ? 'goodAccepted' : 'goodRefused'] += 1;
    if (expected === false && verdict) sum.spoiltAccepted += 1;
  }
  return sum;
}

/** Changes one byte of each file in turn, and counts how often Go refuses the log. */
async function refusedWhenChanged(
  program: string,
  folder: string,
  names: readonly string[],
): Promise<number> {
  let refused = 0;
  for (const name of names) {
    const file = path.join(folder, name);
    const content = await readFile(file);
    const changed = Buffer.from(content);
    changed[changed.length - 1] = (changed.at(-1) as number) ^ 1;
    await writeFile(file, changed);
    if ('refusal' in runGo(program, folder)) refused += 1;
    await writeFile(file, content);
  }
  return refused;
}

function goSignatureHolds({ vkey, signed }: GoAnswer): boolean {
  const key = parseVkey(hash, vkey);
  return openNote(signed, [key], verifyEd25519).signers.length === 1;
}

/** Writes a log, has it verified, and compares. Fails when Go refuses the whole log. */
export async function proveLogForeign(plan: Plan): Promise<Figures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-log-foreign-'));
  try {
    const random = seededRandom(plan.seed);
    const program = buildGo(folder);
    const log = await writeLog(folder, plan.entries, random);
    const cases = await makeCases(log, random);
    const forged = forge(log.checkpoint);
    await writeFile(path.join(folder, 'forged.json'), JSON.stringify(forged));
    await writeFile(path.join(folder, 'cases.json'), JSON.stringify(cases.map(({ proof }) => asJson(proof))));
    const outcome = runGo(program, folder);
    if ('refusal' in outcome) throw new Error(`Go refuses the log: ${outcome.refusal}`);
    const { answer } = outcome;
    const toChange = ['tile/0/000', 'tile/entries/000', 'checkpoint'];
    return {
      entries: answer.size,
      entriesVerified: answer.entries,
      tilesVerified: answer.tiles,
      proofs: answer.verdicts.length,
      ...count(cases, answer),
      forgedCheckpoints: forged.length,
      forgedRefused: answer.refused.length,
      changedFiles: toChange.length,
      changedFilesRefused: await refusedWhenChanged(program, folder, toChange),
      goSignatureHolds: goSignatureHolds(answer),
      witnessTimeAgrees: answer.witnessed === witnessedAt,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Bytes as base64, which Go's JSON reads as bytes. */
function asJson(proof: JudgedCase['proof']): Record<string, unknown> {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const { root, leaf, oldRoot, proof: hashes, ...rest } = proof;
  return { ...rest, root: text(root), leaf: text(leaf), oldRoot: text(oldRoot), proof: hashes.map(text) };
}
