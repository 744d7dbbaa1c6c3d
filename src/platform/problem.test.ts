/** The registry of problems refuses what would confuse readers, and every kind speaks both languages. */
import { describe, expect, test } from 'vitest';
import { defineProblem, findProblem, listProblems, Problem, type ProblemDefinition } from './problem.ts';
import './problems.ts';

const sample: ProblemDefinition = {
  type: 'sample-problem',
  status: 409,
  title: { zh: '样例', en: 'Sample' },
  advice: { zh: '无需处理', en: 'Nothing to do' },
};

describe('defineProblem', () => {
  test('finds what it registered', () => {
    defineProblem(sample);
    expect(findProblem('sample-problem')).toEqual(sample);
  });

  test.each<[string, Partial<ProblemDefinition>]>([
    ['a name taken', {}],
    ['a name that is not kebab-case', { type: 'notKebab' }],
    ['a status that is no error', { type: 'fine', status: 200 }],
    ['no English title', { type: 'mute', title: { zh: '有', en: ' ' } }],
    ['no Chinese advice', { type: 'mute', advice: { zh: '', en: 'do' } }],
  ])('refuses %s', (_name, change) => {
    expect(() => defineProblem({ ...sample, ...change })).toThrow();
  });
});

test('every kind is listed once, in order, with Chinese in the Chinese part', () => {
  const types = listProblems().map((problem) => problem.type);
  expect(types).toEqual([...new Set(types)].sort());
  for (const { title, advice } of listProblems()) {
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(advice.zh).toMatch(/\p{Script=Han}/u);
    expect(title.en + advice.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test('an occurrence cannot overwrite the standard members', () => {
  expect(() => new Problem(sample, { extra: { status: 200 } })).toThrow(/standard member/);
});
