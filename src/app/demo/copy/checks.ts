// The row checks of intake, compiled once for each unit, item and state of the law, so that copied rows equal accepted ones.
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { type ItemDefinition, listsOf } from '../../../modules/catalogue/index.ts';
import { compileRowCheck, matchHeader, type RowCheck } from '../../../modules/intake/pure.ts';
import type { OwnPeriod, PenaltyKindClass, PublicityRule } from '../../../modules/publicity/index.ts';
import { getDemoUnit } from '../authorities.ts';
import { dateOf } from '../calendar.ts';
import { type Column, cellsOf, columnsOf, headerOf } from '../files/columns.ts';
import type { DemoRow } from '../row.ts';
import type { DemoItem } from '../supply.ts';

/** Everything the checks need from the database; plain data, since it crosses to another thread. */
export interface CopyContext {
  readonly definitions: readonly ItemDefinition[];
  readonly publicityRules: readonly PublicityRule[];
  readonly penaltyClasses: readonly PenaltyKindClass[];
  readonly ownPeriods: readonly OwnPeriod[];
}

/** Fields that the generated rows never fill; leaving the columns out spares the checks of empty cells. */
const EMPTY =
  /^(CF_XDR|XK_XDR|DJ)_(GSZC|ZZJG|SWDJ|SYDW|SHZZ)$|^BZ$|^CF_GSJZQ$|^penaltySequence$|^DJ_(GSZC|ZZJG|SWDJ|SYDW|SHZZ)$/;

interface Checker {
  readonly columns: readonly Column[];
  readonly check: RowCheck;
}

/** Gives the check for rows of a unit and item, as it was on the day of handing in. */
export class Checks {
  private readonly context: CopyContext;
  private readonly until: CivilDate;
  private readonly changes: readonly CivilDate[];
  private readonly known = new Map<string, Checker>();

  constructor(context: CopyContext, until: CivilDate) {
    this.context = context;
    this.until = until;
    // The classes are read on the day of handing in: the days on which the table changes part the checks.
    const days = context.penaltyClasses.flatMap((row) => [row.from, row.until ?? until]);
    this.changes = [...new Set(days)].filter((day) => day < until).sort();
  }

  /** The definition of an item. Throws RangeError when it is not in force. */
  definition(item: DemoItem): ItemDefinition {
    const found = this.context.definitions.find((definition) => definition.item === item);
    if (!found) throw new RangeError(`the item ${item} is not in force`);
    return found;
  }

  /** Checks a row as intake did on its day. */
  check(row: DemoRow, number: number): ReturnType<RowCheck> {
    const next = this.changes.find((day) => day > dateOf(row.handedIn));
    const today = next === undefined ? this.until : addDays(next, -1);
    const key = `${row.unit} ${row.item} ${today}`;
    let checker = this.known.get(key);
    if (!checker) {
      checker = this.compile(row.unit, row.item, today);
      this.known.set(key, checker);
    }
    return checker.check(number, cellsOf(checker.columns, row.values));
  }

  private compile(unit: string, item: DemoItem, today: CivilDate): Checker {
    const definition = this.definition(item);
    const columns = columnsOf(item).filter(({ code }) => !EMPTY.test(code));
    const { name, uscc, sector, authorities } = getDemoUnit(unit);
    const { publicityRules, penaltyClasses, ownPeriods } = this.context;
    const matched = matchHeader(definition, headerOf(columns, 'codes'));
    const check = compileRowCheck(definition, matched.columns, {
      today,
      unit: { name: name.zh, uscc, sector },
      authorities,
      lists: listsOf(definition),
      publicityRules,
      penaltyClasses,
      ownPeriods,
    });
    return { columns, check };
  }
}
