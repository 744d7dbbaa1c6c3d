/** Until when a record is public and why, as a sentence with the article behind it. */
import { type Html, type HtmlValue, html } from '../../../platform/html/index.ts';
import { day } from '../../../platform/html/parts.ts';
import type { Language } from '../../../platform/language.ts';
import type { PublicRecord } from '../public-record.ts';
import type { Citation, Reference } from '../reference.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const recordWords = { zh, en };

/** The five years of the Shandong Social Credit Regulation, art. 38. */
const fiveYears: Citation = { instrument: 'shandong-credit-2020', article: '第三十八条' };

/** A sentence and the article that it rests on. */
export type Because = {
  readonly says: string;
  readonly cites: Citation | undefined;
  /** The earlier of two rules was taken because the transition is unsettled. */
  readonly transition: boolean;
};

/** Why the record is public until the day it is. */
export function becauseOf(record: PublicRecord, reference: Reference, language: Language): Because {
  const words = recordWords[language].because;
  const item = reference.items.get(record.item);
  const ruleOf = (id: string | null) =>
    reference.rules.find((rule) => rule.rule_id === id && rule.misconduct_class === record.misconductClass);
  const cite = (rule: ReturnType<typeof ruleOf>): Citation | undefined =>
    rule && { instrument: rule.instrument_id, article: rule.article };
  const [now, then] = [ruleOf(record.ruleNow), ruleOf(record.ruleAtDecision)];
  switch (record.untilBecause) {
    case 'rule-now':
      return {
        says: words.ruleNow(now?.min_months ?? 0, now?.max_months ?? 0),
        cites: cite(now),
        transition: false,
      };
    case 'rule-at-decision':
      return { says: words.ruleAtDecision(then?.max_months ?? 0), cites: cite(then), transition: true };
    case 'own-period':
      return { says: words.ownPeriod, cites: item?.basis, transition: false };
    case 'five-years':
      return { says: words.fiveYears, cites: fiveYears, transition: false };
    case 'valid-until':
      return { says: words.validUntil, cites: item?.basis, transition: false };
    case 'open-ended':
      return { says: words.openEnded, cites: item?.basis, transition: false };
  }
}

/** From when until when it is public, in words; `from` may say more about the first day. */
export function publicPeriod(
  record: PublicRecord,
  language: Language,
  from: HtmlValue = day(record.publicFrom),
): Html {
  const words = recordWords[language];
  const end =
    record.publicUntil === null
      ? words.openEnded[record.publicity]
      : words.publicUntil(day(record.publicUntil));
  return html`${words.publicFrom(from)}${words.semicolon}${end}`;
}

/** An article as a link to the law's page. */
export function citation(
  cites: Citation,
  reference: Reference,
  language: Language,
  to: (path: string) => string,
): Html {
  const title = reference.titles.get(cites.instrument)?.[language] ?? cites.instrument;
  return html`<a href="${to(`/law/${cites.instrument}`)}">${recordWords[language].citation(title, cites.article)}</a>`;
}
