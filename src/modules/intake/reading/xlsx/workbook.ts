/** Finds in a package the sheet to read and the parts that explain its cells. */
import { FileRefused } from '../file-refused.ts';
import type { PackageParts } from './package-parts.ts';
import { attribute, readXml } from './xml-events.ts';

/** What a workbook says about itself. */
export interface Workbook {
  sheetName: string;
  sheetPart: string;
  /** Visible sheets that are not read. */
  otherSheets: number;
  /** Day numbers count from 1904 instead of 1900. */
  from1904: boolean;
  stylesPart: string | undefined;
  sharedTextPart: string | undefined;
}

/** The sheets of our templates: the one to fill in, preferred to the first visible one, and two that only explain. */
export const TEMPLATE_SHEETS = { data: '数据', help: '填写说明', lists: '代码表' } as const;
const EXPLAINING: readonly string[] = [TEMPLATE_SHEETS.help, TEMPLATE_SHEETS.lists];

interface Relation {
  type: string;
  part: string;
}

/**
 * Reads the workbook part and its relations; external targets are never followed.
 * @throws FileRefused file.not-a-workbook, file.no-sheet, file.xlsx-broken
 */
export async function readWorkbook(zip: PackageParts): Promise<Workbook> {
  if (!zip.has('[Content_Types].xml')) throw new FileRefused('file.not-a-workbook');
  const main = [...(await readRelations(zip, '')).values()].find(({ type }) => type === 'officeDocument');
  const part = main?.part ?? 'xl/workbook.xml';
  if (!/\.xml$/i.test(part) || !zip.has(part)) throw new FileRefused('file.not-a-workbook');
  const sheets: { name: string; id: string; visible: boolean }[] = [];
  let from1904 = false;
  let root: string | undefined;
  await readXml(zip.bytes(part), {
    open(name, attributes) {
      root ??= name;
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const visible = (attributes.state ?? 'visible') === 'visible';
      sheets.push({ name: attributes.name ?? '', id: relationId(attributes), visible });
    },
    close() {},
    text() {},
  });
  if (root !== 'workbook') throw new FileRefused('file.not-a-workbook');
  const visible = sheets.filter((sheet) => sheet.visible);
  const chosen = visible.find((sheet) => sheet.name.trim() === TEMPLATE_SHEETS.data) ?? visible[0];
  if (chosen === undefined) throw new FileRefused('file.no-sheet');
  const relations = await readRelations(zip, part);
  const sheetPart = relations.get(chosen.id)?.part;
  if (sheetPart === undefined || !zip.has(sheetPart)) throw new FileRefused('file.xlsx-broken');
  const partOf = (type: string) => {
    const found = [...relations.values()].find((relation) => relation.type === type)?.part;
    return found !== undefined && zip.has(found) ? found : undefined;
  };
  return {
    sheetName: chosen.name.slice(0, 31),
    sheetPart,
    otherSheets: visible.filter((sheet) => sheet !== chosen && !EXPLAINING.includes(sheet.name)).length,
    from1904,
    stylesPart: partOf('styles'),
    sharedTextPart: partOf('sharedStrings'),
  };
}

/** The relations of a part ('' = the package) by id; only those inside the package. */
async function readRelations(zip: PackageParts, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  const from = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!zip.has(from)) return relations;
  await readXml(zip.bytes(from), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || !Id || !Type || !Target) return;
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolvePart(folder, Target) });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** 'xl/' + 'worksheets/sheet1.xml' or '/xl/worksheets/sheet1.xml' → the part's name. */
function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** A sheet has its own sheetId besides r:id: only the prefixed one names the relation. */
function relationId(attributes: Record<string, string>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}
