/** The two clocks as the record's page shows them: the unit's share, the law's limit, the platform's share. */
import { type Html, html } from '../../../../platform/html/index.ts';
import { day } from '../../../../platform/html/parts.ts';
import type { Language } from '../../../../platform/language.ts';
import type { PublicRecord } from '../../public-record.ts';
import type { TwoClocks } from '../../two-clocks.ts';
import { recordWords } from '../because.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };

/** A date and its working day: "2026-11-18，第 5 个工作日". */
function onDay(date: string, days: number | undefined, language: Language): Html {
  const words = recordWords[language];
  return html`${day(date)}${words.comma}${days === undefined ? words.unfixedDay : words.workingDay(days)}`;
}

function verdict(days: number | undefined, limit: number, language: Language): string | undefined {
  const words = dictionaries[language];
  if (days === undefined) return undefined;
  return days <= limit ? words.inTime : words.late(days - limit);
}

function dueText({ due }: TwoClocks, language: Language): string {
  if (due === undefined) return '';
  return due.kind === 'fixed'
    ? dictionaries[language].due(due.date)
    : recordWords[language].unfixed(due.awaitsYear, due.date);
}

/** The list of the clocks. */
export function clocksPart(record: PublicRecord, clocks: TwoClocks, language: Language): Html {
  const words = dictionaries[language];
  const { comma } = recordWords[language];
  const { handedInDays, publicDays, limit } = clocks;
  const judged = (days: number | undefined) => {
    const text = limit && verdict(days, limit.workingDays, language);
    return text && html`<br><span class="mark">${text}</span>`;
  };
  const share =
    handedInDays === undefined || publicDays === undefined ? undefined : publicDays - handedInDays;
  return html`<h2>${words.clocksHeading}</h2><p class="quiet">${words.clocksSay}</p>
<ul class="clocks">
<li><b>${words.handedIn}</b>${onDay(record.handedInOn, handedInDays, language)}${judged(handedInDays)}</li>
<li><b>${words.madePublic}</b>${onDay(record.publicFrom, publicDays, language)}${judged(publicDays)}<br>
<span class="quiet">${limit ? html`${words.limit(limit.workingDays)}${comma}${dueText(clocks, language)}` : words.noLimit}</span></li>
${share !== undefined && html`<li><b>${words.platform}</b>${words.platformDays(share)}</li>`}
</ul>`;
}
