/** "Units": the register with ended units, registering one, and one unit with what hangs on it. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useApi, useRefresh } from '../../api/use-api.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Reading } from '../../parts/reading.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useIsCentre } from '../unit-choice.tsx';
import type { RegisteredUnit } from './answers.ts';
import { OneUnit } from './one-unit.tsx';
import { RegisterForm } from './register-form.tsx';
import { words } from './words.ts';

/** The page; which unit it shows stands in the address. */
export function UnitsPage() {
  const text = useWords(words);
  const isCentre = useIsCentre();
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      {isCentre ? <Register /> : <p className="notice">{text.centreOnly}</p>}
    </Page>
  );
}

function Register() {
  const text = useWords(words);
  const refresh = useRefresh();
  const [search] = useSearchParams();
  const code = search.get('unit');
  const units = useApi<{ items: readonly RegisteredUnit[] }>('/api/v1/unit-register', { anyLanguage: true });
  const [asked, setAsked] = useState(0);

  function onAsked() {
    setAsked(asked + 1);
    void refresh('/api/v1/approvals', '/api/v1/unit-register');
  }

  return (
    <>
      {asked === 0 ? null : (
        <p className="notice notice-good" role="status">
          {text.asked}
        </p>
      )}
      <Reading of={units}>
        {({ items }) => {
          const chosen = items.find((unit) => unit.code === code);
          return chosen ? (
            <OneUnit key={`${chosen.code} ${asked}`} unit={chosen} units={items} onAsked={onAsked} />
          ) : (
            <>
              <List units={items} />
              <RegisterForm key={asked} onAsked={onAsked} />
            </>
          );
        }}
      </Reading>
    </>
  );
}

function List({ units }: { units: readonly RegisteredUnit[] }) {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <DataTable
      caption={text.list}
      rows={units}
      rowKey={({ code }) => code}
      empty={null}
      columns={[
        { key: 'name', title: text.title, wide: true, cell: ({ name }) => name[language] },
        { key: 'code', title: text.code, cell: ({ code }) => <span className="code">{code}</span> },
        { key: 'kind', title: text.kind, cell: ({ kind }) => text.kinds[kind] ?? kind },
        { key: 'sector', title: text.sector, cell: ({ sector }) => text.sectors[sector] ?? sector },
        { key: 'state', title: text.state, cell: (unit) => <UnitState unit={unit} units={units} /> },
        {
          key: 'act',
          title: text.act,
          cell: ({ code, name, until }) =>
            until === null ? (
              <Link to={`/units?unit=${code}`} aria-label={`${text.manage} ${name[language]}`}>
                {text.manage}
              </Link>
            ) : null,
        },
      ]}
    />
  );
}

function UnitState({ unit, units }: { unit: RegisteredUnit; units: readonly RegisteredUnit[] }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const { since, until, successor } = unit;
  if (until === null) return <StateTag look="good" word={text.later(since)} />;
  const heir = units.find(({ code }) => code === successor);
  return <StateTag look="quiet" word={heir ? text.merged(until, heir.name[language]) : text.ended(until)} />;
}
