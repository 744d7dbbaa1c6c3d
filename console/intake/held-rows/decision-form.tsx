/** Accept or return with a reason; a suggestion stands ready, so that a clear case takes two keys. */
import { Button } from 'antd';
import { type KeyboardEvent, useEffect } from 'react';
import { useWords } from '../../language/language.ts';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
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
  const reason = useReason();
  const { type, input } = reason;

  useEffect(() => {
    if (choice === undefined) return;
    type(text.suggestions[choice]);
    input.current?.focus({ cursor: 'all' });
  }, [choice, text, type, input]);

  function decide() {
    if (choice === undefined) return;
    const given = reason.given();
    if (given !== undefined) onDecide(choice, given);
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
      <ReasonField
        of={reason}
        label={`${choice === 'accept' ? text.accept : text.return}: ${text.reason}`}
        help={text.reasonHelp}
        fault={text.reasonShort}
        onKeyDown={onKeyDown}
      />
      <div className="row">
        <Button type="primary" onClick={decide}>
          {choice === 'accept' ? text.confirmAccept : text.confirmReturn} (Enter)
        </Button>
        <Button onClick={() => onChoose(undefined)}>{text.cancel} (Esc)</Button>
      </div>
    </div>
  );
}
