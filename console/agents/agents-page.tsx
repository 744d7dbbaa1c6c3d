/** "Agents and contact": whom the organisation lets read its file, and where it wants to be told. */
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useWords } from '../language/language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { words } from './words.ts';

interface AgentAnswer {
  readonly agentId: string;
  readonly label: string;
  readonly limits: readonly string[];
  readonly until: string;
  readonly inForce: boolean;
}
interface ContactAnswer {
  readonly contact: { readonly hint: string; readonly subjects: number } | null;
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
            <ul className="held-list">
              {items.map(({ agentId, label, limits, until, inForce }) => (
                <li key={agentId} className="block row">
                  <span>
                    {label} · {limits.map((one) => text.limit[one]).join(' · ')} · <time>{until}</time>
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

function NameAgent() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [label, setLabel] = useState('');
  const [until, setUntil] = useState('');
  const [limits, setLimits] = useState<string[]>(['read']);
  const [code, setCode] = useState<string>();
  const [error, setError] = useState<unknown>();
  function name(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    client
      .send<{ accessCode: string }>('POST', '/api/v1/me/agents', { label, until, limits })
      .then(({ accessCode }) => {
        setCode(accessCode);
        return refresh('/api/v1/me/agents');
      }, setError);
  }
  return (
    <form className="stack" onSubmit={name}>
      <div className="field">
        <label htmlFor={`${id}-label`}>{text.label}</label>
        <p className="field-help">{text.labelHelp}</p>
        <Input
          id={`${id}-label`}
          required
          maxLength={40}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <fieldset className="choices">
        <legend>{text.limits}</legend>
        <Checkbox.Group
          value={limits}
          onChange={setLimits}
          options={Object.entries(text.limit).map(([value, word]) => ({ value, label: word }))}
        />
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-until`}>{text.until}</label>
        <Input
          id={`${id}-until`}
          type="date"
          required
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit">
        {text.name}
      </Button>
      <ProblemNotice error={error} />
      {code ? (
        <p className="notice notice-attention" role="status">
          {text.code} <strong className="code">{code}</strong>
        </p>
      ) : null}
    </form>
  );
}

function Contact() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const contact = useApi<ContactAnswer>('/api/v1/me/contact');
  const [address, setAddress] = useState('');
  const [error, setError] = useState<unknown>();
  function save(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    client
      .send('POST', '/api/v1/me/contact', { channel: 'sms', address: address.trim() })
      .then(() => refresh('/api/v1/me/contact', '/api/v1/me/notices'), setError);
  }
  return (
    <section className="stack">
      <h2>{text.contact}</h2>
      <p className="quiet">{text.contactLead}</p>
      <Reading of={contact}>
        {({ contact: found }) => (
          <p>
            {found ? text.now(found.hint) : text.noContact}
            {found && found.subjects > 5 ? ` ${text.shared(found.subjects)}` : ''}
          </p>
        )}
      </Reading>
      <form className="row row-end" onSubmit={save}>
        <div className="field">
          <label htmlFor={`${id}-phone`}>{text.phone}</label>
          <Input
            id={`${id}-phone`}
            type="tel"
            required
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </div>
        <Button htmlType="submit">{text.save}</Button>
      </form>
      <ProblemNotice error={error} />
    </section>
  );
}
