/** Where the organisation wants to be told, and where codes that open its file are sent. */
import { Button, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { TextField } from '../identity/text-field.tsx';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { words } from './words.ts';

interface ContactAnswer {
  readonly contact: { readonly hint: string; readonly subjects: number } | null;
}

/** A contact that serves more subjects gets no codes. */
const mostSubjects = 5;

/** What is registered, masked, and a form to change it. */
export function Contact() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const contact = useApi<ContactAnswer>('/api/v1/me/contact');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const input = useRef<InputRef>(null);
  const address = phone.replace(/[\s-]/g, '');
  const isPhone = /^1[3-9]\d{9}$/.test(address);

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (!isPhone) return input.current?.focus();
    setBusy(true);
    try {
      await client.send('POST', '/api/v1/me/contact', { channel: 'sms', address });
      setPhone('');
      setTried(false);
      await refresh('/api/v1/me/contact', '/api/v1/me/notices');
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  }

  return (
    <section className="stack">
      <h2>{text.contact}</h2>
      <p className="quiet">{text.contactLead}</p>
      <Reading of={contact}>
        {({ contact: found }) => (
          <p>
            {found ? text.now(found.hint) : text.noContact}
            {found && found.subjects > mostSubjects ? ` ${text.shared(found.subjects)}` : ''}
          </p>
        )}
      </Reading>
      <form className="row row-end" onSubmit={(event) => void save(event)} noValidate>
        <TextField
          inputRef={input}
          label={text.phone}
          fault={tried && !isPhone && text.phoneFault}
          type="tel"
          autoComplete="tel"
          value={phone}
          onText={setPhone}
        />
        <Button htmlType="submit" loading={busy}>
          {text.save}
        </Button>
      </form>
      <ProblemNotice error={error} />
    </section>
  );
}
