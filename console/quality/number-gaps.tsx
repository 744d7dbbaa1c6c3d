/** Gaps in the unit's document numbers, neighbours drawn together. */
import { writeCount } from '../language/figures.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import type { Series } from './answers.ts';
import { numberRanges } from './number-ranges.ts';
import { words } from './words.ts';

const SHOWN = 12;

/** The series that have gaps. */
export function NumberGaps({ series }: { series: readonly Series[] }) {
  const text = useWords(words);
  const gaps = series.filter(({ missing }) => missing.length > 0);
  return (
    <section className="stack">
      <h2>{text.gaps}</h2>
      <p className="quiet measure">{text.gapsLead}</p>
      <DataTable
        caption={text.gaps}
        rows={gaps}
        rowKey={(each) => `${each.item} ${each.series}`}
        empty={text.noGaps}
        columns={[
          { key: 'series', title: text.series, cell: (each) => each.series },
          { key: 'range', title: text.range, cell: ({ lowest, highest }) => `${lowest}–${highest}` },
          { key: 'present', title: text.present, number: true, cell: ({ present }) => writeCount(present) },
          {
            key: 'missing',
            title: text.missing,
            wide: true,
            cell: ({ missing, lowest, highest, present }) => {
              const ranges = numberRanges(missing);
              const all = highest - lowest + 1 - present;
              return ranges.length <= SHOWN && missing.length === all
                ? ranges.join(', ')
                : `${ranges.slice(0, SHOWN).join(', ')} ${text.missingMore(all)}`;
            },
          },
        ]}
      />
    </section>
  );
}
