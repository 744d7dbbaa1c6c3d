/** The findings of a submission: first by rule, then row by row, with one rule's alone on request. */
import { Button } from 'antd';
import { useApi } from '../../api/use-api.ts';
import { writeCount } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Pages, usePages } from '../../parts/more-pages.tsx';
import { StateTag, severityLook } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { words as partsWords } from '../../parts/words.ts';
import type { FindingAnswer, RuleCount, SubmissionDetail } from '../answers.ts';
import { FindingsTable, RuleLink } from './findings-table.tsx';
import { words } from './words.ts';

/** Both tables, or the sentence that there is nothing. */
export function FindingsSection({ submission }: { submission: SubmissionDetail }) {
  const text = useWords(words);
  const filters = useFilters('rule');
  if (submission.findingCounts.length === 0) {
    return submission.status === 'settled' ? (
      <p className="notice notice-good" role="status">
        {text.allGood}
      </p>
    ) : null;
  }
  return (
    <>
      <section className="stack">
        <h2>{text.byRule}</h2>
        <RuleCounts submission={submission} onOnly={(rule) => filters.set('rule', rule)} />
      </section>
      <section className="stack">
        <h2>{text.findings}</h2>
        {filters.values.rule ? (
          <p className="row">
            {text.onlyRule(filters.values.rule)}
            <Button size="small" onClick={filters.clear}>
              {text.allRules}
            </Button>
          </p>
        ) : null}
        {filters.values.rule ? (
          <OneRule submission={submission} rule={filters.values.rule} />
        ) : (
          <AllRows submission={submission} />
        )}
      </section>
    </>
  );
}

function RuleCounts({
  submission,
  onOnly,
}: {
  submission: SubmissionDetail;
  onOnly: (rule: string) => void;
}) {
  const text = useWords(words);
  const { severity } = useWords(partsWords);
  // A rule's sentence has gaps. The server leaves them open, since one finding's values do not stand for all; of a single
  // finding it is its own sentence.
  const sentenceOf = ({ rule, count, message }: RuleCount) =>
    (count === 1 && submission.findings.find((finding) => finding.rule === rule)?.message) || message;
  return (
    <DataTable
      caption={text.byRule}
      rows={submission.findingCounts}
      rowKey={(count) => `${count.rule} ${count.severity}`}
      empty={null}
      columns={[
        {
          key: 'severity',
          title: text.severity,
          cell: (count) => (
            <StateTag
              look={severityLook[count.severity] ?? 'quiet'}
              word={severity[count.severity] ?? count.severity}
            />
          ),
        },
        { key: 'count', title: text.count, number: true, cell: ({ count }) => writeCount(count) },
        { key: 'meaning', title: text.meaning, wide: true, cell: sentenceOf },
        { key: 'rule', title: text.rule, cell: ({ rule }) => <RuleLink rule={rule} /> },
        {
          key: 'only',
          title: text.findings,
          cell: ({ rule }) => (
            <button
              type="button"
              className="plain-button"
              aria-label={text.onlyRule(rule)}
              onClick={() => onOnly(rule)}
            >
              {text.only}
            </button>
          ),
        },
      ]}
    />
  );
}

function AllRows({ submission: { submissionId, item } }: { submission: SubmissionDetail }) {
  const pages = usePages<FindingAnswer>(
    `/api/v1/submissions/${submissionId}/findings`,
    { limit: 100 },
    'after',
  );
  return <Pages of={pages}>{(rows) => <FindingsTable item={item} findings={rows} />}</Pages>;
}

/** The first thousand findings, those of one rule kept: enough to see what the rule is about. */
function OneRule({
  submission: { submissionId, item },
  rule,
}: {
  submission: SubmissionDetail;
  rule: string;
}) {
  const read = useApi<{ items: readonly FindingAnswer[] }>(
    `/api/v1/submissions/${submissionId}/findings?limit=1000`,
  );
  return (
    <FindingsTable
      item={item}
      findings={(read.data?.items ?? []).filter((finding) => finding.rule === rule)}
    />
  );
}
