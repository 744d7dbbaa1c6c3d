// Judges that every link inside the repository's documents leads to a file and a heading that exist.
import { posix } from 'node:path';
import type { CheckFinding, SourceFile } from './finding.ts';

const link = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

/** The anchor that GitHub makes of a heading. */
export function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function withoutCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, blank).replace(/`[^`\n]*`/g, blank);
}

function anchorsOf(text: string): Set<string> {
  const outsideFences = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return new Set(
    [...outsideFences.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => anchorOf(match[1] ?? '')),
  );
}

/** Judges all `.md` files among `files` against the repository's `paths`. */
export function findBrokenLinks(files: readonly SourceFile[], paths: readonly string[]): CheckFinding[] {
  const documents = new Map(
    files.filter((file) => file.path.endsWith('.md')).map((file) => [file.path, file.text]),
  );
  const folders = new Set(
    paths.flatMap((path) => path.split('/').map((_, i, all) => all.slice(0, i).join('/'))),
  );
  const known = new Set([...paths, ...folders]);

  const judge = (from: string, target: string): string | undefined => {
    if (/^([a-z]+:|\/\/)/i.test(target)) return undefined;
    const [path = '', anchor] = decodeURIComponent(target).split('#');
    const full =
      path === '' ? from : posix.normalize(posix.join(posix.dirname(from), path)).replace(/\/$/, '');
    if (full !== '.' && !known.has(full)) return `link to ${target}: there is no ${full}`;
    const text = documents.get(full);
    if (!anchor || text === undefined || anchorsOf(text).has(anchor)) return undefined;
    return `link to ${target}: ${full} has no heading #${anchor}`;
  };

  return [...documents].flatMap(([path, text]) =>
    [...withoutCode(text).matchAll(link)].flatMap((match) => {
      const what = judge(path, match[1] ?? '');
      const line = text.slice(0, match.index).split('\n').length;
      return what ? [{ where: `${path}:${line}`, what }] : [];
    }),
  );
}
