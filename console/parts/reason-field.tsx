/** The grounds of an act, typed by whoever does it: the field, and what was typed once it is long enough. */
import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { type KeyboardEventHandler, type RefObject, useCallback, useId, useRef, useState } from 'react';

/** Four characters at least, as the server asks. */
const fewest = 4;

/** What the field and its form share. */
export interface Reason {
  readonly text: string;
  readonly short: boolean;
  readonly input: RefObject<TextAreaRef | null>;
  type(text: string): void;
  /** What was typed; undefined, with the field marked and in focus, where it says too little. */
  given(): string | undefined;
}

/** The state of one reason; `begun` is what stands in the field at first. */
export function useReason(begun = ''): Reason {
  const [text, setText] = useState(begun);
  const [short, setShort] = useState(false);
  const input = useRef<TextAreaRef>(null);
  const type = useCallback((typed: string) => {
    setText(typed);
    setShort(false);
  }, []);
  return {
    text,
    short,
    input,
    type,
    given() {
      const given = text.trim();
      const isShort = given.length < fewest;
      setShort(isShort);
      if (isShort) input.current?.focus();
      return isShort ? undefined : given;
    },
  };
}

/** The field; `fault` is said in the place of `help` when too little was typed. */
export function ReasonField({
  of,
  label,
  help,
  fault,
  rows = 2,
  most = 500,
  onKeyDown,
}: {
  of: Reason;
  label: string;
  help: string;
  fault: string;
  rows?: number;
  /** Characters. */
  most?: number;
  onKeyDown?: KeyboardEventHandler;
}) {
  const id = useId();
  return (
    <div className={of.short ? 'field field-fault' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <p className={of.short ? 'fault-text' : 'field-help'} id={`${id}-help`}>
        {of.short ? fault : help}
      </p>
      <Input.TextArea
        ref={of.input}
        id={id}
        rows={rows}
        maxLength={most}
        aria-describedby={`${id}-help`}
        aria-invalid={of.short}
        value={of.text}
        onChange={(event) => of.type(event.target.value)}
        {...(onKeyDown ? { onKeyDown } : {})}
      />
    </div>
  );
}
