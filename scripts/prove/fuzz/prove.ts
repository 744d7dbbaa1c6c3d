// The fuzz proof: hostile requests at every door as everybody, until the time or the number is up; every answer is judged.
import { seededRandom } from '../../../src/kernel/seeded-random.ts';
import { aim, type Request, type Target } from './aim.ts';
import { judge } from './judge.ts';
import { pollutionMark } from './nasty.ts';
import { openSender } from './send.ts';

/** How much to prove; the first of both ends that is reached. */
export type FuzzPlan = {
  readonly seed: number;
  readonly requests: number;
  readonly minutes: number;
  readonly atOnce: number;
};

/** `npm run prove:fuzz`. */
export const FULL_PLAN: FuzzPlan = { seed: 1, requests: Number.POSITIVE_INFINITY, minutes: 11, atOnce: 6 };

export type FuzzFault = {
  readonly fault: string;
  readonly door: string;
  readonly caller: string;
  readonly request: string;
  readonly answer: string;
};

/** What came out; `faults` must be empty, `unreached` too at full size. */
export type FuzzFigures = {
  readonly requests: number;
  readonly doors: number;
  readonly callers: number;
  /** Doors that never let a caller past the guard and the validator (2xx, 3xx, 404 or 409). */
  readonly unreached: readonly string[];
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly lawfulLooks: number;
  readonly looksWritten: number;
  readonly cutOff: number;
  readonly faults: readonly FuzzFault[];
  readonly seconds: number;
};

const kept = 40;

function faultOf(fault: string, request: Request, answer: string): FuzzFault {
  return {
    fault,
    door: `${request.door.method} ${request.door.url}`,
    caller: request.caller.name,
    request: `${request.method} ${request.path.slice(0, 300)} ${(request.body ?? '').slice(0, 200)} ${JSON.stringify(request.headers).slice(0, 400)}`,
    answer: answer.slice(0, 400),
  };
}

/** A refusal by the guard although the caller has the permission: the session ended, or the token did. */
async function renewWhenEnded({ door, caller }: Request, status: number): Promise<void> {
  if (status === 401 && door.access !== 'public' && caller.name !== 'anonymous')
    caller.headers = await caller.renew();
}

/** Attacks the platform at `origin`. */
export async function proveFuzz(
  plan: FuzzPlan,
  origin: string,
  target: Target,
  say: (line: string) => void,
): Promise<FuzzFigures> {
  const random = seededRandom(plan.seed);
  const sender = openSender(origin);
  const begun = performance.now();
  const until = begun + plan.minutes * 60_000;
  const before = await target.city.stateOfQuietUnit();
  const looksBefore = await target.city.countLooks();
  const statuses: Record<string, number> = {};
  const reached = new Set<string>();
  const faults: FuzzFault[] = [];
  let asked = 0;
  let cutOff = 0;
  let slowest = 0;
  let looks = 0;

  /** One of each kind and door says enough. */
  const note = (found: FuzzFault) => {
    const known = faults.some(({ fault, door }) => fault === found.fault && door === found.door);
    if (!known && faults.length < kept) faults.push(found);
  };

  const one = async (): Promise<void> => {
    const request = aim(random, target, asked++);
    const answer = await sender.send(request);
    if (answer === 'hang') faults.push(faultOf('no answer in 10 s', request, ''));
    // Only a body that is too big, or a request that is no HTTP, may cost the connection.
    if (answer === 'cut off') cutOff++;
    if (typeof answer === 'string') return;
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    slowest = Math.max(slowest, answer.ms);
    if (answer.status < 400 || answer.status === 404 || answer.status === 409)
      reached.add(`${request.door.method} ${request.door.url}`);
    if (request.door.url === '/api/v1/disclosures' && request.method === 'POST' && answer.status === 201)
      looks++;
    for (const fault of judge(request, answer))
      note(faultOf(fault, request, `${answer.status} ${answer.text}`));
    await renewWhenEnded(request, answer.status);
    if (asked % 5_000 === 0) say(`${asked} requests, ${faults.length} faults`);
  };
  const lane = async () => {
    while (asked < plan.requests && performance.now() < until) await one();
  };
  await Promise.all(Array.from({ length: plan.atOnce }, lane));
  sender.close();
  const nobody = {
    door: target.doors[0]!,
    caller: target.city.callers[0]!,
    method: '',
    path: '',
    headers: {},
    body: '',
    from: '',
  };
  if (before !== (await target.city.stateOfQuietUnit()))
    faults.push(faultOf('what another unit has was changed', nobody, ''));
  if (pollutionMark in {}) faults.push(faultOf('the prototype of all objects was changed', nobody, ''));
  const alive = await fetch(`${origin}/health/live`);
  if (!alive.ok) faults.push(faultOf('the platform does not live any more', nobody, ''));
  const names = target.doors.map(({ method, url }) => `${method} ${url}`);
  return {
    requests: asked,
    doors: names.length,
    callers: target.city.callers.length,
    unreached: names.filter((name) => !reached.has(name)),
    statuses,
    slowestMs: Math.round(slowest),
    lawfulLooks: looks,
    looksWritten: (await target.city.countLooks()) - looksBefore,
    cutOff,
    faults,
    seconds: Math.round((performance.now() - begun) / 1000),
  };
}
