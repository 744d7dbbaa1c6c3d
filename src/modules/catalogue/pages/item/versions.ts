/** The versions that an item has had, with what each changed (charter C12). */

import { civilDateAt } from '../../../../platform/clock.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { Visit } from '../../../../platform/html/page.ts';
import { day } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { differencesOf } from '../../../law/index.ts';
import { selectItemVersions } from '../../queries/editions.ts';
import { changesTable } from '../changes-table.ts';

const dictionaries = {
  zh: {
    heading: '版本沿革',
    first: '首次启用',
    founding: '平台建立时启用',
    local: '本地起草，经公开征求意见',
    changed: (n: number) => `修改 ${n} 处`,
  },
  en: {
    heading: 'Versions',
    first: 'Put in force for the first time',
    founding: 'In force since the platform was founded',
    local: 'drafted here, after public consultation',
    changed: (n: number) => (n === 1 ? '1 place changed' : `${n} places changed`),
  },
} as const;

interface VersionRow {
  readonly activeSince: Date;
  readonly origin: 'data' | 'draft';
  readonly founding: boolean;
  readonly content: unknown;
  readonly before: unknown;
}

/** All versions, the newest first. */
export async function versionsPart(platform: Platform, key: string, { language }: Visit): Promise<Html> {
  const words = dictionaries[language];
  const rows = await platform.db.portal.query<VersionRow>(selectItemVersions(key));
  const entries = rows.map(({ activeSince, origin, founding, content, before }) => {
    const on = civilDateAt(activeSince);
    const changes = before === null ? [] : differencesOf(before, content);
    const what = before !== null ? words.changed(changes.length) : founding ? words.founding : words.first;
    return html`<h3>${day(on)}</h3><p>${what}${origin === 'draft' && html` (${words.local})`}</p>
${changes.length > 0 && changesTable(language, `${on}`, changes)}`;
  });
  return html`<h2>${words.heading}</h2>${entries}`;
}
