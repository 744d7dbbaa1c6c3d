/** /log: what the log says of itself now, who witnesses it, and how anybody verifies it. */
import { toBase64 } from '../../../../kernel/tlog/encoding.ts';
import { formatVkey } from '../../../../kernel/tlog/verifier-key.ts';
import { html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, facts, moment } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { findKeys } from '../../keep-keys.ts';
import { logFolderOf, openLogFiles } from '../../log-files.ts';
import { findPublishedCheckpoint } from '../../published-checkpoint.ts';
import { type LogFigures, logFigures } from '../../queries/monitor.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

const dictionaries = { zh: zh.log, en: en.log };

/** Answers `/log`. */
export async function logPage(platform: Platform, { language }: Visit): Promise<PageContent> {
  const words = dictionaries[language];
  const files = openLogFiles(logFolderOf(platform.config.dataFolder));
  const [checkpoint, keys, account, figures] = await Promise.all([
    findPublishedCheckpoint(files),
    findKeys(files),
    files.findWitnessAccount(),
    platform.db.app.one<LogFigures>(logFigures()),
  ]);
  const now = checkpoint
    ? facts([
        [words.size, count(checkpoint.size, language)],
        [words.root, html`<code>${toBase64(checkpoint.root)}</code>`],
        [words.erased, count(Number(figures.erased), language)],
        [words.lastRound, figures.last_round_at && moment(figures.last_round_at)],
        [words.alarms, figures.open_alarms > 0 ? words.alarmsSome(figures.open_alarms) : words.alarmsNone],
      ])
    : html`<p>${words.none}</p>`;
  const vkeys = keys.map((key) => html`<li><code>${formatVkey(key)}</code></li>`);
  return {
    title: words.title,
    description: words.description,
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<h2>${words.nowHeading}</h2>${now}
<h2>${words.witnessHeading}</h2><p>${words.witness}</p><p>${words.witnessAccount[account]}</p>
<h2>${words.keysHeading}</h2><p>${words.keysSay}</p><ul>${vkeys}</ul>
<h2>${words.verifyHeading}</h2><ol>${words.verify.map((step) => html`<li>${step}</li>`)}</ol><p>${words.hides}</p>
<h2>${words.addresses}</h2><ul><li><a href="/log/checkpoint">/log/checkpoint</a></li><li><a href="/log/keys">/log/keys</a></li></ul>`,
  };
}
