/** One record with where it comes from, why it is held, and whether it is public. */
import { useId } from 'react';
import { lastDayBefore } from '../language/dates.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { StateTag } from '../parts/state-tag.tsx';
import type { CitedBasis, ShownRecord } from './answers.ts';
import { words } from './words.ts';

function Citation({ basis }: { basis: CitedBasis }) {
  const { language } = useLanguage();
  return (
    <a href={`${language === 'en' ? '/en' : ''}/law/${basis.instrument}`} target="_blank" rel="noreferrer">
      {basis.title[language]} {basis.article}
    </a>
  );
}

/** The card, the same for its subject and for officers. */
export function RecordCard({ record }: { record: ShownRecord }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const heading = useId();
  const until = record.publicUntil;
  // Where nothing of a record is ever public, its state says so once.
  const marksClosed = record.fields.some(({ open }) => open);
  return (
    <article className="block stack-small" aria-labelledby={heading}>
      <h3 id={heading}>
        {record.itemName[language]} · <span className="code">{record.decisionNo}</span>
      </h3>
      <p className="record-state">
        {record.state !== 'standing' ? (
          <StateTag look="quiet" word={text.states[record.state]} />
        ) : record.public ? (
          <StateTag look="good" word={until ? text.publicTo(lastDayBefore(until)) : text.publicOpen} />
        ) : (
          <StateTag look="quiet" word={text.notPublic} />
        )}
        {record.version > 1 ? <span className="quiet"> {text.version(record.version)}</span> : null}
        {record.endReason ? <span className="quiet"> {record.endReason}</span> : null}
      </p>
      <dl className="facts">
        <dt>{text.decidedOn}</dt>
        <dd>
          <time>{record.decidedOn}</time>
        </dd>
        <dt>{text.authority}</dt>
        <dd>{record.authorityName}</dd>
        <dt>{text.from}</dt>
        <dd>{record.unitName[language]}</dd>
        {record.basis ? (
          <>
            <dt>{text.why}</dt>
            <dd>
              <Citation basis={record.basis} />
            </dd>
          </>
        ) : null}
        {record.public && record.untilBasis ? (
          <>
            <dt>{text.untilWhy}</dt>
            <dd>
              <Citation basis={record.untilBasis} />
            </dd>
          </>
        ) : null}
      </dl>
      <details>
        <summary>{text.content}</summary>
        <dl className="facts">
          {record.fields.map(({ code, name, value, open }) => (
            <div key={code} className="facts-pair">
              <dt>{name[language]}</dt>
              <dd>
                {value}
                {open || !marksClosed ? null : <span className="quiet"> ({text.closed})</span>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}
