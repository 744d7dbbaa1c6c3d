// Judges that every file opens with one plain sentence saying what it holds.
import type { CheckFinding, SourceFile } from './finding.ts';
import { isCode } from './tree.ts';

const judged = /\.(sql|css)$/;
const directive = /^(@|biome-|eslint|prettier|ts-|v8 |istanbul)/;
const ends = /[.。!?:;)”]$/;

function openingComment(text: string): string | undefined {
  const body = text.replace(/^#!.*\n/, '');
  const block = /^\/\*\*?([\s\S]*?)\*\//.exec(body);
  if (block)
    return (block[1] ?? '')
      .replace(/^\s*\*/gm, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const lines = /^((\/\/|--)[^\n]*\n?)+/.exec(body);
  return lines?.[0]
    .replace(/^(\/\/|--)/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Why the opening of this file is no sentence, or undefined when it is one. */
export function judgeOpening(text: string): string | undefined {
  const comment = openingComment(text);
  if (!comment || directive.test(comment)) return 'opens without a sentence on what it holds';
  if (comment.length < 12 && !/[一-鿿]{6}/u.test(comment))
    return `“${comment}” is too short to be a sentence`;
  return ends.test(comment) ? undefined : `“${comment.slice(0, 60)}…” does not end as a sentence does`;
}

/** Judges code, SQL and style sheets, tests included; the dumped schema is generated. */
export function findBadOpenings(files: readonly SourceFile[]): CheckFinding[] {
  return files
    .filter((file) => (isCode(file.path) || judged.test(file.path)) && file.path !== 'db/schema.sql')
    .flatMap((file) => {
      const what = judgeOpening(file.text);
      return what ? [{ where: `${file.path}:1`, what }] : [];
    });
}
