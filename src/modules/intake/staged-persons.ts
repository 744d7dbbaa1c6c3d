/** Stages rows about natural persons on a session of their own: each sealed whole, under the attempt's own key. */

import { randomSecret } from '../../platform/crypto.ts';
import { cryptoSuite } from '../../platform/crypto-suite/index.ts';
import type { Platform } from '../../platform/index.ts';
import { openFor, sealFor } from '../persons/index.ts';
import type { PersonFacts } from './checking/finding.ts';
import { createStagedPersons, dropStagedPersons, PERSON_COLUMNS } from './queries/staged-persons.ts';
import type { Relations } from './queries/staging.ts';

const BATCH = 1_000;

/**
 * The staged rows of one attempt. Their key is in the memory of the process that settles them and nowhere else: an
 * attempt that dies leaves nothing that anybody could open, and the next one reads the file again.
 */
export class StagedPersons {
  /** Rows staged so far. */
  rows = 0;
  readonly #platform: Platform;
  readonly #relations: Relations;
  readonly #key = randomSecret();
  #lines: string[] = [];
  #isMade = false;

  constructor(platform: Platform, relations: Relations) {
    this.#platform = platform;
    this.#relations = relations;
  }

  /** Drops what an earlier attempt left. */
  async begin(): Promise<void> {
    await this.#platform.db.app.query(dropStagedPersons(this.#relations));
  }

  add(row: number, facts: PersonFacts): void {
    this.rows++;
    const suite = cryptoSuite(this.#platform.config.crypto);
    const sealed = sealFor(suite, this.#key, Buffer.from(JSON.stringify(facts)), this.#placeOf(row));
    this.#lines.push(`${row}\t\\\\x${sealed.toString('hex')}\n`);
  }

  /** The row again. @throws SealError when the table was changed meanwhile */
  open(row: number, sealed: Uint8Array): PersonFacts {
    return JSON.parse(openFor(this.#key, sealed, this.#placeOf(row)).toString('utf8')) as PersonFacts;
  }

  /** Writes when a batch is full; `all` writes whatever there is. */
  async flush(all = false): Promise<void> {
    if (this.#lines.length === 0 || (!all && this.#lines.length < BATCH)) return;
    const lines = this.#lines;
    this.#lines = [];
    await this.#platform.db.app.transaction(async (tx) => {
      if (!this.#isMade) for (const make of createStagedPersons(this.#relations)) await tx.query(make);
      await tx.copyIn(this.#relations.persons, PERSON_COLUMNS, [lines.join('')]);
    });
    this.#isMade = true;
  }

  #placeOf(row: number): string {
    return `${this.#relations.persons} ${row}`;
  }
}
