/** "Look into a subject": an officer says for what and for which matter, and sees the least that the purpose allows. */
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient } from '../api/use-api.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import type { LookAnswer, PurposeAnswer } from './answers.ts';
import { RecordCard } from './record-card.tsx';
import { words } from './words.ts';

/** The page. */
export function LookPage() {
  const text = useWords(words);
  const purposes = useApi<{ items: PurposeAnswer[] }>('/api/v1/purposes');
  return (
    <Page title={text.lookTitle}>
      <p className="quiet measure">{text.lookLead}</p>
      <Reading of={purposes}>
        {({ items }) => (items.length === 0 ? <p>{text.noPurposes}</p> : <Look purposes={items} />)}
      </Reading>
    </Page>
  );
}

function Look({ purposes }: { purposes: readonly PurposeAnswer[] }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const id = useId();
  const [about, setAbout] = useState<'organisation' | 'person'>('organisation');
  const [number, setNumber] = useState('');
  const [caseNo, setCaseNo] = useState('');
  const [purpose, setPurpose] = useState(purposes[0]?.purpose ?? '');
  const [error, setError] = useState<unknown>();
  const [seen, setSeen] = useState<LookAnswer>();
  const [busy, setBusy] = useState(false);

  async function look(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    setSeen(undefined);
    const who =
      about === 'person' ? { identityNumber: number.trim() } : { uscc: number.trim().toUpperCase() };
    const body = { ...who, purpose, caseNo };
    await client.send<LookAnswer>('POST', '/api/v1/disclosures', body).then(setSeen, setError);
    setBusy(false);
  }

  return (
    <>
      <form className="stack" onSubmit={(event) => void look(event)}>
        <fieldset className="choices">
          <legend>{text.lookPurpose}</legend>
          <Radio.Group value={purpose} onChange={(event) => setPurpose(event.target.value as string)}>
            {purposes.map((one) => (
              <div key={one.purpose}>
                <Radio value={one.purpose}>
                  {one.name[language]}
                  <span className="quiet">
                    {' '}
                    · {one.says[language]} · {text.reach[one.reach]}
                  </span>
                </Radio>
              </div>
            ))}
          </Radio.Group>
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-case`}>{text.lookCase}</label>
          <p className="field-help">{text.lookCaseHelp}</p>
          <Input
            id={`${id}-case`}
            required
            maxLength={100}
            value={caseNo}
            onChange={(event) => setCaseNo(event.target.value)}
          />
        </div>
        <fieldset className="choices">
          <legend>{text.lookAbout}</legend>
          <Radio.Group
            value={about}
            onChange={(event) => {
              setAbout(event.target.value as 'organisation' | 'person');
              setNumber('');
            }}
          >
            <Radio value="organisation">{text.lookOrganisation}</Radio>
            <Radio value="person">{text.lookPerson}</Radio>
          </Radio.Group>
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-number`}>{about === 'person' ? text.identityNumber : text.uscc}</label>
          <p className="field-help">{about === 'person' ? text.identityNumberHelp : text.usccHelp}</p>
          <Input
            id={`${id}-number`}
            required
            autoComplete="off"
            maxLength={about === 'person' ? 40 : 18}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.look}
        </Button>
      </form>
      <ProblemNotice error={error} />
      {seen ? (
        <section className="stack" aria-live="polite">
          <h2>
            {seen.subject.name}{' '}
            <span className="code quiet">
              {'identityNumber' in seen.subject ? seen.subject.identityNumber : seen.subject.uscc}
            </span>
          </h2>
          <p className="notice">{text.looked}</p>
          {seen.records.length === 0 ? <p>{text.noneForPurpose}</p> : null}
          {seen.records.map((record) => (
            <RecordCard key={`${record.id} ${record.version}`} record={record} />
          ))}
        </section>
      ) : null}
    </>
  );
}
