/** Where one is signed in: ending one of them, or all others at once. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../../api/use-api.ts';
import { writeInstant } from '../../language/dates.ts';
import { useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Reading } from '../../parts/reading.tsx';
import { deviceOf } from './device-of.ts';
import { words } from './words.ts';

interface SessionLine {
  readonly sessionId: string;
  readonly address: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly isCurrent: boolean;
}

/** The button that ends all sessions but this one; also offered after the ways of signing in have changed. */
export function EndOthers() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [ended, setEnded] = useState<number>();
  const [error, setError] = useState<unknown>();

  async function end() {
    setBusy(true);
    setError(undefined);
    try {
      setEnded((await client.send<{ ended: number }>('DELETE', '/api/v1/sessions')).ended);
      await refresh('/api/v1/sessions');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <ProblemNotice error={error} />
      <div className="row">
        <Button loading={busy} onClick={() => void end()}>
          {text.endOthers}
        </Button>
        {ended === undefined ? null : <span role="status">{text.othersEnded(ended)}</span>}
      </div>
    </>
  );
}

/** The section. */
export function Sessions() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const reading = useApi<{ items: readonly SessionLine[] }>('/api/v1/sessions', { anyLanguage: true });
  const [error, setError] = useState<unknown>();

  function end(sessionId: string) {
    client.send('DELETE', `/api/v1/sessions/${sessionId}`).then(() => refresh('/api/v1/sessions'), setError);
  }

  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{text.sessions}</h2>
      <p className="quiet measure">{text.sessionsLead}</p>
      <ProblemNotice error={error} />
      <Reading of={reading}>
        {({ items }) => (
          <DataTable
            caption={text.sessions}
            rows={items}
            rowKey={({ sessionId }) => sessionId}
            empty={text.empty}
            columns={[
              {
                key: 'device',
                title: text.device,
                cell: ({ device }) => {
                  const known = deviceOf(device);
                  return known ? text.devices(known.browser, known.system) : text.unknownDevice;
                },
              },
              {
                key: 'address',
                title: text.address,
                cell: ({ address }) => <span className="code">{address}</span>,
              },
              { key: 'since', title: text.since, cell: ({ createdAt }) => writeInstant(createdAt) },
              { key: 'seen', title: text.seen, cell: ({ seenAt }) => writeInstant(seenAt) },
              {
                key: 'act',
                title: text.act,
                cell: ({ sessionId, isCurrent }) =>
                  isCurrent ? (
                    text.current
                  ) : (
                    <Button size="small" onClick={() => end(sessionId)}>
                      {text.end}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Reading>
      <EndOthers />
    </section>
  );
}
