/** What the declared end of an instrument has ended, shown from the day that it was decided. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { Visit } from '../../../../platform/html/page.ts';
import { day } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { type Effects, selectEnd } from '../../queries/register.ts';

const dictionaries = {
  zh: {
    heading: '因失效而停止的内容',
    from: (on: Html) => html`自 ${on} 起：`,
    item: (name: string, records: number) => `${name}：${records} 条记录不再公示`,
    persons: (name: string) => `${name}：不再归集自然人的信息`,
    rules: (n: number) => `另有 ${n} 条规则须另找依据。`,
    nothing: '没有事项因此停止。',
  },
  en: {
    heading: 'What ended with it',
    from: (on: Html) => html`From ${on} on:`,
    item: (name: string, records: number) => `${name}: ${records} records are no longer public`,
    persons: (name: string) => `${name}: nothing about natural persons is taken any more`,
    rules: (n: number) => `${n} other rules need another basis.`,
    nothing: 'No item ended with it.',
  },
} as const;

/** The part; nothing for an instrument that nobody declared ended here. */
export async function endedPart(
  platform: Platform,
  instrument: string,
  { language }: Visit,
): Promise<Html | undefined> {
  const end = await platform.db.portal.maybe<{ endsOn: string; effects: Effects }>(selectEnd(instrument));
  if (!end) return undefined;
  const words = dictionaries[language];
  const { items, rules } = end.effects;
  const others = Object.values(rules).reduce((sum, uses) => sum + uses, 0);
  const lines = items.map((one) =>
    one.part === 'whole' ? words.item(one[language], one.records) : words.persons(one[language]),
  );
  return html`<h2>${words.heading}</h2>
${lines.length === 0 ? html`<p>${words.nothing}</p>` : html`<p>${words.from(day(end.endsOn))}</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}
${others > 0 && html`<p>${words.rules(others)}</p>`}`;
}
