/** /subjects/{uscc}: who it is, how it is registered, how much is public about it, and each public record. */
import type { FastifyReply } from 'fastify';
import { areaName } from '../../../../platform/area-names.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, crumbs, day, facts, groupedCode, tabs, withQuery } from '../../../../platform/html/parts.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { countRequest } from '../../../../platform/rate-limit.ts';
import { findSubject, findSubjectById, type Subject, subjectNotFound } from '../../../subjects/index.ts';
import { getReference, type Reference } from '../../reference.ts';
import { adversePages } from '../limits.ts';
import { readTimeline, timelinePart } from './timeline.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };

/** A subject of the legacy lane has no code; its address bears its number instead (it is no capability). */
export function subjectPath(subject: Pick<Subject, 'uscc' | 'subjectId'>): string {
  return `/subjects/${subject.uscc ?? `id-${BigInt(subject.subjectId).toString(36)}`}`;
}

function idOf(key: string): string | undefined {
  const digits = /^id-([0-9a-z]{1,13})$/.exec(key)?.[1];
  if (digits === undefined) return undefined;
  let id = 0n;
  for (const digit of digits) id = id * 36n + BigInt(Number.parseInt(digit, 36));
  return id < 2n ** 63n ? id.toString() : undefined;
}

/** The subject an address means, merges followed. */
export async function findAddressed(platform: Platform, key: string): Promise<Subject | undefined> {
  const id = idOf(key);
  if (id !== undefined) return findSubjectById(platform.db.portal, id);
  return /^[0-9A-Za-z]{18}$/.test(key) ? findSubject(platform.db.portal, key.toUpperCase()) : undefined;
}

function registration(subject: Subject, { language }: Visit): Html {
  const words = dictionaries[language];
  const area = subject.areaCode && (areaName(subject.areaCode) ?? subject.areaCode);
  const names = subject.formerNames.join('；');
  return html`${facts([
    [words.code, subject.uscc && groupedCode(subject.uscc)],
    [words.formerNames, names && html`<span lang="zh-CN">${names}</span>`],
    [words.status, words.statuses[subject.status]],
    [words.registeredOn, subject.registeredOn && day(subject.registeredOn)],
    [words.area, area && html`<span lang="zh-CN">${area}</span>`],
    subject.provisional && [html`<span class="mark">${words.provisional}</span>`, words.provisionalSays],
    subject.legacy && [html`<span class="mark">${words.legacy}</span>`, words.legacySays],
  ])}`;
}

function choices(
  counts: Readonly<Record<string, number>>,
  reference: Reference,
  visit: Visit,
  place: { readonly path: string; readonly item: string | undefined },
): Html {
  const words = dictionaries[visit.language];
  const total = Object.values(counts).reduce((sum, part) => sum + part, 0);
  const figure = (n: number) => words.itemCount(count(n, visit.language));
  const items = [...reference.items.values()].filter(({ item }) => counts[item]);
  return tabs(words.filter, [
    { name: `${words.all} ${figure(total)}`, address: place.path, current: place.item === undefined },
    ...items.map(({ item, name }) => ({
      name: `${name[visit.language]} ${figure(counts[item] ?? 0)}`,
      address: withQuery(place.path, { item }),
      current: place.item === item,
    })),
  ]);
}

async function show(platform: Platform, subject: Subject, visit: Visit): Promise<PageContent> {
  const reference = await getReference(platform);
  const words = dictionaries[visit.language];
  const page = /^[1-9]\d{0,4}$/.test(visit.query('page')) ? Number(visit.query('page')) : 1;
  const path = visit.to(subjectPath(subject));
  const { counts, item, timeline } = await readTimeline(platform.db.portal, subject.ids, {
    items: [...reference.items.keys()],
    item: visit.query('item'),
    page,
  });
  const isEmpty = Object.keys(counts).length === 0;
  const isAdverse = Object.keys(counts).some((code) => reference.items.get(code)?.adverse ?? true);
  const hasLicences = (counts['administrative-licence'] ?? 0) > 0 && !subject.c13;
  return {
    title: subject.name,
    description: words.description(subject.name),
    section: '/search',
    canonical: subjectPath(subject),
    fresh: true,
    // Whoever is found by exact code alone is not led to by a search engine either.
    forgettable: subject.c13 || subject.provisional || isAdverse,
    main: html`${crumbs(visit.language, [{ name: words.home, address: visit.to('/search') }])}
<h1 lang="zh-CN">${subject.name}</h1>
${registration(subject, visit)}
<h2>${words.countsHeading}</h2>
${isEmpty ? html`<p>${words.none}</p><p class="quiet">${words.noneSays}</p>` : html`<p class="quiet">${words.countsSay} ${words.lead}</p>${choices(counts, reference, visit, { path, item })}`}
${timelinePart(timeline, reference, visit, { path, page, item })}
${hasLicences && html`<h2 class="small downloads">${words.downloads}</h2><p class="downloads"><a href="${visit.to(`${subjectPath(subject)}/licences.csv`)}" download>${words.licences}</a></p>`}`,
  };
}

/** Answers `/subjects/{uscc}`; a code that was merged into another, or is written otherwise, leads on to the right address. */
export async function subjectPage(platform: Platform, visit: Visit): Promise<PageContent | FastifyReply> {
  countRequest(platform, adversePages, visit.request.ip);
  const subject = await findAddressed(platform, visit.param('uscc'));
  if (!subject) throw new Problem(subjectNotFound);
  const path = subjectPath(subject);
  if (path !== `/subjects/${visit.param('uscc')}`) {
    return visit.reply.header('cache-control', 'no-store').redirect(visit.to(path), 301);
  }
  return show(platform, subject, visit);
}
