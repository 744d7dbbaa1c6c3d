/** One's own passkeys: adding one under a name, and removing what is no longer used. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../../api/use-api.ts';
import { writeInstant } from '../../language/dates.ts';
import { useWords } from '../../language/language.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Reading } from '../../parts/reading.tsx';
import { addPasskey, canUsePasskeys, namedAddress } from '../passkey.ts';
import { PasskeyButton } from '../passkey-button.tsx';
import { TextField } from '../text-field.tsx';
import { EndOthers } from './sessions.tsx';
import { words } from './words.ts';

interface Passkey {
  readonly passkeyId: string;
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

const path = '/api/v1/passkeys';

/** The section. */
export function Passkeys() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const reading = useApi<{ items: readonly Passkey[]; isAvailable: boolean }>(path, { anyLanguage: true });
  const [changed, setChanged] = useState<'added' | 'removed'>();
  const [error, setError] = useState<unknown>();

  async function remove(passkeyId: string) {
    setError(undefined);
    try {
      await client.send('DELETE', `${path}/${passkeyId}`);
      setChanged('removed');
      await refresh(path);
    } catch (caught) {
      setError(caught);
    }
  }

  return (
    <section className="stack" aria-labelledby="passkeys">
      <h2 id="passkeys">{text.passkeys}</h2>
      <p className="quiet measure">{text.passkeysLead}</p>
      <ProblemNotice error={error} />
      {changed ? (
        <div className="notice notice-good stack-small">
          <p role="status">{changed === 'added' ? text.passkeyAdded : text.passkeyRemoved}</p>
          <p>{text.endOthersOffer}</p>
          <EndOthers />
        </div>
      ) : null}
      <Reading of={reading}>
        {({ items }) => (
          <DataTable
            caption={text.passkeys}
            rows={items}
            rowKey={({ passkeyId }) => passkeyId}
            empty={text.noPasskeys}
            columns={[
              { key: 'name', title: text.passkeyName, cell: ({ name }) => name },
              {
                key: 'kept',
                title: text.passkeyKept,
                cell: ({ isBackedUp }) => (isBackedUp ? text.keptSynced : text.keptHere),
              },
              { key: 'since', title: text.passkeySince, cell: ({ createdAt }) => writeInstant(createdAt) },
              {
                key: 'used',
                title: text.seen,
                cell: ({ usedAt }) => (usedAt === null ? text.neverUsed : writeInstant(usedAt)),
              },
              {
                key: 'act',
                title: text.act,
                cell: ({ passkeyId, name }) => (
                  <Button
                    size="small"
                    aria-label={text.removeNamed(name)}
                    onClick={() => void remove(passkeyId)}
                  >
                    {text.remove}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Reading>
      <AddPasskey
        onAdded={() => {
          setChanged('added');
          void refresh(path);
        }}
      />
    </section>
  );
}

function AddPasskey({ onAdded }: { onAdded: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  if (!canUsePasskeys) {
    return (
      <p className="notice">
        {text.passkeysNotHere}{' '}
        {namedAddress === undefined ? null : <a href={namedAddress}>{new URL(namedAddress).host}</a>}
      </p>
    );
  }
  return (
    <div className="stack">
      <TextField
        label={text.newPasskeyName}
        help={text.newPasskeyHelp}
        fault={tried && name.trim() === '' && text.enterPasskeyName}
        maxLength={40}
        value={name}
        onText={setName}
      />
      <div className="stack-small">
        <PasskeyButton
          act={async () => {
            setTried(true);
            if (name.trim() === '') return;
            await addPasskey(client, name.trim());
            setName('');
            setTried(false);
            onAdded();
          }}
        >
          {text.addPasskey}
        </PasskeyButton>
      </div>
    </div>
  );
}
