// The collection list of the demo city: what its units hand in, as the centre would assign it, and months they declare empty.
import { addMonths } from '../../kernel/civil-date.ts';
import {
  assignItem,
  declareNil,
  listAssignments,
  readDues,
  runCollectionRound,
} from '../../modules/collection/index.ts';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { furtherSupply } from './further-rows.ts';
import { hashText } from './random.ts';
import { suppliedItems } from './supplied-items.ts';

/** One month in so many that is empty stays undeclared, so that something is missing. */
const UNDECLARED = 9;
const CONTACTS = ['法规科', '业务科室', '政策法规科', '综合科', '行政审批科'];

const actorOf = (unit: string, role: string): SignedInActor => ({
  kind: 'account',
  accountId: '0',
  unit,
  roles: [role],
  name: '演示',
});

/** Writes the list for units that have none, declares most empty months, and runs the daily round once. */
export async function seedCollection(platform: Platform): Promise<void> {
  const publisher = actorOf('qh-credit-centre', 'publisher');
  if ((await listAssignments(platform, publisher)).length > 0) return;
  const since = `${addMonths(platform.clock.today(), -11).slice(0, 7)}-01`;
  for (const { unit: name, item } of [...suppliedItems(), ...furtherSupply]) {
    const unit = `qh-${name}`;
    const contact = CONTACTS[hashText(unit) % CONTACTS.length] ?? '综合科';
    await assignItem(platform, publisher, { unit, item, channel: 'api', contact, since });
  }
  await runCollectionRound(platform, { tells: false });
  const empty = (await readDues(platform, { months: 12 })).filter(({ state }) => state === 'missing');
  for (const { unit, item, month } of empty) {
    if (hashText(`${unit} ${item} ${month}`) % UNDECLARED === 0) continue;
    await declareNil(platform, actorOf(unit, 'data-officer'), { item, month });
  }
  await runCollectionRound(platform);
}
