/** A dialogue over the page, by the browser's own <dialog>: it keeps the focus, gives it back, and closes on Escape. */
import { type ReactNode, useEffect, useId, useRef } from 'react';

/** `onClose` absent: it can't be closed, only answered. `wide` for tables. */
export function Dialogue({
  open,
  title,
  onClose,
  wide = false,
  children,
}: {
  open: boolean;
  title: string;
  onClose?: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialogue = element.current;
    if (!dialogue || dialogue.open === open) return;
    if (open) dialogue.showModal();
    else dialogue.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      className={wide ? 'dialogue dialogue-wide' : 'dialogue'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {open ? (
        <div className="stack">
          <h2 id={id}>{title}</h2>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}
