/** Public pages of records: a subject's page, a record's page, the double-publicity lists, and their downloads. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { doublePublicityPage } from './pages/double-publicity/double-publicity-page.ts';
import { licencesCsv, registrationsCsv, subjectLicencesCsv } from './pages/downloads.ts';
import { recordPage } from './pages/record/record-page.ts';
import { subjectPage } from './pages/subject/subject-page.ts';

/** Adds the pages. */
export function recordPages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/subjects/:uscc', (visit) => subjectPage(platform, visit));
    addPage(server, '/subjects/:uscc/licences.csv', (visit) => subjectLicencesCsv(platform, visit));
    addPage(server, '/records/:id', (visit) => recordPage(platform, visit));
    addPage(server, '/double-publicity', (visit) => doublePublicityPage(platform, visit));
    addPage(server, '/double-publicity/licences.csv', (visit) => licencesCsv(platform, visit));
    addPage(server, '/registrations.csv', (visit) => registrationsCsv(platform, visit));
  };
}
