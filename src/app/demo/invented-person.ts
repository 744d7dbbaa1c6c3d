// The natural person of the demo, who does not exist: whom the sign-on offers, and the file of decisions about them.
import { toEpochDay } from '../../kernel/civil-date.ts';
import type { DemoBatch } from './batches.ts';
import { dateOf } from './calendar.ts';
import { freshPenalties } from './files/fresh-rows.ts';
import type { City } from './generate-city.ts';
import type { RowValues } from './row.ts';

/** There is no division 371899. */
export const inventedPerson = { name: '赵春和', identityNumber: '37189919850307077X' };

/** A penalty as it is handed in about a natural person instead of an organisation. */
export function aboutPerson(
  values: RowValues,
  { name, identityNumber }: typeof inventedPerson,
  capacity: '经营活动' | '职业活动',
): RowValues {
  return {
    ...values,
    CF_XDR_MC: name,
    CF_XDR_LB: '自然人',
    CF_XDR_SHXYM: '',
    CF_FRDB: '',
    CF_XDR_ZJLX: '身份证',
    CF_XDR_ZJHM: identityNumber,
    personCapacity: capacity,
  };
}

/** Two decisions of the last days, handed in as the city's last file: who signs in as that person has a file to see. */
export function personBatch(city: City): DemoBatch {
  const day = dateOf(toEpochDay(city.options.until));
  const rows = freshPenalties(city, 0, 2, 951).map(({ values }, at) =>
    aboutPerson(values, inventedPerson, at === 0 ? '经营活动' : '职业活动'),
  );
  return {
    unit: 'qh-market-supervision',
    item: 'administrative-penalty',
    at: new Date(`${day}T17:00:00+08:00`),
    fileName: `administrative-penalty-persons-${day}.csv`,
    rows,
    persons: true,
  };
}
