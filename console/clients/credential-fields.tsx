/** How a client proves who it is: the public key of the other side, or a secret made here; with a last day. */
import { Button, Input, Radio } from 'antd';
import { useId, useRef, useState } from 'react';
import { TextField } from '../identity/text-field.tsx';
import { dateOf } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { type ReadKey, readPublicKey } from './read-public-key.ts';
import { words } from './words.ts';

/** As typed; `lastDay` is a date or ''. */
export interface Credential {
  readonly by: 'key' | 'secret';
  readonly key: string;
  readonly lastDay: string;
}

export const newCredential: Credential = { by: 'key', key: '', lastDay: '' };

/** The end of a last day, as an instant: midnight after it on Beijing time. */
export function endOfDay(lastDay: string): string {
  return new Date(Date.parse(`${lastDay}T00:00:00+08:00`) + 86_400_000).toISOString();
}

/** Whether a day is after today on Beijing time. */
export const isAhead = (day: string): boolean => day > dateOf(new Date().toISOString());

/** What the API takes; a fault of the key in its place. */
export async function credentialToSend({ by, key, lastDay }: Credential) {
  const until = lastDay === '' ? {} : { until: endOfDay(lastDay) };
  const read: ReadKey | undefined = by === 'key' ? await readPublicKey(key) : undefined;
  if (read && 'fault' in read) return read;
  return { body: { ...until, ...(read ? { jwk: read.jwk } : {}) } };
}

type Fault = Extract<ReadKey, { fault: string }>['fault'];

/** The fields; `fault` is what is wrong with the key that was last tried. */
export function CredentialFields({
  credential,
  fault,
  onChange,
}: {
  credential: Credential;
  fault: Fault | undefined;
  onChange: (credential: Credential) => void;
}) {
  const text = useWords(words);
  const { by } = credential;
  return (
    <>
      <fieldset className="choices">
        <legend>{text.credential}</legend>
        <Radio.Group
          value={by}
          onChange={(event) => onChange({ ...credential, by: event.target.value as Credential['by'] })}
        >
          <div>
            <Radio value="key">
              {text.byKey}
              <span className="quiet choice-note">{text.byKeySays}</span>
            </Radio>
          </div>
          <div>
            <Radio value="secret">
              {text.bySecret}
              <span className="quiet choice-note">{text.bySecretSays}</span>
            </Radio>
          </div>
        </Radio.Group>
      </fieldset>
      {by === 'key' ? (
        <KeyField text={credential.key} fault={fault} onText={(key) => onChange({ ...credential, key })} />
      ) : null}
      <TextField
        label={text.lastDay}
        type="date"
        fault={credential.lastDay !== '' && !isAhead(credential.lastDay) && text.endOnFault}
        value={credential.lastDay}
        onText={(lastDay) => onChange({ ...credential, lastDay })}
      />
    </>
  );
}

function KeyField({
  text: typed,
  fault,
  onText,
}: {
  text: string;
  fault: Fault | undefined;
  onText: (text: string) => void;
}) {
  const text = useWords(words);
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  return (
    <div className={fault ? 'field field-fault' : 'field'}>
      <label htmlFor={id}>{text.key}</label>
      <p className={fault ? 'fault-text' : 'field-help'} id={`${id}-help`}>
        {fault ? text.keyFaults[fault] : text.keyHelp}
      </p>
      <Input.TextArea
        id={id}
        rows={4}
        maxLength={8_000}
        aria-describedby={`${id}-help`}
        aria-invalid={fault !== undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onText(event.target.value)}
      />
      <p className="row">
        <Button size="small" onClick={() => chooser.current?.click()}>
          {text.keyFile}
        </Button>
        <span className="quiet">{name}</span>
      </p>
      <input
        ref={chooser}
        hidden
        type="file"
        aria-label={text.keyFile}
        accept=".pem,.json,.jwk,.pub,.txt"
        onChange={async ({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (!file || file.size > 16_000) return;
          setName(file.name);
          onText(await file.text());
        }}
      />
    </div>
  );
}
