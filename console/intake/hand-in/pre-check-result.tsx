/** What the pre-check found: counts, rules, the first findings, and all of them as a file. */
import { Button } from 'antd';
import { writeCount } from '../../language/figures.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { StateTag, severityLook } from '../../parts/state-tag.tsx';
import { words as partsWords } from '../../parts/words.ts';
import { findingsCsv } from '../pre-check/findings-csv.ts';
import { inWords, type PreCheckReport } from '../pre-check/report.ts';
import { FindingsTable, RuleLink } from '../submissions/findings-table.tsx';
import { words } from './words.ts';

const SHOWN = 200;

/** The whole result; `wholeOnly`: the item is taken only as a whole. */
export function PreCheckResult({
  item,
  report,
  fileName,
  wholeOnly,
}: {
  item: string;
  report: PreCheckReport;
  fileName: string;
  wholeOnly: boolean;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const shown = report.first.slice(0, SHOWN).map((finding) => inWords(finding, language));
  return (
    <section className="stack" aria-label={text.result}>
      <h2>{text.result}</h2>
      <Verdict report={report} wholeOnly={wholeOnly} />
      <dl className="counts">
        <Count name={text.rows} count={report.rows} />
        <Count name={text.good} count={report.good} />
        <Count name={text.rejected} count={report.rejected} />
        {report.refused > 0 ? <Count name={text.refused} count={report.refused} /> : null}
      </dl>
      <p className="quiet measure">
        {report.encoding ? text.encoding(text.encodings[report.encoding] ?? report.encoding) : ''}
        {text.later}
      </p>
      {report.findings > 0 ? (
        <>
          <Rules report={report} />
          <div className="page-head">
            <h3>{text.firstFindings(writeCount(shown.length), writeCount(report.findings))}</h3>
            <Download report={report} fileName={fileName} />
          </div>
          <FindingsTable item={item} findings={shown} />
        </>
      ) : null}
    </section>
  );
}

function Verdict({ report, wholeOnly }: { report: PreCheckReport; wholeOnly: boolean }) {
  const text = useWords(words);
  const { language } = useLanguage();
  if (report.fileRefused) {
    const { message, advice } = inWords(report.fileRefused, language);
    return (
      <div className="notice notice-serious" role="status">
        <strong>{text.unreadable}</strong>
        <p>{message}</p>
        <p>{advice}</p>
        <p>{text.unreadableNext}</p>
      </div>
    );
  }
  if (report.rejected === 0)
    return (
      <p className="notice notice-good" role="status">
        {text.allGood}
      </p>
    );
  return (
    <p className="notice notice-attention" role="status">
      {wholeOnly ? text.wholeOnly : text.someBad(writeCount(report.rejected))}
    </p>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{writeCount(count)}</dd>
    </div>
  );
}

function Rules({ report }: { report: PreCheckReport }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const { severity } = useWords(partsWords);
  return (
    <DataTable
      caption={text.byRule}
      showCaption
      rows={report.tallies}
      rowKey={({ rule }) => rule}
      empty={null}
      columns={[
        {
          key: 'severity',
          title: text.severity,
          cell: (tally) => (
            <StateTag
              look={severityLook[tally.severity] ?? 'quiet'}
              word={severity[tally.severity] ?? tally.severity}
            />
          ),
        },
        { key: 'count', title: text.times, number: true, cell: ({ count }) => writeCount(count) },
        {
          key: 'meaning',
          title: text.meaning,
          wide: true,
          // Its first finding stands for all: the sentence of a rule names what that one found.
          cell: ({ rule, severity: grade }) =>
            inWords(
              report.first.find((finding) => finding.rule === rule) ?? { rule, severity: grade },
              language,
            ).message,
        },
        { key: 'rule', title: text.rule, cell: ({ rule }) => <RuleLink rule={rule} /> },
      ]}
    />
  );
}

function Download({ report, fileName }: { report: PreCheckReport; fileName: string }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const { severity } = useWords(partsWords);
  return (
    <div className="row">
      {report.findings > report.first.length ? (
        <span className="quiet">{text.downloadCut(writeCount(report.first.length))}</span>
      ) : null}
      <Button
        onClick={() => {
          const findings = report.first.map((finding) => {
            const described = inWords(finding, language);
            return { ...described, severity: severity[described.severity] ?? described.severity };
          });
          saveFile(
            findingsCsv(text.csvHeader, findings),
            `${fileName.replace(/\.[^.]+$/, '')}-${text.csvName}.csv`,
          );
        }}
      >
        {text.download}
      </Button>
    </div>
  );
}
