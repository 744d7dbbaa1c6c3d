// The units of the demo city with their codes, and the authorities they act for.
import { authorityCode } from './codes.ts';
import { type UnitWords, unitWords } from './words/units.ts';

/** A deciding body: `mark` is its sign in document numbers; `until` is half-open. */
export interface DemoAuthority {
  readonly uscc: string;
  readonly name: string;
  readonly mark: string;
  readonly until?: string;
}

/** A unit; the first authority is the unit itself. */
export interface DemoUnit {
  readonly code: string;
  readonly kind: UnitWords['kind'];
  readonly sector: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly uscc: string;
  /** Nine digits for a town; absent where the whole city is its area. */
  readonly areaCode?: string;
  readonly authorities: readonly DemoAuthority[];
}

/** Registered by the establishment office: bodies of state 11, institutions 12, people's organisations 13. */
function categoryOf({ zh }: UnitWords): string {
  if (zh.endsWith('中心')) return '12';
  return /工会|青团|联合会|联合社/.test(zh) ? '13' : '11';
}

const BODIES_PER_UNIT = 10;

/** All 69 units in a fixed order, the same for every seed. */
export const demoUnits: readonly DemoUnit[] = unitWords.map((words, place) => {
  const uscc = authorityCode(categoryOf(words), place * BODIES_PER_UNIT);
  const others = (words.actsFor ?? []).map(({ zh, mark, until }, at): DemoAuthority => {
    const body = { uscc: authorityCode('11', place * BODIES_PER_UNIT + at + 1), name: zh, mark };
    return until === undefined ? body : { ...body, until };
  });
  return {
    code: words.code,
    kind: words.kind,
    sector: words.sector,
    name: { zh: words.zh, en: words.en },
    uscc,
    ...(words.areaCode !== undefined && { areaCode: words.areaCode }),
    authorities: [{ uscc, name: words.zh, mark: words.mark }, ...others],
  };
});

const byCode = new Map(demoUnits.map((unit) => [unit.code, unit]));

/** The unit with this code, with or without `qh-`. Throws RangeError for an unknown one. */
export function getDemoUnit(code: string): DemoUnit {
  const unit = byCode.get(code) ?? byCode.get(`qh-${code}`);
  if (!unit) throw new RangeError(`the demo city has no unit ${code}`);
  return unit;
}
