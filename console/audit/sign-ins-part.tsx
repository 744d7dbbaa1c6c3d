/** Audit, signing in: failures, locks and sessions in numbers, without names. */
import { useApi } from '../api/use-api.ts';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { writeCount } from '../language/figures.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Reading } from '../parts/reading.tsx';
import type { SignInsAnswer } from './answers.ts';
import { words } from './words.ts';

type Line = SignInsAnswer['items'][number];

/** The part. */
export function SignInsPart() {
  const text = useWords(words);
  const nameOfUnit = useUnitNames();
  const read = useApi<SignInsAnswer>('/api/v1/audit/sign-ins', { anyLanguage: true });
  const figure = (key: keyof Line & string, title: string) => ({
    key,
    title,
    number: true,
    cell: (line: Line) => writeCount(Number(line[key])),
  });
  return (
    <>
      <p className="quiet measure">{text.signInsLead}</p>
      <Reading of={read}>
        {({ items, strangers }) => (
          <>
            <DataTable
              caption={text.signIns}
              showCaption
              rows={items}
              rowKey={({ unit }) => unit}
              empty={text.noSignIns}
              columns={[
                { key: 'unit', title: text.unit, cell: ({ unit }) => nameOfUnit(unit) },
                figure('accounts', text.accounts),
                figure('openSessions', text.sessions),
                figure('failing', text.failing),
                figure('failures', text.failures),
                figure('locked', text.locked),
                figure('withoutFactor', text.withoutFactor),
              ]}
            />
            {strangers ? (
              <p>{text.strangers(strangers.addresses, strangers.fromAddresses, strangers.unknownNames)}</p>
            ) : null}
          </>
        )}
      </Reading>
    </>
  );
}
