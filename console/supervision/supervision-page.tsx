/** "Self-check and incidents": what the unit has left to mend, and at the centre the register of incidents with its drill. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { type FindingStep, FindingSteps } from './finding-steps.tsx';
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

interface Incident {
  readonly incidentId: string;
  readonly drill: boolean;
  readonly what: string;
  readonly detectedAt: string;
  readonly closedAt: string | null;
  readonly steps: readonly {
    readonly step: string;
    readonly dueAt: string;
    readonly byLaw: boolean;
    readonly article: string;
    readonly doneAt: string | null;
  }[];
}

/** The page. */
export function SupervisionPage() {
  const text = useWords(words);
  const { account } = useSession();
  const units = useApi<{ items: readonly { code: string; kind: string }[] }>('/api/v1/units', {
    anyLanguage: true,
  });
  const isCentre = units.data?.items.find(({ code }) => code === account.unit.code)?.kind === 'centre';
  const reads = account.roles.some((role) => role === 'administrator' || role === 'auditor');
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Findings />
      {isCentre && reads ? <Incidents mayDrill={account.roles.includes('administrator')} /> : null}
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

function Incidents({ mayDrill }: { mayDrill: boolean }) {
  const text = useWords(words);
  const read = useApi<{ items: readonly Incident[] }>('/api/v1/incidents?limit=50', { anyLanguage: true });
  return (
    <>
      {mayDrill ? <DrillButton /> : null}
      <Reading of={read}>
        {({ items }) => (
          <DataTable
            caption={text.incidents}
            showCaption
            rows={items}
            rowKey={({ incidentId }) => incidentId}
            empty={text.noIncidents}
            columns={[
              {
                key: 'what',
                title: text.what,
                wide: true,
                cell: ({ what, drill }) => (
                  <>
                    {drill ? <StateTag look="note" word={text.drill} /> : null} {what}
                  </>
                ),
              },
              {
                key: 'detectedAt',
                title: text.detectedAt,
                cell: ({ detectedAt }) => <time>{writeInstant(detectedAt)}</time>,
              },
              { key: 'steps', title: text.steps, wide: true, cell: (incident) => <Steps of={incident} /> },
              {
                key: 'state',
                title: text.state,
                cell: ({ closedAt }) => (
                  <StateTag
                    look={closedAt ? 'good' : 'attention'}
                    word={closedAt ? text.closed : text.open}
                  />
                ),
              },
            ]}
          />
        )}
      </Reading>
    </>
  );
}

function Steps({ of: { steps } }: { of: Incident }) {
  const text = useWords(words);
  return (
    <ul className="plain-list">
      {steps.map(({ step, dueAt, byLaw, article, doneAt }) => (
        <li key={step}>
          {text.stepNames[step] ?? step} · {doneAt ? text.done : text.due(writeInstant(dueAt))} (
          {byLaw ? `${text.law} ${article}` : text.house})
        </li>
      ))}
    </ul>
  );
}

function DrillButton() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async () => {
    setRunning(true);
    setError(undefined);
    try {
      await client.send('POST', '/api/v1/incidents/drill');
      await refresh('/api/v1/incidents');
    } catch (thrown) {
      setError(thrown);
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <ProblemNotice error={error} />
      <p className="no-print">
        <Button onClick={() => void run()} loading={isRunning}>
          {isRunning ? text.running : text.runDrill}
        </Button>
      </p>
    </>
  );
}
