/** The six figures of a unit from what it handed in: each a part of a whole, and the index over them. */
import { FIGURES, type Figure, type Scheme } from './figures-data.ts';
import { shareOf, weightedMean } from './share.ts';

/** Sums over the months of a period; what each means stands on the page of the figures. */
export interface Inputs {
  readonly files: number;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly rejected: number;
  readonly returned: number;
  readonly cellsDue: number;
  readonly cellsMissing: number;
  /** Records decided in the period. */
  readonly records: number;
  readonly corrected: number;
  /** Of those the ones whose working days can be counted, and the ones handed in within the limit. */
  readonly counted: number;
  readonly onTime: number;
  /** Decisions that the unit declares of its own register, and records that stand against them, month by month. */
  readonly declared: number;
  readonly reported: number;
}

/** A figure as part and whole. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/**
 * 完整率 filled among the cells the standard asks for · 合规率 rows that passed every check of form · 及时率 decisions
 * handed in within the limit · 上报率 records against the unit's own register · 入库率 stored among the rows that had to
 * be · 准确率 records that their unit did not have to correct.
 */
export function partsOf(input: Inputs): Readonly<Record<Figure, Part>> {
  return {
    completeness: { part: input.cellsDue - input.cellsMissing, of: input.cellsDue },
    compliance: { part: input.rows - input.rejected + input.returned, of: input.rows },
    timeliness: { part: input.onTime, of: input.counted },
    reported: { part: input.reported, of: input.declared },
    storage: { part: input.accepted, of: input.rows - input.duplicate - input.refused },
    accuracy: { part: input.records - input.corrected, of: input.records },
  };
}

/** Shares as ten-thousandths, and their weighted mean; null where too few could be counted. */
export interface Figures {
  readonly parts: Readonly<Record<Figure, Part>>;
  readonly shares: Readonly<Record<Figure, number | null>>;
  readonly index: number | null;
}

/** Counts a unit's figures. */
export function countFigures(input: Inputs, { weights, fewestFigures }: Scheme): Figures {
  const parts = partsOf(input);
  const entries = FIGURES.map((figure) => [figure, shareOf(parts[figure].part, parts[figure].of)] as const);
  const shares = Object.fromEntries(entries) as Record<Figure, number | null>;
  const counted = entries.filter(([, share]) => share !== null);
  const index =
    counted.length < fewestFigures
      ? null
      : weightedMean(counted.map(([figure, share]) => ({ share, weight: weights[figure] })));
  return { parts, shares, index };
}

/** Places in a league: equal indexes share a place, and the next place is counted on past them; no index, no place. */
export function placesOf(indexes: readonly (number | null)[]): (number | null)[] {
  return indexes.map((index) =>
    index === null ? null : 1 + indexes.filter((other) => other !== null && other > index).length,
  );
}
