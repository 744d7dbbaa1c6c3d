/** "Rules waiting": what an update or a draft would change, what stands against it, and asking for it to take effect. */
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { writeInstant } from '../language/dates.ts';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { words } from './waiting-rules-words.ts';

interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Refusal extends Bilingual<string> {
  readonly clause: string;
  readonly rule: string;
}

interface WaitingRule {
  readonly versionId: string;
  readonly name: Bilingual<string>;
  readonly origin: 'data' | 'draft';
  readonly foundAt: string;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly refusals: readonly Refusal[];
}

/** The page; of the credit centre alone. */
export function WaitingRulesPage() {
  const text = useWords(words);
  const rules = useApi<{ items: readonly WaitingRule[] }>('/api/v1/waiting-rules', { anyLanguage: true });
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Reading of={rules}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="measure">{text.none}</p>
          ) : (
            items.map((rule) => <Rule key={rule.versionId} rule={rule} />)
          )
        }
      </Reading>
    </Page>
  );
}

function Rule({ rule }: { rule: WaitingRule }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const { account } = useSession();
  const mayAsk = account.roles.some((role) => role === 'publisher' || role === 'administrator');
  return (
    <section className="stack block">
      <h2>{rule.name[language]}</h2>
      <p className="quiet">
        {text.origins[rule.origin]} · <time>{writeInstant(rule.foundAt)}</time>
        {rule.isNew ? ` · ${text.isNew}` : ''}
      </p>
      {rule.refusals.length > 0 ? (
        <div className="notice notice-serious">
          <strong>{text.refused}</strong>
          <ul>
            {rule.refusals.map((refusal) => (
              <li key={`${refusal.rule} ${refusal.zh}`}>
                {refusal.clause}: {refusal[language]}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <details>
        <summary>{text.changes(rule.changes.length)}</summary>
        <DataTable
          caption={text.changes(rule.changes.length)}
          rows={rule.changes}
          rowKey={({ path }) => path}
          empty={text.same}
          columns={[
            { key: 'path', title: text.place, cell: ({ path }) => path },
            { key: 'before', title: text.before, wide: true, cell: ({ before }) => before ?? '—' },
            { key: 'after', title: text.after, wide: true, cell: ({ after }) => after ?? '—' },
          ]}
        />
      </details>
      {mayAsk && rule.refusals.length === 0 ? <Ask versionId={rule.versionId} /> : null}
    </section>
  );
}

function Ask({ versionId }: { versionId: string }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();

  async function ask(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await client.send('POST', `/api/v1/waiting-rules/${versionId}/activation`, { reason: reason.trim() });
      setAsked(true);
      await refresh('/api/v1/approvals');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  if (asked) return <p className="notice notice-good">{text.asked}</p>;
  return (
    <form className="stack-small" onSubmit={(event) => void ask(event)}>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{text.reason}</label>
        <p className="field-help">{text.reasonHelp}</p>
        <Input
          id={`${id}-reason`}
          required
          minLength={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button htmlType="submit" loading={busy}>
        {text.ask}
      </Button>
      <ProblemNotice error={error} />
    </form>
  );
}
