/** "Look into a subject": an officer says for what and for which matter, and sees the least that the purpose allows. */
import { Button, type InputRef, Radio } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useApi, useClient } from '../api/use-api.ts';
import { TextField } from '../identity/text-field.tsx';
import { useLanguage, useWords } from '../language/language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import type { LookAnswer, PurposeAnswer } from './answers.ts';
import { RecordCard } from './record-card.tsx';
import { words } from './words.ts';
import { writtenUscc } from './written-uscc.ts';

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
  const [about, setAbout] = useState<'organisation' | 'person'>('organisation');
  const [number, setNumber] = useState('');
  const [caseNo, setCaseNo] = useState('');
  const [purpose, setPurpose] = useState(purposes[0]?.purpose ?? '');
  const [error, setError] = useState<unknown>();
  const [seen, setSeen] = useState<LookAnswer>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const caseInput = useRef<InputRef>(null);
  const numberInput = useRef<InputRef>(null);
  const given = caseNo.trim();
  const isPerson = about === 'person';
  const written = isPerson ? number.trim() : writtenUscc(number);

  async function look(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    setSeen(undefined);
    if (given === '') return caseInput.current?.focus();
    if (!written) return numberInput.current?.focus();
    setBusy(true);
    const who = isPerson ? { identityNumber: written } : { uscc: written };
    const body = { ...who, purpose, caseNo: given };
    await client.send<LookAnswer>('POST', '/api/v1/disclosures', body).then(setSeen, setError);
    setBusy(false);
  }

  return (
    <>
      <form className="stack" onSubmit={(event) => void look(event)} noValidate>
        <fieldset className="choices">
          <legend>{text.lookPurpose}</legend>
          <Radio.Group value={purpose} onChange={(event) => setPurpose(event.target.value as string)}>
            {purposes.map((one) => (
              <div key={one.purpose}>
                <Radio value={one.purpose}>
                  {one.name[language]}
                  <span className="quiet choice-note">
                    {one.says[language]}
                    {one.reach === 'all' ? text.reachesAll : ''}
                  </span>
                </Radio>
              </div>
            ))}
          </Radio.Group>
        </fieldset>
        <TextField
          inputRef={caseInput}
          label={text.lookCase}
          help={text.lookCaseHelp}
          fault={tried && given === '' && text.caseFault}
          maxLength={100}
          value={caseNo}
          onText={setCaseNo}
        />
        <fieldset className="choices">
          <legend>{text.lookAbout}</legend>
          <Radio.Group
            value={about}
            onChange={(event) => {
              setAbout(event.target.value as 'organisation' | 'person');
              setNumber('');
              setTried(false);
            }}
          >
            <Radio value="organisation">{text.lookOrganisation}</Radio>
            <Radio value="person">{text.lookPerson}</Radio>
          </Radio.Group>
        </fieldset>
        <TextField
          inputRef={numberInput}
          label={isPerson ? text.identityNumber : text.uscc}
          help={isPerson ? text.identityNumberHelp : text.usccHelp}
          fault={tried && !written && (isPerson ? text.identityNumberFault : text.usccFault)}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={number}
          onText={setNumber}
        />
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
