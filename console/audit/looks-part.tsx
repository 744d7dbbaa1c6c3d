/** Audit, looks: how often each unit looked for which purpose on which day, and the looks of one such group. */
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/use-api.ts';
import { TextField } from '../identity/text-field.tsx';
import { UnitChoice } from '../identity/unit-choice.tsx';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { dateOf } from '../language/dates.ts';
import { writeCount } from '../language/figures.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { csvOf } from '../parts/csv.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { Reading } from '../parts/reading.tsx';
import { saveFile } from '../parts/save-file.ts';
import { useFilters } from '../parts/use-filters.ts';
import type { CountAnswer, PurposeName } from './answers.ts';
import { LookList } from './look-list.tsx';
import { words } from './words.ts';

const day = 86_400_000;
const daysFrom = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * day);
const shift = (date: string, days: number) => daysFrom(date, days).toISOString().slice(0, 10);

/** The purposes as the reader calls them. */
function usePurposes(): { readonly all: readonly PurposeName[]; nameOf(purpose: string): string } {
  const { language } = useLanguage();
  const read = useApi<{ items: readonly PurposeName[] }>('/api/v1/public/purposes', { anyLanguage: true });
  const all = read.data?.items ?? [];
  return {
    all,
    nameOf: (purpose) => all.find((one) => one.purpose === purpose)?.name[language] ?? purpose,
  };
}

/** The part; its filters stand in the address. */
export function LooksPart() {
  const text = useWords(words);
  const nameOfUnit = useUnitNames();
  const purposes = usePurposes();
  const { values, set, change } = useFilters('from', 'until', 'unit', 'purpose');
  const today = dateOf(new Date().toISOString());
  const until = values.until || today;
  const from = values.from || shift(until, -29);
  const path = withQuery('/api/v1/audit/access-counts', {
    from,
    until: shift(until, 1),
    unit: values.unit,
    purpose: values.purpose,
  });
  const read = useApi<{ items: readonly CountAnswer[] }>(path, { anyLanguage: true, keep: true });
  const [chosen, setChosen] = useState<CountAnswer>();
  const why = ({ kind, purpose }: CountAnswer) =>
    purpose === null ? text.lookKinds[kind] : purposes.nameOf(purpose);

  function save(items: readonly CountAnswer[]) {
    const header = [
      text.day,
      text.unit,
      text.purpose,
      text.looks,
      text.subjects,
      text.officers,
      text.machines,
    ];
    const lines = items.map((one) => [
      one.day,
      nameOfUnit(one.unit),
      why(one),
      ...[one.looks, one.subjects, one.officers, one.machines],
    ]);
    saveFile(csvOf([header, ...lines]), `${text.counts} ${from} ${until}.csv`);
  }

  return (
    <>
      <div className="row row-end no-print">
        <UnitChoice
          label={text.unit}
          unit={values.unit}
          all={text.allUnits}
          onChoose={(unit) => set('unit', unit)}
        />
        <PurposeChoice all={purposes.all} purpose={values.purpose} onChoose={(one) => set('purpose', one)} />
        <PeriodChoice key={`${from} ${until}`} from={from} until={until} onChoose={change} />
      </div>
      <Reading of={read}>
        {({ items }) => (
          <>
            <DataTable
              caption={text.counts}
              showCaption
              rows={items}
              rowKey={({ day: on, unit, kind, purpose }) => `${on} ${unit} ${kind} ${purpose}`}
              empty={text.noCounts}
              columns={[
                { key: 'day', title: text.day, cell: ({ day: on }) => <time>{on}</time> },
                { key: 'unit', title: text.unit, cell: ({ unit }) => nameOfUnit(unit) },
                { key: 'purpose', title: text.purpose, cell: why },
                { key: 'looks', title: text.looks, number: true, cell: ({ looks }) => writeCount(looks) },
                {
                  key: 'subjects',
                  title: text.subjects,
                  number: true,
                  cell: ({ subjects }) => writeCount(subjects),
                },
                { key: 'officers', title: text.officers, number: true, cell: ({ officers }) => officers },
                { key: 'machines', title: text.machines, number: true, cell: ({ machines }) => machines },
                {
                  key: 'drill',
                  title: text.drill,
                  cell: (one) => (
                    <Button size="small" onClick={() => setChosen(one)}>
                      {text.drill}
                    </Button>
                  ),
                },
              ]}
            />
            {items.length > 0 ? (
              <p className="no-print">
                <Button onClick={() => save(items)}>{text.csv}</Button>
              </p>
            ) : null}
          </>
        )}
      </Reading>
      <Dialogue
        wide
        open={chosen !== undefined}
        title={chosen ? `${nameOfUnit(chosen.unit)} · ${why(chosen)} · ${chosen.day}` : text.drillTitle}
        onClose={() => setChosen(undefined)}
      >
        {chosen ? <LookList group={chosen} onBack={() => setChosen(undefined)} /> : null}
      </Dialogue>
    </>
  );
}

function PurposeChoice({
  all,
  purpose,
  onChoose,
}: {
  all: readonly PurposeName[];
  purpose: string;
  onChoose: (purpose: string) => void;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{text.purpose}</label>
      <Select
        id={id}
        value={purpose}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: text.all },
          ...all.map((one) => ({ value: one.purpose, label: one.name[language] })),
        ]}
        onChange={onChoose}
      />
    </div>
  );
}

/** Asked for by its button: a day half typed is no day yet. */
function PeriodChoice({
  from,
  until,
  onChoose,
}: {
  from: string;
  until: string;
  onChoose: (period: { from: string; until: string }) => void;
}) {
  const text = useWords(words);
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(until);
  const isGood = first !== '' && last !== '' && first <= last && shift(first, 366) > last;
  return (
    <form
      className="row row-end"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) onChoose({ from: first, until: last });
      }}
    >
      <TextField label={text.from} type="date" value={first} onText={setFirst} />
      <TextField
        label={text.until}
        fault={!isGood && text.periodFault}
        type="date"
        value={last}
        onText={setLast}
      />
      <Button htmlType="submit">{text.apply}</Button>
    </form>
  );
}
