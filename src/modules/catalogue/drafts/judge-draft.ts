/** What a tenant may draft by its legislative power (charter C7): with none it narrows, assigns units and sets earlier dates. */
import type { Refusal } from '../../law/index.ts';
import type { ItemDefinition } from '../item-definition.ts';
import { type LegislativeLevel, type Powers, powerOf } from '../over-reach/powers.ts';
import { widerThan } from '../over-reach/wider-than.ts';

const basisText = ({ basis, furtherBases = [] }: ItemDefinition) =>
  [basis, ...furtherBases].map(({ instrument, article }) => `${instrument} ${article}`);

/** What narrowing can't reach, though nothing of it is collected or shown to more people: another basis, a later date. */
function besideNarrowing(standing: ItemDefinition, draft: ItemDefinition): Omit<Refusal, 'clause'>[] {
  const found: Omit<Refusal, 'clause'>[] = [];
  const known = basisText(standing);
  if (!known.includes(`${draft.basis.instrument} ${draft.basis.article}`))
    found.push({
      rule: 'other-basis',
      zh: '更换了依据。',
      en: 'The item is put on another basis.',
    });
  if (standing.frequency === 'per-decision' && draft.frequency === 'monthly')
    found.push({
      rule: 'later-date',
      zh: '报送由逐件改为按月，晚于现行要求。',
      en: 'Handing in monthly instead of per decision is later than what is in force.',
    });
  if (draft.unknownSubject !== standing.unknownSubject && draft.unknownSubject !== 'hold')
    found.push({
      rule: 'looser-match',
      zh: '放宽了主体不明时的处理。',
      en: 'Rows about unknown subjects are treated more loosely.',
    });
  return found;
}

/**
 * Refusals of a draft, each naming who may make such a rule; none means that the tenant may. `standing` is the item in
 * force that the draft would take the place of: a power to supplement adds items, and widens none.
 */
export function judgeDraft(
  draft: ItemDefinition,
  standing: ItemDefinition,
  level: LegislativeLevel,
  powers: Powers,
): Refusal[] {
  const power = powerOf(powers, level);
  const beyond: Omit<Refusal, 'clause'>[] = [
    ...widerThan(standing, draft).map(({ rule, zh, en }) => ({ rule: `wider-${rule}`, zh, en })),
    ...besideNarrowing(standing, draft),
  ];
  return beyond.map(({ rule, zh, en }) => ({
    clause: 'C7',
    rule,
    zh: `${zh}有权作此规定的是：${power.whoMay.zh}。`,
    en: `${en} It could be made by: ${power.whoMay.en}.`,
  }));
}
