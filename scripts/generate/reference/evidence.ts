// Evidence of controls: a file of the repository, with # a part of a test's title; read for the pages and tried by a test.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** How far a control is met; the last says that there is nothing here for it to hold of. */
export type ControlState = 'met' | 'partly' | 'not-met' | 'does-not-apply';

/** One row of a table of controls. */
export interface Control {
  readonly no: string;
  readonly state: string;
  readonly says: string;
  readonly evidence: readonly string[];
}

const words: Readonly<Record<string, string>> = {
  met: 'met',
  partly: '**partly**',
  'not-met': '**not met**',
  'does-not-apply': 'does not apply',
};

/** The state as a cell. */
export function stateCell({ state }: Control): string {
  const word = words[state];
  if (!word) throw new Error(`a control is ${state}, which is no state`);
  return word;
}

/** A title as it stands after # in evidence: small letters and figures, hyphens between. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-');

/** What is wrong with a reference; undefined when it leads to something. */
export function faultOfEvidence(reference: string): string | undefined {
  const [file = '', anchor] = reference.split('#');
  const full = path.join(root, file);
  if (!existsSync(full)) return `${file} does not exist`;
  if (anchor === undefined || slug(readFileSync(full, 'utf8')).includes(anchor)) return undefined;
  return `${file} has nothing called ${anchor}`;
}

/** Links to the evidence from a page in docs/reference. */
export function evidenceCell({ evidence }: Pick<Control, 'evidence'>): string {
  const links = evidence.map((reference) => {
    const [file = '', anchor] = reference.split('#');
    const name = path.basename(file).replace(/\.test\.tsx?$/, '');
    return `[${name}${anchor ? `: ${anchor.replaceAll('-', ' ').trim()}` : ''}](../../${file})`;
  });
  return links.join(', ') || '–';
}

/** A cell may hold no bar and no line end. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** How many rows are in each state, as a sentence. */
export function tally(rows: readonly Control[]): string {
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return `${rows.length} rows: ${count('met')} met, ${count('partly')} partly, ${count('not-met')} not met, ${count('does-not-apply')} do not apply.`;
}
