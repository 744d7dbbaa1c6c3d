/** One submission: where it stands, its counts, why, the findings, and what can be done about it. */
import { Link, useParams } from 'react-router';
import { useApi } from '../../api/use-api.ts';
import { useItemNames } from '../../catalogue/items.ts';
import { mayDo, useSession } from '../../identity/session.ts';
import { writeInstant } from '../../language/dates.ts';
import { writeCount, writeSize } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { Page } from '../../parts/page.tsx';
import { Reading } from '../../parts/reading.tsx';
import { StateTag, statusLook } from '../../parts/state-tag.tsx';
import { words as partsWords } from '../../parts/words.ts';
import { isAtWork, type SubmissionDetail } from '../answers.ts';
import { OutcomesSection } from '../held-rows/outcomes-section.tsx';
import { FindingsFileButton } from './findings-file-button.tsx';
import { FindingsSection } from './findings-section.tsx';
import { SubmissionCounts } from './submission-counts.tsx';
import { WithdrawButton } from './withdraw-button.tsx';
import { words } from './words.ts';

/** Asked again while something can still change: quickly at first, never more than once in two seconds when it takes long. */
function pauseOf(last: SubmissionDetail | undefined): number | false {
  if (!last) return false;
  if (isAtWork(last)) return Date.now() - Date.parse(last.receivedAt) < 30_000 ? 700 : 2_000;
  // Settled, but the findings file is still being written.
  if (last.status === 'waiting') return 10_000;
  return last.closedAt === null && last.status !== 'withdrawn' ? 1_500 : false;
}

/** The page of the submission in the address. */
export function SubmissionPage() {
  const text = useWords(words);
  const { submissionId = '' } = useParams();
  const reading = useApi<SubmissionDetail>(`/api/v1/submissions/${encodeURIComponent(submissionId)}`, {
    again: pauseOf,
    keep: true,
  });
  return (
    <Page title={text.one} actions={<Link to="/submissions">{text.title}</Link>}>
      <Reading of={reading}>{(submission) => <Detail submission={submission} />}</Reading>
    </Page>
  );
}

function Detail({ submission }: { submission: SubmissionDetail }) {
  const text = useWords(words);
  const { account } = useSession();
  const { counts, refusal, status } = submission;
  const submits = mayDo(account, 'submit');
  const broken = (counts?.rejected ?? 0) > 0 || status === 'refused';
  return (
    <>
      <Facts submission={submission} />
      {isAtWork(submission) ? (
        <div className="notice" role="status">
          <p>
            {submission.status === 'reading'
              ? text.progress(writeCount(submission.rowsRead ?? 0))
              : text.waiting}
          </p>
          <progress aria-label={text.status} />
        </div>
      ) : null}
      {refusal ? (
        <div className="notice notice-serious">
          <strong>{text.refusedTitle}</strong>
          <p>{refusal.message}</p>
          <p>{refusal.advice}</p>
        </div>
      ) : null}
      {submission.waitsBecause ? (
        <div className="notice notice-attention" role="status">
          <p>{text.waits(submission.waitsBecause)}</p>
          <Link to="/approvals">{text.approvals}</Link>
        </div>
      ) : null}
      {submission.withdrawalRequest ? (
        <div className="notice" role="status">
          <p>
            {text.asked(
              writeInstant(submission.withdrawalRequest.requestedAt),
              submission.withdrawalRequest.reason,
            )}
          </p>
          <Link to="/approvals">{text.approvals}</Link>
        </div>
      ) : null}
      {submission.withdrawnAt ? (
        <div className="notice notice-attention">
          <p>{text.withdrawn(writeInstant(submission.withdrawnAt), submission.withdrawalReason ?? '')}</p>
        </div>
      ) : null}
      {counts && status !== 'refused' ? <SubmissionCounts counts={counts} /> : null}
      {isAtWork(submission) ? null : (
        <div className="row no-print">
          <FindingsFileButton submission={submission} />
          {(counts?.accepted ?? 0) > 0 ? (
            <Link to={`/records?item=${submission.item}`}>{text.records}</Link>
          ) : null}
          {submits && broken ? <Link to={`/hand-in?item=${submission.item}`}>{text.mend}</Link> : null}
          {submits && status === 'settled' && !submission.withdrawalRequest ? (
            <WithdrawButton submission={submission} />
          ) : null}
        </div>
      )}
      <OutcomesSection decisions={submission.decisions} />
      {isAtWork(submission) ? null : <FindingsSection submission={submission} />}
    </>
  );
}

function Facts({ submission }: { submission: SubmissionDetail }) {
  const text = useWords(words);
  const { state } = useWords(partsWords);
  const nameOf = useItemNames();
  return (
    <dl className="facts">
      <dt>{text.file}</dt>
      <dd>
        {submission.fileName} <span className="quiet">({writeSize(submission.sizeBytes)})</span>
      </dd>
      <dt>{text.item}</dt>
      <dd>{nameOf(submission.item)}</dd>
      <dt>{text.status}</dt>
      <dd>
        <StateTag
          look={statusLook[submission.status] ?? 'quiet'}
          word={state[submission.status] ?? submission.status}
        />
      </dd>
      <dt>{text.channel}</dt>
      <dd>{text.channels[submission.channel] ?? submission.channel}</dd>
      <dt>{text.receivedAt}</dt>
      <dd>
        <time dateTime={submission.receivedAt}>{writeInstant(submission.receivedAt)}</time>
        {submission.settledAt ? (
          <>
            {' · '}
            {text.settledAt} <time dateTime={submission.settledAt}>{writeInstant(submission.settledAt)}</time>
          </>
        ) : null}
      </dd>
      <dt>{text.number}</dt>
      <dd className="code">{submission.submissionId}</dd>
    </dl>
  );
}
