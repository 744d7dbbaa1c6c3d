/** /supervision: what the daily self-check has open at each unit, in counts. */
import { html } from '../../platform/html/index.ts';
import { addPage, type PageContent, type Visit } from '../../platform/html/page.ts';
import { count, moment, table } from '../../platform/html/parts.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { countPublicly } from './list-findings.ts';
import { words } from './words.ts';

async function supervisionPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const text = words[visit.language];
  const { units, round } = await countPublicly(platform);
  const rows = units.map(
    ({ name, kind, open, overdue, mended, daysTaken }) =>
      html`<tr><th scope="row">${name[visit.language]}</th><td>${text.kinds[kind]}</td><td class="number">${open}</td><td class="number">${overdue}</td><td class="number">${mended}</td><td class="number">${daysTaken === null ? '—' : daysTaken.toFixed(1)}</td></tr>`,
  );
  const number = (name: string) => ({ name, number: true }) as const;
  const columns = [
    text.unit,
    text.kind,
    number(text.open),
    number(text.overdue),
    number(text.mended),
    number(text.days),
  ];
  const last = round && [
    count(Number(round.records), visit.language),
    count(Number(round.releases), visit.language),
  ];
  return {
    title: text.title,
    description: text.description,
    section: '/timeliness',
    main: html`<h1>${text.title}</h1><p class="lead">${text.lead}</p>
<p>${round && last ? html`${text.last(last[0] ?? '', last[1] ?? '')} ${moment(round.endedAt)}` : text.never}</p>
${round && round.stillOpen === 0 && html`<p>${text.clean}</p>`}
${rows.length > 0 && table(visit.language, text.caption, columns, rows)}
<h2>${text.howHeading}</h2><ul>${text.how.map((line) => html`<li>${line}</li>`)}</ul>`,
  };
}

/** Adds the page. */
export function supervisionPages(platform: Platform): RoutePlugin {
  return (server) => addPage(server, '/supervision', (visit) => supervisionPage(platform, visit));
}
