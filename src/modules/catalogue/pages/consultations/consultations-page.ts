/** /catalogue/consultations: drafts open for comments and those that were. */
import { html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, day, table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import type { ItemDefinition } from '../../item-definition.ts';
import { selectConsultations } from '../../queries/drafts.ts';
import { words as consultationWords } from './words.ts';

/** A draft from the first day of its consultation on. */
export interface Consultation {
  readonly draftId: string;
  readonly item: string;
  readonly edition: string;
  readonly definition: ItemDefinition;
  readonly reason: string;
  readonly state: 'consultation' | 'waiting' | 'withdrawn';
  readonly from: string;
  readonly until: string;
  readonly outcome: string | null;
}

/** Where a consultation stands on a day. */
export function stateOf(
  { state, until }: Consultation,
  today: string,
): 'open' | 'over' | 'waiting' | 'withdrawn' {
  if (state !== 'consultation') return state;
  return today < until ? 'open' : 'over';
}

/** Answers `/catalogue/consultations`. */
export async function consultationsPage(platform: Platform, { language, to }: Visit): Promise<PageContent> {
  const words = consultationWords[language];
  const today = platform.clock.today();
  const found = await platform.db.portal.query<Consultation>(selectConsultations());
  const rows = found.map(
    (one) =>
      html`<tr><th scope="row"><a href="${to(`/catalogue/consultations/${one.draftId}`)}">${words.draftOf(one.definition.name[language])}</a></th>
<td>${words.states[stateOf(one, today)]}</td><td>${day(one.from)}</td><td>${day(one.until)}</td></tr>`,
  );
  return {
    title: words.title,
    description: words.description,
    section: '/law',
    main: html`${crumbs(language, [{ name: words.catalogue, address: to('/catalogue') }])}
<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${rows.length === 0 ? html`<p>${words.none}</p>` : table(language, words.title, [words.item, words.state, words.from, words.closes], rows)}`,
  };
}
