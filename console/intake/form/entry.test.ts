/** What the form says of an entry is said in the names of its fields, in the order in which they are asked. */
import { describe, expect, test } from 'vitest';
import {
  AUTHORITY,
  sampleContext,
  sampleItem,
} from '../../../src/modules/intake/checking/testing/context.ts';
import { inWords } from '../pre-check/report.ts';
import { entryCheck, entryOrder, firstEntry } from './entry.ts';

const definition = sampleItem('administrative-licence');
const context = sampleContext('administrative-licence');
const entry = {
  ...firstEntry(definition, context),
  XK_XDR_LB: '法人及非法人组织',
  XK_XKJGDM: AUTHORITY,
  XK_YXQZ: '2026-11-16',
  XK_YXQZI: '2026-11-15',
};

describe.each(['zh', 'en'] as const)('the findings of an entry in %s', (language) => {
  const { findings } = entryCheck(definition, context, language)(entry);

  test('name other fields as the form does, not by the codes of the data standard', () => {
    const said = findings.map((finding) => inWords(finding, language));
    expect(said.length).toBeGreaterThan(5);
    for (const { message, advice } of said) expect(message + advice).not.toMatch(/XK_/);
    const name = definition.fields.find(({ code }) => code === 'XK_YXQZ')?.name[language];
    expect(said.find(({ field }) => field === 'XK_YXQZI')?.message).toContain(name);
  });

  test('stand in the order of the form: the party, the decision, the authority', () => {
    const fields = findings.toSorted(entryOrder(definition)).map(({ field }) => field);
    expect(fields.slice(0, 4)).toEqual(['XK_XDR_MC', 'XK_XDR_SHXYM', 'XK_FRDB', 'XK_XKWS']);
  });
});
