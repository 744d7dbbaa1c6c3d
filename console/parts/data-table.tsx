/** A dense table that can be read by keyboard and by ear: a caption, column headers, sideways scrolling in its own region. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../language/language.ts';
import { words } from './words.ts';

/** One column; `number` aligns figures to the right. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly number?: boolean;
  readonly wide?: boolean;
  cell(row: Row): ReactNode;
}

/** The table; `empty` says what would be here. */
export function DataTable<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  empty,
}: {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  empty: ReactNode;
}) {
  const text = useWords(words);
  const region = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  if (rows.length === 0) return <p className="quiet measure">{empty}</p>;
  return (
    <section
      ref={region}
      className="table-scroll"
      aria-label={scrolls ? `${caption} (${text.scrollable})` : caption}
      // A region that scrolls must be reachable, or its hidden part is lost to the keyboard.
      tabIndex={scrolls ? 0 : undefined}
    >
      <table className="plain">
        <caption className={showCaption ? undefined : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, number, wide, cell }) => (
                <td key={key} className={number ? 'number' : wide ? 'wide-text' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
