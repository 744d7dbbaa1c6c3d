/** By which ways a unit hands in, how each stands, and what came of it last. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform, Words } from '../../platform/index.ts';
import type { Language } from '../../platform/language.ts';
import { findUnit } from '../identity/index.ts';
import { listLastByChannel, type Submission } from '../intake/index.ts';
import type { PullDefinition, PullSource } from './pull/pull-source.ts';
import { describePullState } from './pull/pull-states.ts';
import { selectSourcesOf } from './queries/pull-sources.ts';

/** One way in. */
export type Way = {
  readonly kind: string;
  readonly item: string | null;
  readonly name: string | null;
  readonly sourceId: string | null;
  readonly state: string;
  readonly message: string;
  readonly advice: string;
  readonly since: string | null;
  readonly lastRunAt: string | null;
  readonly nextRunAt: string | null;
  readonly rowsRead: string | null;
  readonly definition: PullDefinition | null;
  readonly last: Pick<Submission, 'submissionId' | 'status' | 'counts' | 'receivedAt'> | null;
};

const folderWords: Readonly<Record<'watched' | 'not-watched' | 'used', Words>> = {
  watched: { zh: '正在监视投放目录。', en: 'The drop folder is watched.' },
  'not-watched': {
    zh: '平台没有设置投放目录；需要时请平台运维人员设置 GONGXIN_DROP_FOLDER。',
    en: 'No drop folder is set; have the platform’s operator set GONGXIN_DROP_FOLDER if you need one.',
  },
  used: { zh: '有报送。', en: 'Something was handed in.' },
};

const nothing = {
  name: null,
  sourceId: null,
  since: null,
  lastRunAt: null,
  nextRunAt: null,
  rowsRead: null,
  definition: null,
  advice: '',
};

function ofSource(source: PullSource, last: Way['last'], language: Language): Way {
  const { sourceId, item, name, state, definition, rowsRead } = source;
  return {
    kind: 'pull',
    item,
    name,
    sourceId,
    state,
    ...describePullState(state, source.stateParams, language),
    since: source.stateSince.toISOString(),
    lastRunAt: source.lastRunAt?.toISOString() ?? null,
    nextRunAt: source.nextRunAt?.toISOString() ?? null,
    rowsRead,
    definition,
    last,
  };
}

const short = ({ submissionId, status, counts, receivedAt }: Submission) => ({
  submissionId,
  status,
  counts,
  receivedAt,
});

/** The unit's ways in; another unit's are shown to the centre alone. Unknown units have none. */
export async function listChannels(
  platform: Platform,
  actor: SignedInActor,
  asked: { readonly unit?: string | undefined; readonly language: Language },
): Promise<Way[]> {
  const { unit = actor.unit, language } = asked;
  if (unit !== actor.unit && (await findUnit(platform, actor.unit))?.kind !== 'centre') return [];
  const [sources, submissions] = await Promise.all([
    selectSourcesOf(platform.db.app, unit),
    listLastByChannel(platform, unit),
  ]);
  const lastPull = new Map(
    submissions.filter(({ channel }) => channel === 'pull').map((one) => [one.item, one]),
  );
  const pulls = sources.map((source) => {
    const last = lastPull.get(source.item);
    return ofSource(source, last ? short(last) : null, language);
  });
  const folder = platform.config.channels.dropFolder === undefined ? 'not-watched' : 'watched';
  const others = submissions.filter(({ channel }) => channel !== 'pull');
  return [
    ...pulls,
    {
      ...nothing,
      kind: 'folder',
      item: null,
      state: folder,
      message: folderWords[folder][language],
      last: null,
    },
    ...others.map((one) => ({
      ...nothing,
      kind: one.channel,
      item: one.item,
      state: 'used',
      message: folderWords.used[language],
      lastRunAt: one.receivedAt,
      last: short(one),
    })),
  ];
}
