/** The register of incidents: running a drill, registering what happened, and each incident with its steps. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { Dialogue } from '../../parts/dialogue.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Reading } from '../../parts/reading.tsx';
import { useSending } from '../../parts/use-sending.ts';
import type { Incident } from './answers.ts';
import { IncidentCard } from './incident-card.tsx';
import { OpenForm } from './open-form.tsx';
import { words } from './words.ts';

/** The section; `mayKeep` for administrators, others read. */
export function Incidents({ mayKeep }: { mayKeep: boolean }) {
  const text = useWords(words);
  const read = useApi<{ items: readonly Incident[] }>('/api/v1/incidents?limit=50', { anyLanguage: true });
  return (
    <section className="stack">
      <h2>{text.title}</h2>
      <p className="quiet measure">{text.lead}</p>
      {mayKeep ? <Keeping /> : null}
      <Reading of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{text.none}</p>
          ) : (
            <ul className="plain-list stack">
              {items.map((incident) => (
                <li key={incident.incidentId} className="card">
                  <IncidentCard incident={incident} mayKeep={mayKeep} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </section>
  );
}

function Keeping() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const { busy, error, send } = useSending();
  const [opening, setOpening] = useState(false);
  const [said, setSaid] = useState<string>();
  const drill = () =>
    send(async () => {
      await client.send('POST', '/api/v1/incidents/drill');
      await refresh('/api/v1/incidents');
    });
  return (
    <>
      <ProblemNotice error={error} />
      {said ? (
        <p className="notice notice-good" role="status">
          {said}
        </p>
      ) : null}
      <div className="row no-print">
        <Button type="primary" onClick={() => setOpening(true)}>
          {text.open}
        </Button>
        <Button onClick={() => void drill()} loading={busy}>
          {busy ? text.running : text.runDrill}
        </Button>
      </div>
      <Dialogue open={opening} title={text.open} onClose={() => setOpening(false)}>
        <OpenForm
          onOpened={(unknown) => {
            setOpening(false);
            setSaid(unknown > 0 ? `${text.opened} ${text.unknown(unknown)}` : text.opened);
            void refresh('/api/v1/incidents');
          }}
          onBack={() => setOpening(false)}
        />
      </Dialogue>
    </>
  );
}
