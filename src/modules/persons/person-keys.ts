/** The keys that lie outside the database: those that wrap persons' keys, and the one that hides identity numbers. */
import { randomBytes } from 'node:crypto';
import { randomSecret } from '../../platform/crypto.ts';
import { type CryptoSuite, cryptoSuite } from '../../platform/crypto-suite/index.ts';
import type { Platform } from '../../platform/index.ts';
import { type KeyFolder, type NumberedKey, openKeyFolder } from '../../platform/key-folder.ts';
import { KEY_BYTES, openFor, sealFor } from './seal.ts';

/** What the module does with keys. */
export interface PersonKeys {
  readonly suite: CryptoSuite;
  readonly folder: KeyFolder;
  /** HMAC of a normalised identity number: the only way from a number to a subject. 32 bytes. */
  blindIndex(identityNumber: string): Buffer;
  /** HMAC of a subject's random number, for the list of the erased: tells nobody who it was. Hexadecimal. */
  erasureMark(subjectId: string): string;
  /** A new person's key. */
  newDataKey(): Buffer;
  wrap(kek: NumberedKey, subjectId: string, dataKey: Uint8Array): Buffer;
  unwrap(person: WrappedKey): Buffer;
}

/** A person's key as it lies in the database. */
export interface WrappedKey {
  subject_id: string;
  data_key_wrapped: Buffer;
  kek_id: string;
}

const opened = new Map<string, PersonKeys>();

/** The keys of this installation; made on first use. */
export function personKeysOf(platform: Pick<Platform, 'config'>): PersonKeys {
  const { dataFolder, crypto } = platform.config;
  const known = opened.get(`${crypto} ${dataFolder}`);
  if (known) return known;
  const keys = open(dataFolder, cryptoSuite(crypto));
  opened.set(`${crypto} ${dataFolder}`, keys);
  return keys;
}

function open(dataFolder: string, suite: CryptoSuite): PersonKeys {
  const folder = openKeyFolder(dataFolder, 'persons');
  // A key of its own for each suite: a blind index made by another hash would find nobody.
  const indexKey = () => folder.lasting(`blind-index.${suite.name}`);
  const mark = (purpose: string, text: string): Buffer =>
    Buffer.from(suite.hmac(indexKey(), Buffer.from(`${purpose}\0${text}`)));
  const place = (subjectId: string, kekId: string): string => `person-key ${subjectId} ${kekId}`;
  return {
    suite,
    folder,
    blindIndex: (identityNumber) => mark('identity-number', identityNumber),
    erasureMark: (subjectId) => mark('erasure', subjectId).toString('hex'),
    newDataKey: () => Buffer.from(randomSecret()).subarray(0, KEY_BYTES),
    wrap: (kek, subjectId, dataKey) => sealFor(suite, kek.key, dataKey, place(subjectId, kek.id)),
    unwrap: (person) =>
      openFor(folder.get(person.kek_id), person.data_key_wrapped, place(person.subject_id, person.kek_id)),
  };
}

/** A subject's number: 63 random bits, never 0, so that it says nothing and nobody can compute it. */
export function randomSubjectId(): string {
  for (;;) {
    const id = randomBytes(8).readBigUInt64BE() >> 1n;
    if (id > 0n) return id.toString();
  }
}
