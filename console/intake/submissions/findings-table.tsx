/** Findings as a table: where, how grave, what is wrong, what to do; used for the server's and for the browser's own. */
import { useFieldNames } from '../../catalogue/items.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { StateTag, severityLook } from '../../parts/state-tag.tsx';
import { words as partsWords } from '../../parts/words.ts';
import type { FindingAnswer } from '../answers.ts';
import { words } from './words.ts';

/** A link to the rule's public page. */
export function RuleLink({ rule }: { rule: string }) {
  const { language } = useLanguage();
  return (
    <a
      className="code"
      href={`${language === 'en' ? '/en' : ''}/rules/${rule}`}
      target="_blank"
      rel="noreferrer"
    >
      {rule}
    </a>
  );
}

/** The table of findings in the order given; `item` names the fields. */
export function FindingsTable({ item, findings }: { item: string; findings: readonly FindingAnswer[] }) {
  const text = useWords(words);
  const fieldName = useFieldNames(item);
  const { severity } = useWords(partsWords);
  const numbered = findings.map((finding, index) => ({ ...finding, index }));
  return (
    <DataTable
      caption={text.findings}
      rows={numbered}
      rowKey={({ index }) => index}
      empty={null}
      columns={[
        { key: 'row', title: text.row, number: true, cell: ({ row }) => row ?? text.wholeFile },
        {
          key: 'column',
          title: text.column,
          cell: ({ column, field }) => {
            // A file with codes as its header is read with names all the same.
            const name = field && (column === null || column === field) ? fieldName(field) : column;
            return (
              <>
                {name ?? '—'}
                {field && field !== name ? (
                  <>
                    <br />
                    <span className="quiet code">{field}</span>
                  </>
                ) : null}
              </>
            );
          },
        },
        {
          key: 'severity',
          title: text.severity,
          cell: (finding) => (
            <StateTag
              look={severityLook[finding.severity] ?? 'quiet'}
              word={severity[finding.severity] ?? finding.severity}
            />
          ),
        },
        { key: 'message', title: text.meaning, wide: true, cell: ({ message }) => message },
        { key: 'advice', title: text.advice, wide: true, cell: ({ advice }) => advice },
        { key: 'rule', title: text.rule, cell: ({ rule }) => <RuleLink rule={rule} /> },
      ]}
    />
  );
}
