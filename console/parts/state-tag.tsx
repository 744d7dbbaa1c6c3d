/** A state as a sign and a word, so that colour only repeats what is said. */

const looks = {
  good: { className: 'state state-good', sign: '✓' },
  note: { className: 'state state-note', sign: '…' },
  attention: { className: 'state state-attention', sign: '!' },
  serious: { className: 'state state-serious', sign: '✕' },
  quiet: { className: 'state', sign: '–' },
} as const;

export type Look = keyof typeof looks;

/** The word with its sign. */
export function StateTag({ look, word }: { look: Look; word: string }) {
  const { className, sign } = looks[look];
  return (
    <span className={className} data-sign={sign}>
      {word}
    </span>
  );
}

/** How a submission's status looks. */
export const statusLook: Record<string, Look> = {
  received: 'note',
  reading: 'note',
  waiting: 'attention',
  settled: 'good',
  refused: 'serious',
  withdrawn: 'quiet',
};

/** How a finding's severity looks. */
export const severityLook: Record<string, Look> = {
  error: 'serious',
  held: 'attention',
  warning: 'attention',
  info: 'quiet',
};
