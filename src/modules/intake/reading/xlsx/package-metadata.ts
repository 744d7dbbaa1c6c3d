/** Looks for personal data in what a workbook says about itself: properties, comments, names of sheets and authors. */
import { findPersonalData } from '../../../../kernel/personal-data.ts';
import type { PackageParts } from './package-parts.ts';
import { readXml } from './xml-events.ts';

/** ISO/IEC 29500: core, extended and custom properties; the first sheets' comments, and the people who wrote them. */
const PARTS = [
  'docProps/core.xml',
  'docProps/app.xml',
  'docProps/custom.xml',
  'xl/comments1.xml',
  'xl/comments2.xml',
  'xl/threadedComments/threadedComment1.xml',
  'xl/persons/person.xml',
];

/**
 * Whether any of these parts, or a sheet's name, holds personal data. Nothing of them is kept in any case.
 * @throws FileRefused file.xlsx-broken, file.xml-forbidden, file.unpacks-too-large
 */
export async function hasPersonalMetadata(zip: PackageParts, sheetName: string): Promise<boolean> {
  if (findPersonalData(sheetName).length > 0) return true;
  let found = false;
  for (const part of PARTS) {
    if (found || !zip.has(part)) continue;
    await readXml(zip.bytes(part), {
      open(_, attributes) {
        found ||= Object.values(attributes).some((value) => findPersonalData(value).length > 0);
      },
      close() {},
      text(text) {
        found ||= findPersonalData(text).length > 0;
      },
    });
  }
  return found;
}
