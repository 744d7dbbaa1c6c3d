/** "Self-check and incidents": what the unit has left to mend, and at the centre the register of incidents with its drill. */
import { useApi } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { useIsCentre } from '../identity/unit-choice.tsx';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { Reading } from '../parts/reading.tsx';
import { type FindingStep, FindingSteps } from './finding-steps.tsx';
import { Incidents } from './incidents/incidents.tsx';
import { words } from './words.ts';

interface Finding {
  readonly findingId: string;
  readonly kind: string;
  readonly unit: string;
  readonly reference: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly dueFixed: boolean;
  readonly steps: readonly FindingStep[];
}

/** The page. */
export function SupervisionPage() {
  const text = useWords(words);
  const { account } = useSession();
  const isCentre = useIsCentre();
  const reads = account.roles.some((role) => role === 'administrator' || role === 'auditor');
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Findings />
      {isCentre && reads ? <Incidents mayKeep={account.roles.includes('administrator')} /> : null}
    </Page>
  );
}

function Findings() {
  const text = useWords(words);
  const nameOf = useUnitNames();
  const found = useApi<{ items: readonly Finding[] }>('/api/v1/self-check?limit=200', { anyLanguage: true });
  return (
    <Reading of={found}>
      {({ items }) => (
        <DataTable
          caption={text.findings}
          showCaption
          rows={items}
          rowKey={({ findingId }) => findingId}
          empty={text.noFindings}
          columns={[
            { key: 'kind', title: text.kind, cell: ({ kind }) => text.kinds[kind] ?? kind },
            { key: 'unit', title: text.unit, cell: ({ unit }) => nameOf(unit) },
            { key: 'reference', title: text.reference, cell: ({ reference }) => reference },
            {
              key: 'facts',
              title: text.facts,
              wide: true,
              cell: ({ facts }) => Object.values(facts).join(' · '),
            },
            { key: 'foundOn', title: text.foundOn, cell: ({ foundOn }) => <time>{foundOn}</time> },
            {
              key: 'dueOn',
              title: text.dueOn,
              cell: ({ dueOn, dueFixed }) => (dueFixed ? <time>{dueOn}</time> : text.earliest(dueOn)),
            },
            {
              key: 'mending',
              title: text.mending,
              wide: true,
              cell: (finding) => <FindingSteps of={finding} />,
            },
          ]}
        />
      )}
    </Reading>
  );
}
