/** "My account": who one is here, where one is signed in, and lending a role. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../../api/use-api.ts';
import { writeInstant } from '../../language/dates.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Reading } from '../../parts/reading.tsx';
import { useSession } from '../session.ts';
import { words as frameWords } from '../words.ts';
import { DelegateForm } from './delegate-form.tsx';
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

/** The page. */
export function AccountPage() {
  const text = useWords(words);
  const { role, and } = useWords(frameWords);
  const { language } = useLanguage();
  const { account } = useSession();
  const lendable = account.roles.filter((each) => each !== 'administrator');
  return (
    <Page title={text.title}>
      <dl className="facts">
        <dt>{text.name}</dt>
        <dd>{account.name}</dd>
        <dt>{text.unit}</dt>
        <dd>{account.unit.name[language]}</dd>
        <dt>{text.roles}</dt>
        <dd>
          {account.roles.length === 0 ? text.noRoles : account.roles.map((each) => role[each]).join(and)}
        </dd>
      </dl>
      <Sessions />
      {lendable.length === 0 ? null : <DelegateForm roles={lendable} />}
    </Page>
  );
}

function Sessions() {
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
    </section>
  );
}
