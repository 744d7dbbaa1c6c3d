/** The form itself: sections of fields, a summary of what has to be corrected, and sending. */
import { Button } from 'antd';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ItemForChecking } from '../../catalogue/items.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useUploads } from '../uploads/uploads.tsx';
import {
  askedFields,
  type Entry,
  entryCheck,
  entryFile,
  entryOrder,
  findingsOf,
  firstEntry,
  isOptional,
  isRequired,
  SECTIONS,
  sectionOf,
} from './entry.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FieldInput } from './field-input.tsx';
import { words } from './words.ts';

/** A form for one record of `item`. What was typed stays until it is sent or cleared. */
export function RecordForm({ item, checking }: { item: string; checking: ItemForChecking }) {
  const text = useWords(words);
  const { language } = useLanguage();
  // Kept as it was when the form was opened: rules must not change under one's hands.
  const [{ definition, context }] = useState(checking);
  const [entry, setEntry] = useState<Entry>(() => firstEntry(definition, context));
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [uploadId, setUploadId] = useState<number>();
  const summary = useRef<HTMLDivElement>(null);
  const uploads = useUploads();
  const navigate = useNavigate();
  const check = useMemo(() => entryCheck(definition, context, language), [definition, context, language]);
  const order = useMemo(() => entryOrder(definition), [definition]);
  const fields = useMemo(() => askedFields(definition), [definition]);
  const { findings } = useMemo(() => check(entry), [check, entry]);
  const errors = findings.filter(({ severity }) => severity === 'error').sort(order);
  const upload = uploads.list.find(({ id }) => id === uploadId);
  const sent =
    upload?.state === 'done' && !upload.acknowledged?.sameFileAs
      ? upload.acknowledged?.submissionId
      : undefined;
  const { dismiss } = uploads;

  useEffect(() => {
    if (sent === undefined || uploadId === undefined) return;
    dismiss(uploadId);
    void navigate(`/submissions/${sent}`);
  }, [sent, uploadId, dismiss, navigate]);

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (errors.length > 0) {
      // After the summary is there.
      setTimeout(() => summary.current?.focus(), 0);
      return;
    }
    const number = entry[definition.decision.number] ?? '';
    const name = `${text.fileName} ${number}`.replace(/[\\/:*?"<>|]/g, ' ').trim();
    setUploadId(uploads.start(item, entryFile(definition, entry, `${name}.json`), 'form'));
  }

  function clear() {
    setEntry(firstEntry(definition, context));
    setSeen(new Set());
    setTried(false);
    setUploadId(undefined);
  }

  return (
    <form className="stack" noValidate onSubmit={send}>
      {tried && errors.length > 0 ? <ErrorSummary ref={summary} errors={errors} fields={fields} /> : null}
      {SECTIONS.map((section) => {
        const own = fields.filter((field) => sectionOf(field) === section);
        const input = (field: (typeof own)[number]) => (
          <FieldInput
            key={field.code}
            field={field}
            context={context}
            required={isRequired(field, entry)}
            value={entry[field.code] ?? ''}
            findings={tried || seen.has(field.code) ? findingsOf(findings, field.code) : []}
            onChange={(value) => setEntry((before) => ({ ...before, [field.code]: value }))}
            onBlur={() => setSeen((before) => new Set([...before, field.code]))}
          />
        );
        const rest = own.filter(isOptional);
        return (
          <fieldset key={section} className="block stack">
            <legend>
              <h2>{text.sections[section]}</h2>
            </legend>
            <div className="form-grid">{own.filter((field) => !isOptional(field)).map(input)}</div>
            {rest.length > 0 ? (
              <details>
                <summary>{text.optional}</summary>
                <div className="form-grid">{rest.map(input)}</div>
              </details>
            ) : null}
          </fieldset>
        );
      })}
      {upload?.state === 'failed' ? <ProblemNotice error={upload.error} /> : null}
      {upload?.acknowledged?.sameFileAs ? (
        <div className="notice notice-attention" role="status">
          <p>{text.same}</p>
          <p>
            <Link to={`/submissions/${upload.acknowledged.sameFileAs.submissionId}`}>{text.showEarlier}</Link>
          </p>
        </div>
      ) : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={upload?.state === 'sending'}>
          {text.send}
        </Button>
        <Button onClick={clear}>{text.clear}</Button>
      </div>
    </form>
  );
}
