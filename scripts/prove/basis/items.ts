/** Items without a sufficient basis: asked to come into force each is refused, and a file for it is refused at the door. */

import { itemRules } from '../../../src/modules/catalogue/catalogue-rules.ts';
import type { ItemDefinition } from '../../../src/modules/catalogue/pure.ts';
import { overReaching, shippedItem } from '../../../src/modules/catalogue/testing/over-reaching.ts';
import { handIn, officer } from '../../../src/modules/intake/testing/city.ts';
import { putToWait, requestActivation } from '../../../src/modules/law/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { Problem } from '../../../src/platform/problem.ts';
import { comingBasis } from './city.ts';

interface Unfounded {
  readonly what: string;
  readonly rule: string;
  readonly item: ItemDefinition;
}

const penalty = shippedItem('administrative-penalty');
/** Bases missing, ended, not yet in force, of too low a level, or too low for natural persons (C1, C3, C7). */
const UNFOUNDED: readonly Unfounded[] = [
  {
    what: 'cites nothing',
    rule: 'basis-unknown',
    item: { ...penalty, basis: { instrument: '', article: '' } },
  },
  { what: 'rests on a law to come', rule: 'basis-not-yet', item: { ...penalty, basis: comingBasis } },
  ...overReaching.filter(
    ({ rule, supplement }) => !supplement && /^(basis-|edition-unknown|level-|definition-c3)/.test(rule),
  ),
];

/** What became of one: the rule that stood against it, the problem at the door, and rows that were turned away there. */
export interface Refused {
  readonly rule: string;
  readonly named: boolean;
  readonly problem: string;
  readonly rows: number;
}

/** The type of the problem that is thrown. @throws Error where none is */
export async function problemOf(run: () => Promise<unknown>): Promise<Problem> {
  const caught = await run().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (caught instanceof Problem) return caught;
  throw caught ?? new Error('nothing refused it');
}

/** Puts each to wait, asks for it, and hands in `file` of `rows` rows for it. */
export async function refuseItems(
  platform: Platform,
  file: (item: number) => string,
  rows: number,
): Promise<Record<string, Refused>> {
  const refused: Record<string, Refused> = {};
  const publisher = officer('centre', 'publisher', '31');
  for (const [n, { what, rule, item }] of UNFOUNDED.entries()) {
    const code = `without-basis-${n}`;
    const content = { ...item, item: code };
    const versionId = await platform.db.app.transaction((tx) =>
      putToWait(platform, tx, {
        ruleSet: itemRules,
        key: `${code}/${item.edition}`,
        content,
        origin: 'draft',
      }),
    );
    const asked = await problemOf(() => requestActivation(platform, publisher, versionId, '核对'));
    const told = (asked.extra as { refusals?: { rule: string }[] } | undefined)?.refusals ?? [];
    const atDoor = await problemOf(() => handIn(platform, officer('market'), code, file(n)));
    refused[what] = {
      rule,
      named: told.some((one) => one.rule === rule),
      problem: atDoor.definition.type.replace(/^.*\//, ''),
      rows,
    };
  }
  return refused;
}
