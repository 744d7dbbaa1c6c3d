/** The log keeps to itself what an error of the database quotes of rows. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('an error is logged without the values that PostgreSQL quotes', () => {
  const lines: string[] = [];
  const log = createLog(
    'error',
    new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }),
  );
  const error = Object.assign(new Error('duplicate key value violates unique constraint "x"'), {
    code: '23505',
    detail: 'Key (name)=(张三) already exists.',
    where: 'COPY s1, line 2: "张三"',
  });
  log.error({ err: error }, 'fault');
  log.error(error);
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toContain('23505');
    expect(line).not.toContain('张三');
  }
});
