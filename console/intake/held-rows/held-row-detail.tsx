/** One held row: the name given beside the registered holder of the code, and what else the row says. */
import { Link } from 'react-router';
import { useFieldNames, useItemNames } from '../../catalogue/items.ts';
import { useUnitNames } from '../../identity/use-unit-names.ts';
import { writeInstant } from '../../language/dates.ts';
import { groupCode } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { Dated } from '../../law/dated.tsx';
import type { HeldRow } from '../answers.ts';
import { words } from './words.ts';

/** The facts of a row, without the decision. */
export function HeldRowDetail({ row, ownUnit }: { row: HeldRow; ownUnit: boolean }) {
  const text = useWords(words);
  const nameOf = useItemNames();
  const unitName = useUnitNames();
  const fieldName = useFieldNames(row.item);
  return (
    <div className="stack">
      <div className="side-by-side">
        <div>
          <p className="quiet">{text.given}</p>
          <h2>{row.partyName}</h2>
        </div>
        <div>
          <p className="quiet">{text.holder}</p>
          <h2>{row.holder ?? (row.uscc ? text.noHolder : text.noCode)}</h2>
        </div>
      </div>
      <p className="notice notice-attention">
        {row.message} {row.advice}
      </p>
      <dl className="facts">
        <dt>{text.code}</dt>
        <dd className="code">{row.uscc ? groupCode(row.uscc) : text.noCode}</dd>
        <dt>{text.item}</dt>
        <dd>{nameOf(row.item)}</dd>
        <dt>{text.authority}</dt>
        <dd>{row.authorityName}</dd>
        <dt>{text.decisionNo}</dt>
        <dd>{row.decisionNo}</dd>
        <dt>{text.decidedOn}</dt>
        <dd>
          <Dated date={row.decidedOn} />
        </dd>
        <dt>{text.unit}</dt>
        <dd>{unitName(row.unit)}</dd>
        <dt>{text.heldAt}</dt>
        <dd className="figures">{writeInstant(row.heldAt)}</dd>
        <dt>{text.submission}</dt>
        <dd>
          {ownUnit ? (
            <Link to={`/submissions/${row.submissionId}`}>{text.show}</Link>
          ) : (
            <span className="code">{row.submissionId}</span>
          )}
          , {text.row(row.row)}
        </dd>
      </dl>
      <details>
        <summary>{text.fields}</summary>
        <dl className="facts">
          {Object.entries(row.fields).map(([field, value]) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt>{fieldName(field)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
