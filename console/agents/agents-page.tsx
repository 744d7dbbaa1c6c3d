/** "Agents and contact": whom the organisation lets read its file, and where it wants to be told. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { lastDayBefore } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { Contact } from './contact.tsx';
import { NameAgent } from './name-agent.tsx';
import { words } from './words.ts';

interface AgentAnswer {
  readonly agentId: string;
  readonly label: string;
  readonly limits: readonly string[];
  readonly until: string;
  readonly inForce: boolean;
}

/** The page. */
export function AgentsPage() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const agents = useApi<{ items: AgentAnswer[] }>('/api/v1/me/agents');
  const [error, setError] = useState<unknown>();
  const end = (agentId: string) =>
    client.send('DELETE', `/api/v1/me/agents/${agentId}`).then(() => refresh('/api/v1/me/agents'), setError);
  return (
    <Page title={text.title}>
      <p className="measure">{text.lead}</p>
      <NameAgent />
      <h2>{text.list}</h2>
      <ProblemNotice error={error} />
      <Reading of={agents}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{text.none}</p>
          ) : (
            <ul className="plain-list stack">
              {items.map(({ agentId, label, limits, until, inForce }) => (
                <li key={agentId} className="card row">
                  <span>
                    {label} · {limits.map((one) => text.limit[one]).join(text.and)} ·{' '}
                    <time>{text.to(lastDayBefore(until))}</time>
                  </span>
                  <StateTag look={inForce ? 'good' : 'quiet'} word={inForce ? text.inForce : text.over} />
                  {inForce ? <Button onClick={() => void end(agentId)}>{text.end}</Button> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
      <Contact />
    </Page>
  );
}
