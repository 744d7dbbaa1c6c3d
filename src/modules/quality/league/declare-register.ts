/** A unit says how many decisions its own register holds for a month: what its reported share is counted against. */
import { actorName, type SignedInActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { type Platform, Problem } from '../../../platform/index.ts';
import { isSuppliedBy } from '../../catalogue/index.ts';
import { itemNotYours } from '../../intake/index.ts';
import { monthNotOver } from '../problems.ts';
import { declarationsOfUnit, insertDeclaration } from '../queries/league.ts';

/** A month of an item: what is declared, and what stands against it. */
export interface DeclaredMonth {
  readonly item: string;
  /** First day of the month. */
  readonly month: string;
  /** null: not declared yet. */
  readonly declared: number | null;
  /** Records decided in the month that the unit handed in. */
  readonly records: number;
  readonly declaredAt: Date | null;
}

/**
 * Writes the declaration down; a later one for the same month takes the place of an earlier one, which stays in the books.
 * @throws Problem month-not-over, item-not-yours
 */
export async function declareRegister(
  platform: Platform,
  actor: SignedInActor,
  declared: { readonly item: string; readonly month: string; readonly decisions: number },
): Promise<void> {
  const at = platform.clock.now();
  if (declared.month >= `${platform.clock.today().slice(0, 7)}-01`) throw new Problem(monthNotOver);
  if (!(await isSuppliedBy(platform.db.app, declared.item, actor.unit))) throw new Problem(itemNotYours);
  await platform.db.app.query(
    insertDeclaration({ ...declared, declarationId: newId(), unit: actor.unit, by: actorName(actor), at }),
  );
}

/** The unit's months of a period, newest first: declared, handed in, or both. */
export function listDeclaredMonths(
  platform: Platform,
  actor: SignedInActor,
  period: { readonly from: string; readonly until: string },
): Promise<DeclaredMonth[]> {
  return platform.db.app.query<DeclaredMonth>(declarationsOfUnit(actor.unit, period.from, period.until));
}
