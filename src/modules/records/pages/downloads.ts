/** Downloads of licences and registrations as CSV, without C13 subjects; adverse records have none (charter C13, C10). */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Visit } from '../../../platform/html/page.ts';
import { type Platform, Problem } from '../../../platform/index.ts';
import { notFound } from '../../../platform/problems.ts';
import { subjectNotFound } from '../../subjects/index.ts';
import {
  listPublicRecordsOfItem,
  listPublicRecordsOfSubject,
  type PublicRecord,
  parsePublicRecordId,
} from '../public-record.ts';
import type { ListFilter } from '../queries/published.ts';
import { getReference } from '../reference.ts';
import { writeCsv } from '../write-csv.ts';
import { readFilter } from './double-publicity/filter.ts';
import { findAddressed } from './subject/subject-page.ts';

const pageSize = 1000;
const licence = 'administrative-licence';

function positionOf(record: PublicRecord | undefined) {
  const ids = record && parsePublicRecordId(record.id);
  return record && ids && { decidedOn: record.decidedOn, recordId: ids.recordId };
}

async function send(
  platform: Platform,
  visit: Visit,
  item: string,
  pages: (after: PublicRecord | undefined) => Promise<readonly PublicRecord[]>,
): Promise<FastifyReply> {
  const definition = (await getReference(platform)).items.get(item);
  if (!definition || definition.adverse) throw new Problem(notFound);
  const name = `${item}-${platform.clock.today()}.csv`;
  return visit.reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, noarchive')
    .type('text/csv; charset=utf-8')
    .send(Readable.from(writeCsv(definition, pages)));
}

function ofItem(platform: Platform, filter: ListFilter) {
  return (after: PublicRecord | undefined) =>
    listPublicRecordsOfItem(platform.db.portal, filter, { before: positionOf(after), limit: pageSize });
}

/** Answers `/double-publicity/licences.csv` with the filter of the page. */
export async function licencesCsv(platform: Platform, visit: Visit): Promise<FastifyReply> {
  const { items } = await getReference(platform);
  const { filter } = readFilter(visit, licence, items.get(licence));
  return send(platform, visit, licence, ofItem(platform, filter));
}

/** Answers `/registrations.csv`. */
export function registrationsCsv(platform: Platform, visit: Visit): Promise<FastifyReply> {
  const item = 'organisation-registration';
  return send(platform, visit, item, ofItem(platform, { item }));
}

/** Answers `/subjects/{uscc}/licences.csv`; a C13 subject's licences are on its page alone. */
export async function subjectLicencesCsv(platform: Platform, visit: Visit): Promise<FastifyReply> {
  const subject = await findAddressed(platform, visit.param('uscc'));
  if (!subject || subject.c13) throw new Problem(subjectNotFound);
  let offset = 0;
  return send(platform, visit, licence, async () => {
    const records = await listPublicRecordsOfSubject(platform.db.portal, subject.ids, {
      item: licence,
      limit: pageSize,
      offset,
    });
    offset += records.length;
    return records;
  });
}
