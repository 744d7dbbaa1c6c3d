/** The authorities that a unit acts for: the list, ending one, and registering another. */
import { Button } from 'antd';
import { useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
import { useSending } from '../../parts/use-sending.ts';
import { TextField } from '../text-field.tsx';
import { words } from './words.ts';

/** An authority over `[since, until)`. */
export interface Authority {
  readonly uscc: string;
  readonly name: string;
  readonly since: string;
  readonly until: string | null;
}

/** One reason serves both acts; each is a request of its own. */
export function Authorities({
  unit,
  authorities,
  onAsked,
}: {
  unit: string;
  authorities: readonly Authority[];
  onAsked: () => void;
}) {
  const text = useWords(words);
  const client = useClient();
  const reason = useReason();
  const { busy, error, send } = useSending();
  const [added, setAdded] = useState({ name: '', uscc: '', since: '' });
  const path = `/api/v1/unit-register/${unit}/authorities`;

  function ask(to: string, body: object) {
    const given = reason.given();
    if (given === undefined) return;
    void send(async () => {
      await client.send('POST', to, { ...body, reason: given });
      onAsked();
    });
  }

  return (
    <section className="stack">
      <h2>{text.authorities}</h2>
      <p className="quiet measure">{text.authoritiesLead}</p>
      <DataTable
        caption={text.authorities}
        rows={authorities}
        rowKey={({ uscc, since }) => `${uscc} ${since}`}
        empty={text.authoritiesNone}
        columns={[
          { key: 'name', title: text.authorityName, wide: true, cell: ({ name }) => name },
          { key: 'uscc', title: text.uscc, cell: ({ uscc }) => <span className="code">{uscc}</span> },
          { key: 'period', title: text.since, cell: ({ since, until }) => text.period(since, until) },
          {
            key: 'act',
            title: text.act,
            cell: ({ uscc, name, until }) =>
              until === null ? (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={text.endAuthorityOf(name)}
                  onClick={() => ask(`${path}/end`, { uscc })}
                >
                  {text.endAuthority}
                </Button>
              ) : null,
          },
        ]}
      />
      <TextField
        label={text.authorityName}
        maxLength={100}
        value={added.name}
        onText={(name) => setAdded({ ...added, name })}
      />
      <TextField
        label={text.uscc}
        maxLength={18}
        spellCheck={false}
        value={added.uscc}
        onText={(uscc) => setAdded({ ...added, uscc: uscc.trim().toUpperCase() })}
      />
      <TextField
        label={text.since}
        type="date"
        value={added.since}
        onText={(since) => setAdded({ ...added, since })}
      />
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
      <ProblemNotice error={error} />
      <div className="row">
        <Button
          loading={busy}
          disabled={added.name.trim().length < 2 || added.uscc === '' || added.since === ''}
          onClick={() => ask(path, { ...added, name: added.name.trim() })}
        >
          {text.addAuthority}
        </Button>
      </div>
    </section>
  );
}
