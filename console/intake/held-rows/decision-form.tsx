/** Accept or return with a reason; a suggestion stands ready, so that a clear case takes two keys. */
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../language/language.ts';
import { words } from './words.ts';

export type Choice = 'accept' | 'return';

/** `choice` undefined: only the two buttons; else the reason is asked for. */
export function DecisionForm({
  choice,
  onChoose,
  onDecide,
}: {
  choice: Choice | undefined;
  onChoose: (choice: Choice | undefined) => void;
  onDecide: (choice: Choice, reason: string) => void;
}) {
  const text = useWords(words);
  const id = useId();
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const input = useRef<TextAreaRef>(null);

  useEffect(() => {
    if (choice === undefined) return;
    setReason(text.suggestions[choice]);
    setShort(false);
    input.current?.focus({ cursor: 'all' });
  }, [choice, text]);

  function decide() {
    if (choice === undefined) return;
    const given = reason.trim();
    setShort(given.length < 4);
    if (given.length < 4) input.current?.focus();
    else onDecide(choice, given);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter while an input method composes chooses a character and confirms nothing.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      decide();
    } else if (event.key === 'Escape') onChoose(undefined);
  }

  if (choice === undefined) {
    return (
      <div className="row">
        <Button type="primary" onClick={() => onChoose('accept')}>
          {text.accept} (a)
        </Button>
        <span className="quiet">{text.acceptHelp}</span>
        <Button onClick={() => onChoose('return')}>{text.return} (r)</Button>
        <span className="quiet">{text.returnHelp}</span>
      </div>
    );
  }
  return (
    <div className="stack">
      <div className={short ? 'field field-fault' : 'field'}>
        <label htmlFor={id}>
          {choice === 'accept' ? text.accept : text.return}: {text.reason}
        </label>
        <p className={short ? 'fault-text' : 'field-help'} id={`${id}-help`}>
          {short ? text.reasonShort : text.reasonHelp}
        </p>
        <Input.TextArea
          ref={input}
          id={id}
          rows={2}
          maxLength={500}
          aria-describedby={`${id}-help`}
          aria-invalid={short}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="row">
        <Button type="primary" onClick={decide}>
          {choice === 'accept' ? text.confirmAccept : text.confirmReturn} (Enter)
        </Button>
        <Button onClick={() => onChoose(undefined)}>{text.cancel} (Esc)</Button>
      </div>
    </div>
  );
}
