/** Setting a source under four eyes: the unit's administrator asks, somebody else decides. */
import type { SignedInActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform, Words } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { findActiveItem, isSuppliedBy } from '../../catalogue/index.ts';
import { defineAct, requestApproval } from '../../identity/index.ts';
import { defineSources } from '../permissions.ts';
import { sourceNotFound, sourceRefused } from '../problems.ts';
import { isNameTaken, putSource, selectSource } from '../queries/pull-sources.ts';
import type { PullDefinition } from './pull-source.ts';
import { sourceDetails } from './source-details.ts';

type Payload = {
  readonly sourceId: string;
  readonly unit: string;
  readonly item: string;
  readonly name: string;
  readonly definition: PullDefinition;
};

const defining = defineAct<Payload>({
  kind: 'channels.define-source',
  name: { zh: '设置数据库来源', en: 'Set a database to be read' },
  requester: defineSources,
  deciders: ['reviewer', 'administrator'],
  target: ({ sourceId }) => sourceId,
  async describe(_platform, { name, item, definition }) {
    const { driver, host, port, database, schema, view, user, columns, everyMinutes } = definition;
    const map = Object.entries(columns).map(([from, to]) => `${from}→${to}`);
    const at = `${driver} ${host}:${port}/${database} ${schema}.${view}`;
    return {
      zh: `${name}：以账号 ${user} 每 ${everyMinutes} 分钟从 ${at} 读取 ${item}；列：${map.join('、')}。`,
      en: `${name}: as ${user}, every ${everyMinutes} minutes, ${item} is read from ${at}; columns: ${map.join(', ')}.`,
    };
  },
  async details(platform, payload) {
    return sourceDetails(payload, await selectSource(platform.db.app, payload.sourceId));
  },
  async run(platform, tx, payload, { requestedBy, approvedBy }) {
    const source = { ...payload, at: platform.clock.now(), by: requestedBy, approvedBy };
    // Its name may have been given to another while this one waited.
    if (
      (await isNameTaken(tx, payload.unit, payload.name, payload.sourceId)) ||
      !(await putSource(tx, source))
    )
      throw refused({ zh: '这个名称已有别的来源使用。', en: 'Another source has this name.' });
    return { outcome: { sourceId: payload.sourceId } };
  },
});

function refused(detail: Words): Problem {
  return new Problem(sourceRefused, { detail });
}

async function check(platform: Platform, { unit, item, name, sourceId, definition }: Payload): Promise<void> {
  const host = `${definition.host}:${definition.port}`;
  if (!platform.config.channels.pullHosts.includes(host.toLowerCase()))
    throw refused({ zh: `平台不允许读取 ${host}。`, en: `The platform may not read from ${host}.` });
  const active = await findActiveItem(platform.db.app, item);
  if (!active || !(await isSuppliedBy(platform.db.app, item, unit)))
    throw refused({ zh: `本单位不归集 ${item}。`, en: `Your unit does not supply ${item}.` });
  const known = new Set(active.fields.map(({ code }) => code));
  const codes = Object.values(definition.columns);
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw refused({
      zh: `${item} 没有字段 ${unknown.join('、')}。`,
      en: `${item} has no fields ${unknown.join(', ')}.`,
    });
  if (codes.length === 0 || new Set(codes).size < codes.length)
    throw refused({
      zh: '每个字段须对应一列，且只对应一列。',
      en: 'Give each field one column, and only one.',
    });
  if (await isNameTaken(platform.db.app, unit, name, sourceId))
    throw refused({ zh: '这个名称已有别的来源使用。', en: 'Another source has this name.' });
}

/**
 * Asks for a source of one's own unit, or for a change of one.
 * @throws Problem source-refused, source-not-found, already-requested
 */
export async function requestSource(
  platform: Platform,
  actor: SignedInActor,
  asked: Omit<Payload, 'unit' | 'sourceId'> & { readonly sourceId?: string; readonly reason: string },
): Promise<{ readonly approvalId: string; readonly sourceId: string }> {
  const { reason, sourceId = newId(), ...rest } = asked;
  const payload = { ...rest, sourceId, unit: actor.unit };
  const earlier = asked.sourceId === undefined ? undefined : await selectSource(platform.db.app, sourceId);
  if (asked.sourceId !== undefined && earlier?.unit !== actor.unit) throw new Problem(sourceNotFound);
  await check(platform, payload);
  const { approvalId } = await requestApproval(platform, actor, defining, {
    payload,
    unit: actor.unit,
    reason,
  });
  return { approvalId, sourceId };
}
