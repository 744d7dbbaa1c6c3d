/** "Connected systems": the machine clients of a unit, asking for another, changing and ending them. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useApi, useRefresh } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { UnitChoice } from '../identity/unit-choice.tsx';
import { useWords } from '../language/language.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { Page } from '../parts/page.tsx';
import { Reading } from '../parts/reading.tsx';
import type { ClientAnswer } from './answers.ts';
import { CredentialForm, LimitsForm } from './change-forms.tsx';
import { type Act, ClientCard } from './client-card.tsx';
import { EndNow, EndOnDay } from './end-forms.tsx';
import { OpenForm } from './open-form.tsx';
import { words } from './words.ts';

/** Something to do with one of the clients. */
type Chosen = { readonly client: ClientAnswer; readonly act: Act };

/** What was done last. */
type Said = { readonly done: string } | { readonly asked: true; readonly bySecret: boolean };

/** The page; at the centre the unit can be chosen and stands in the address. */
export function ClientsPage() {
  const text = useWords(words);
  const refresh = useRefresh();
  const { account } = useSession();
  const [search, setSearch] = useSearchParams();
  const unit = search.get('unit') ?? account.unit.code;
  const read = useApi<{ items: readonly ClientAnswer[] }>(
    `/api/v1/clients?unit=${encodeURIComponent(unit)}`,
    { anyLanguage: true },
  );
  const [chosen, setChosen] = useState<Chosen>();
  const [said, setSaid] = useState<Said>();
  const [round, setRound] = useState(0);
  const back = () => setChosen(undefined);

  function finish(what: Said) {
    back();
    setSaid(what);
    // What was typed for this one is no draft for the next.
    setRound((before) => before + 1);
    void refresh('/api/v1/clients', '/api/v1/approvals');
  }

  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <UnitChoice label={text.unit} unit={unit} onChoose={(code) => setSearch({ unit: code })} />
      {said ? <Notice said={said} /> : null}
      <Reading of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet measure">{text.empty}</p>
          ) : (
            <ul className="plain-list stack" aria-label={text.list}>
              {items.map((client) => (
                <li key={client.clientId} className="card">
                  <ClientCard client={client} unit={unit} onAct={(act) => setChosen({ client, act })} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
      <OpenForm
        key={`${unit} ${round}`}
        unit={unit}
        onAsked={(bySecret) => finish({ asked: true, bySecret })}
      />
      <Doing chosen={chosen} unit={unit} onFinish={finish} onBack={back} />
    </Page>
  );
}

function Notice({ said }: { said: Said }) {
  const text = useWords(words);
  return (
    <div className="notice notice-good" role="status">
      {'done' in said ? (
        said.done
      ) : (
        <>
          {text.asked} {said.bySecret ? text.askedSecret : null}{' '}
          <Link to="/approvals">{text.toApprovals}</Link>
        </>
      )}
    </div>
  );
}

function Doing({
  chosen,
  unit,
  onFinish,
  onBack,
}: {
  chosen: Chosen | undefined;
  unit: string;
  onFinish: (said: Said) => void;
  onBack: () => void;
}) {
  const text = useWords(words);
  if (!chosen) return null;
  const { client, act } = chosen;
  const name = client.name || text.unnamed;
  const asked = (bySecret: boolean) => onFinish({ asked: true, bySecret });
  const path = 'credentialId' in act ? `${client.clientId}/credentials/${act.credentialId}` : client.clientId;
  const titles = {
    add: text.addTitle(name),
    change: text.changeTitle(name),
    close: text.closeTitle(name),
    end: text.endNowTitle,
    'end-on': text.endOn,
  };
  return (
    <Dialogue open title={titles[act.kind]} onClose={onBack}>
      {act.kind === 'add' ? <CredentialForm client={client} onAsked={asked} onBack={onBack} /> : null}
      {act.kind === 'change' ? (
        <LimitsForm unit={unit} client={client} onAsked={asked} onBack={onBack} />
      ) : null}
      {act.kind === 'end-on' ? (
        <EndOnDay path={path} onDone={() => onFinish({ done: text.endSet })} onBack={onBack} />
      ) : null}
      {act.kind === 'end' ? (
        <EndNow
          path={path}
          lead={text.endNowLead}
          onDone={() => onFinish({ done: text.ended })}
          onBack={onBack}
        />
      ) : null}
      {act.kind === 'close' ? (
        <EndNow
          path={path}
          lead={text.closeLead}
          onDone={() => onFinish({ done: text.closed })}
          onBack={onBack}
        />
      ) : null}
    </Dialogue>
  );
}
