/** What the centre decided about a submission's rows on hold, with the officer's reason, for the unit to go on with. */
import { writeInstant } from '../../language/dates.ts';
import { useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import type { DecisionAnswer } from '../answers.ts';
import { words } from './words.ts';

/** The table; nothing while nothing was decided. */
export function OutcomesSection({ decisions }: { decisions: readonly DecisionAnswer[] }) {
  const text = useWords(words);
  if (decisions.length === 0) return null;
  return (
    <section className="stack">
      <h2>{text.outcomes}</h2>
      <DataTable
        caption={text.outcomes}
        rows={decisions}
        rowKey={({ row }) => row}
        empty={null}
        columns={[
          { key: 'row', title: text.line, number: true, cell: ({ row }) => row },
          {
            key: 'decision',
            title: text.outcome,
            cell: ({ decision }) => (
              <StateTag look={decision === 'accept' ? 'good' : 'attention'} word={text[decision]} />
            ),
          },
          { key: 'reason', title: text.reason, wide: true, cell: ({ reason }) => reason },
          { key: 'at', title: text.decidedAt, cell: ({ decidedAt }) => writeInstant(decidedAt) },
        ]}
      />
    </section>
  );
}
