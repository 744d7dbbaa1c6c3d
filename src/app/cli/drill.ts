/** `gongxin drill`: goes the whole way of a security incident, marked as a drill (演练), telling nobody. */
import { loadConfig } from '../../platform/config.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';
import { withDatabase } from './with-database.ts';

const words = {
  zh: {
    noCentre: '还没有登记信用中心，无法演练。',
    done: '演练已登记并关闭，编号',
    step: '步骤',
    due: '期限',
  },
  en: {
    noCentre: 'No unit is registered as the credit centre; there is nobody to drill.',
    done: 'The drill stands closed in the register, number',
    step: 'step',
    due: 'due',
  },
};

export const drillVerb: Verb = {
  summary: {
    zh: '安全事件处置演练，不对外通知',
    en: 'drill the handling of a security incident; nobody is told',
  },
  usage: {
    zh: '\n  数据库：DATABASE_URL，缺省为内置数据库；数据目录：GONGXIN_DATA',
    en: '\n  database: DATABASE_URL, else the embedded one; data folder: GONGXIN_DATA',
  },
  async run(args, { language, env, say, complain }) {
    if (args.length > 0) throw new UsageError(args.join(' '));
    const config = loadConfig(env);
    const text = words[language];
    // All modules hang on it, and the other verbs need none of them.
    const { runDrillIn } = await import('./run-drill.ts');
    const drill = await withDatabase(config, (migrator) => runDrillIn(config, migrator));
    if (!drill) {
      complain(text.noCentre);
      return exitCodes.dataAtFault;
    }
    for (const { step, dueAt, instrument, article } of drill.steps)
      say(`${text.step} ${step} · ${text.due} ${dueAt} · ${instrument} ${article}`);
    say(`${text.done} ${drill.incidentId}`);
    return exitCodes.done;
  },
};
