/** /catalogue/consultations/{draft}: what would change and why, what people said, and the form to say something. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, day, facts, moment } from '../../../../platform/html/parts.ts';
import { isId } from '../../../../platform/ids.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { notFound } from '../../../../platform/problems.ts';
import { differencesOf } from '../../../law/index.ts';
import { findPublicItem } from '../../public-catalogue.ts';
import { selectConsultation, selectShownComments } from '../../queries/drafts.ts';
import { changesTable } from '../changes-table.ts';
import { type Consultation, stateOf } from './consultations-page.ts';
import { words as consultationWords } from './words.ts';

interface ShownComment {
  readonly commentId: string;
  readonly body: string;
  readonly sentAt: Date;
  readonly shown: boolean;
  readonly because: string | null;
}

function commentForm({ draftId }: Consultation, { language, to }: Visit): Html {
  const words = consultationWords[language];
  return html`<h2 id="send">${words.send}</h2>
<form class="comment" method="post" action="${to(`/catalogue/consultations/${draftId}/comments`)}">
<p><label for="body">${words.label}</label></p>
<p class="hint" id="body-hint">${words.hint}</p>
<p><textarea id="body" name="body" rows="6" required minlength="4" maxlength="2000" aria-describedby="body-hint"></textarea></p>
<p><button>${words.send}</button></p></form>`;
}

function commentPart(comment: ShownComment, { language }: Visit): Html {
  const words = consultationWords[language];
  return html`<li><p class="quiet small-text">${moment(comment.sentAt)}</p><p>${comment.shown ? comment.body : words.withheld(comment.because ?? '')}</p></li>`;
}

/** Answers `/catalogue/consultations/{draft}`. */
export async function consultationPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const { language, to } = visit;
  const words = consultationWords[language];
  const db = platform.db.portal;
  const draftId = visit.param('draftId');
  const found = isId(draftId) ? await db.maybe<Consultation>(selectConsultation(draftId)) : undefined;
  if (!found) throw new Problem(notFound);
  const comments = await db.query<ShownComment>(selectShownComments(draftId));
  const inForce = await findPublicItem(db, found.item);
  const changes = differencesOf(inForce?.definition, found.definition);
  const name = found.definition.name[language];
  const state = stateOf(found, platform.clock.today());
  const isOpen = state === 'open';
  return {
    title: words.draftOf(name),
    section: '/law',
    main: html`${crumbs(language, [
      { name: words.catalogue, address: to('/catalogue') },
      { name: words.title, address: to('/catalogue/consultations') },
    ])}
<h1>${words.draftOf(name)}</h1>
${visit.query('sent') === '1' && html`<p class="notice" role="status">${words.sent}</p>`}
${facts([
  [words.state, words.states[state]],
  [words.from, day(found.from)],
  [words.closes, day(found.until)],
  [words.why, found.reason],
  [words.outcome, found.outcome],
])}
<h2>${words.changes}</h2><p>${words.changesSay} <a href="${to(`/catalogue/${found.item}`)}">${words.currentItem}</a></p>
${changes.length === 0 ? html`<p>${words.noChanges}</p>` : changesTable(language, words.draftOf(name), changes)}
<h2>${words.comments}</h2>
${comments.length === 0 ? html`<p>${words.noComments}</p>` : html`<ul class="comments">${comments.map((one) => commentPart(one, visit))}</ul>`}
${isOpen ? commentForm(found, visit) : html`<p>${words.closed}</p>`}`,
  };
}
