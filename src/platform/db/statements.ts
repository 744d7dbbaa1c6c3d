/** Cuts a migration file into its statements, since Citus and clear error messages want one statement a call. */

const dollarTag = /^\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/;

/** Where the quoted text, comment or dollar quote that begins at `start` ends; `start` itself when none begins there. */
function endOfOpaque(text: string, start: number): number {
  const pair = text.slice(start, start + 2);
  const till = (mark: string, from: number) => {
    const at = text.indexOf(mark, from);
    return at < 0 ? text.length : at + mark.length;
  };
  if (pair === '--') return till('\n', start);
  if (pair === '/*') return endOfBlockComment(text, start);
  const character = text[start];
  if (character === "'") {
    const escapes = /[eE]/.test(text[start - 1] ?? '') && !/[A-Za-z0-9_]/.test(text[start - 2] ?? '');
    return endOfString(text, start, escapes);
  }
  if (character === '"') return till('"', start + 1);
  const before = text[start - 1] ?? '';
  const tag =
    character === '$' && !/[A-Za-z0-9_$]/.test(before) ? dollarTag.exec(text.slice(start, start + 80)) : null;
  return tag ? till(tag[0], start + tag[0].length) : start;
}

/** Block comments nest in SQL, as they do not in C. */
function endOfBlockComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (pair === '/*') depth++;
    else if (pair === '*/') depth--;
    else continue;
    at++;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function endOfString(text: string, start: number, escapes: boolean): number {
  for (let at = start + 1; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++;
    else if (text[at] === "'") {
      if (text[at + 1] !== "'") return at + 1;
      at++;
    }
  }
  return text.length;
}

function isOnlyComments(text: string): boolean {
  return (
    text
      .replace(/--[^\n]*(\n|$)/g, '')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .trim() === ''
  );
}

/** The statements of an SQL file in order, without their semicolons; text that is only comments is left out. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let begin = 0;
  let at = 0;
  while (at < text.length) {
    const end = endOfOpaque(text, at);
    if (end > at) {
      at = end;
      continue;
    }
    if (text[at] === ';') {
      statements.push(text.slice(begin, at));
      begin = at + 1;
    }
    at++;
  }
  statements.push(text.slice(begin));
  return statements.map((statement) => statement.trim()).filter((statement) => !isOnlyComments(statement));
}
