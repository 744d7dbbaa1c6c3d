/** The centre's view: units down, items across, one month at a time. */
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useApi } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Reading } from '../parts/reading.tsx';
import { type Due, type Items, ROOT, writeMonth } from './answers.ts';
import { DueTag } from './own-months.tsx';
import { words } from './words.ts';

const GRAVE = ['late', 'missing', 'contradicted'];

/** The matrix with its filters. */
export function Matrix() {
  const text = useWords(words);
  const dues = useApi<Items<Due>>(`${ROOT}/dues?months=6`, { anyLanguage: true });
  return (
    <Reading of={dues}>
      {({ items }) =>
        items.length === 0 ? <p className="quiet">{text.emptyList}</p> : <OneMonth dues={items} />
      }
    </Reading>
  );
}

function OneMonth({ dues }: { dues: readonly Due[] }) {
  const text = useWords(words);
  const id = useId();
  const itemName = useItemNames();
  const unitName = useUnitNames();
  const months = [...new Set(dues.map(({ month }) => month))];
  // The running month says little: the one before it comes first.
  const [month, setMonth] = useState(months[1] ?? months[0] ?? '');
  const [onlyLate, setOnlyLate] = useState(false);
  const ofMonth = dues.filter((due) => due.month === month);
  const itemsOf = [...new Set(ofMonth.map(({ item }) => item))].sort();
  const cells = new Map(ofMonth.map((due) => [`${due.unit} ${due.item}`, due]));
  const units = [...new Set(ofMonth.map(({ unit }) => unit))].filter(
    (unit) => !onlyLate || ofMonth.some((due) => due.unit === unit && GRAVE.includes(due.state)),
  );
  return (
    <>
      <div className="field measure">
        <label htmlFor={`${id}month`}>{text.month}</label>
        <Select
          id={`${id}month`}
          value={month}
          onChange={setMonth}
          options={months.map((value) => ({ value, label: writeMonth(value) }))}
        />
      </div>
      <div className="field measure">
        <label htmlFor={`${id}shown`}>{text.shown}</label>
        <Select
          id={`${id}shown`}
          value={onlyLate ? 'late' : 'all'}
          onChange={(value) => setOnlyLate(value === 'late')}
          options={[
            { value: 'all', label: text.allUnits },
            { value: 'late', label: text.onlyLate },
          ]}
        />
      </div>
      <DataTable
        caption={text.matrix(writeMonth(month))}
        showCaption
        rows={units}
        rowKey={(unit) => unit}
        empty={text.none}
        columns={[
          { key: 'unit', title: text.unit, cell: unitName },
          ...itemsOf.map((item) => ({
            key: item,
            title: itemName(item),
            cell: (unit: string) => {
              const due = cells.get(`${unit} ${item}`);
              return due ? <DueTag state={due.state} /> : '—';
            },
          })),
        ]}
      />
    </>
  );
}
