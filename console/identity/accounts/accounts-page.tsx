/** "Accounts": those of a unit with their roles, opening one, and managing each. */
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useApi, useRefresh } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Page } from '../../parts/page.tsx';
import { Reading } from '../../parts/reading.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSession } from '../session.ts';
import { UnitChoice } from '../unit-choice.tsx';
import { words as frameWords } from '../words.ts';
import { type ManagedAccount, ManageForm } from './manage-form.tsx';
import { OpenForm } from './open-form.tsx';
import { words } from './words.ts';

/** The page; at the centre the unit can be chosen and stands in the address. */
export function AccountsPage() {
  const text = useWords(words);
  const refresh = useRefresh();
  const { account } = useSession();
  const [search, setSearch] = useSearchParams();
  const unit = search.get('unit') ?? account.unit.code;
  const accounts = useApi<{ items: readonly ManagedAccount[] }>(
    `/api/v1/accounts?unit=${encodeURIComponent(unit)}`,
    { anyLanguage: true },
  );
  const [chosen, setChosen] = useState<ManagedAccount>();
  const [done, setDone] = useState<string>();

  function finish(said: string) {
    setChosen(undefined);
    setDone(said);
    void refresh('/api/v1/accounts', '/api/v1/approvals');
  }

  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <UnitChoice label={text.unit} unit={unit} onChoose={(code) => setSearch({ unit: code })} />
      {done ? (
        <p className="notice notice-good" role="status">
          {done}
        </p>
      ) : null}
      <Reading of={accounts}>{({ items }) => <List accounts={items} onManage={setChosen} />}</Reading>
      <OpenForm key={unit} unit={unit} onOpened={() => void refresh('/api/v1/accounts')} />
      <Dialogue
        open={chosen !== undefined}
        title={text.of(chosen?.name ?? '')}
        onClose={() => setChosen(undefined)}
      >
        {chosen ? <ManageForm account={chosen} onDone={finish} onBack={() => setChosen(undefined)} /> : null}
      </Dialogue>
    </Page>
  );
}

function List({
  accounts,
  onManage,
}: {
  accounts: readonly ManagedAccount[];
  onManage: (account: ManagedAccount) => void;
}) {
  const text = useWords(words);
  const { role: names, and } = useWords(frameWords);
  const rolesOf = ({ grants }: ManagedAccount) =>
    grants
      .map(({ role, until }) => (until === null ? names[role] : text.until(names[role] ?? role, until)))
      .join(and) || text.none;
  return (
    <DataTable
      caption={text.list}
      rows={accounts}
      rowKey={({ accountId }) => accountId}
      empty={text.empty}
      columns={[
        { key: 'name', title: text.name, cell: ({ name }) => name },
        {
          key: 'loginName',
          title: text.loginName,
          cell: ({ loginName }) => <span className="code">{loginName}</span>,
        },
        { key: 'roles', title: text.roles, wide: true, cell: rolesOf },
        { key: 'state', title: text.state, cell: (each) => <AccountState account={each} /> },
        {
          key: 'act',
          title: text.act,
          cell: (each) =>
            each.closedAt === null ? (
              <Button size="small" onClick={() => onManage(each)}>
                {text.manage}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

function AccountState({ account }: { account: ManagedAccount }) {
  const text = useWords(words);
  if (account.closedAt !== null) return <StateTag look="quiet" word={text.closed} />;
  if (account.lockedUntil !== null && Date.parse(account.lockedUntil) > Date.now())
    return <StateTag look="attention" word={text.locked} />;
  if (account.signOnClashedAt !== null) return <StateTag look="serious" word={text.clashed} />;
  if (!account.hasSecondFactor) return <StateTag look="note" word={text.noFactor} />;
  return <StateTag look="good" word={text.open} />;
}
