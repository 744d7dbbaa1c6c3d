// What no answer may be: a fault, a leak of the house, somebody else's data, markup of ours, or a problem without a name.
import { findProblem } from '../../../src/platform/problem.ts';
import type { Request } from './aim.ts';
import { canaries } from './city.ts';
import { quietPerson } from './city-subjects.ts';
import { headerMark, markupMark } from './nasty.ts';
import type { Answer } from './send.ts';

/** Words that only the inside of the program uses; none of them is in what the fuzzer sends. */
const inside =
  /\n\s+at [^\n]+:\d+:\d+|\/src\/(modules|platform|app)\/|node_modules\/|syntax error at or near|violates [a-z- ]+ constraint|relation "[^"]+" does not exist|invalid input syntax for|operator does not exist|invalid byte sequence|column "[^"]+" (of|does)|permission denied for|\b(Type|Range|Reference)Error\b|\bE(NOENT|CONNREFUSED|ACCES)\b|Cannot read propert/;

const isHtml = (answer: Answer) => String(answer.headers['content-type'] ?? '').startsWith('text/html');

/** A person’s name and number come back to nobody, whoever asks. */
function findPerson(request: Request, answer: Answer): string[] {
  const sent = request.path + (request.body ?? '') + JSON.stringify(request.headers);
  return [quietPerson.name, quietPerson.identityNumber]
    .filter((secret) => answer.text.includes(secret) && !sent.includes(secret))
    .map(() => 'shows who a natural person is');
}

function findLeaks(request: Request, answer: Answer): string[] {
  if (request.caller.isCentre) return [];
  // A look through the gate is lawful, written down, and counted by whoever asks.
  if (request.door.url === '/api/v1/disclosures' && answer.status === 201) return [];
  const all = answer.text + JSON.stringify(answer.headers);
  return Object.entries(canaries)
    .filter(([, canary]) => all.includes(canary) && !(request.path + (request.body ?? '')).includes(canary))
    .map(([kind]) => `shows another unit's ${kind}`);
}

function findMarkup(answer: Answer): string[] {
  const faults: string[] = [];
  if (
    isHtml(answer) &&
    new RegExp(`<${markupMark}|<img src=x|(href|src|action)="javascript:${markupMark}`).test(answer.text)
  )
    faults.push('markup of a request stands unescaped in HTML');
  if (headerMark in answer.headers) faults.push('a line break of a request made a header');
  if (answer.headers['x-content-type-options'] !== 'nosniff') faults.push('no nosniff');
  const policy = String(answer.headers['content-security-policy'] ?? '');
  if (isHtml(answer) && (!/script-src 'self'/.test(policy) || /script-src[^;]*unsafe/.test(policy)))
    faults.push('no policy against inline script');
  return faults;
}

function findShapelessProblem(request: Request, answer: Answer): string[] {
  if (answer.status < 400 || request.method === 'HEAD') return [];
  if (isHtml(answer)) return answer.text.includes('</html>') ? [] : ['a problem page that is no page'];
  // RFC 6749 § 5.2 has a form of its own; readiness says what is not ready.
  if (request.door.url === '/oauth/token' && /"error"\s*:/.test(answer.text)) return [];
  if (request.door.url === '/health/ready' && answer.status === 503) return [];
  if (!String(answer.headers['content-type'] ?? '').startsWith('application/problem+json'))
    return ['a refusal that is no problem (RFC 9457)'];
  try {
    const { type, status, title, advice } = JSON.parse(answer.text) as Record<string, unknown>;
    const known = findProblem(String(type).replace('/problems/', ''));
    if (!known) return [`a problem of no registered type: ${String(type)}`];
    return status === answer.status && title && advice ? [] : ['a problem without status, title or advice'];
  } catch {
    return ['a problem that is no JSON'];
  }
}

/** Everything wrong with an answer; empty when it is what it should be. */
export function judge(request: Request, answer: Answer): string[] {
  const faults: string[] = [];
  if (answer.status >= 500 && answer.status !== 503) faults.push(`status ${answer.status}`);
  if (answer.status < 200) faults.push(`status ${answer.status}`);
  const isProgram = /javascript|text\/css/.test(String(answer.headers['content-type'] ?? ''));
  if (!isProgram && inside.test(answer.text))
    faults.push(`shows the inside: ${inside.exec(answer.text)?.[0].trim()}`);
  return [
    ...faults,
    ...findPerson(request, answer),
    ...findLeaks(request, answer),
    ...findMarkup(answer),
    ...findShapelessProblem(request, answer),
  ];
}
