/** Where a file is dropped or chosen. */
import { Button } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import { writeSize } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { words } from './words.ts';

/** A drop place that is a file field as well, for keyboard and screen reader. */
export function FileChoice({ file, onFile }: { file: File | undefined; onFile: (file: File) => void }) {
  const text = useWords(words);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping repeats what the file field inside offers to everybody.
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file ? (
        <p>
          <strong>{file.name}</strong> <span className="quiet">({writeSize(file.size)})</span>
        </p>
      ) : (
        <p>{text.drop}</p>
      )}
      <Button aria-describedby={id} onClick={() => input.current?.click()}>
        {file ? text.another : text.choose}
      </Button>
      <input
        ref={input}
        className="sr-only"
        type="file"
        tabIndex={-1}
        aria-label={text.file}
        accept=".csv,.txt,.xlsx,.xls,.json,.ndjson,.jsonl"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onFile(chosen);
          // The same name chosen again, after mending, is a new file.
          event.target.value = '';
        }}
      />
      <p className="quiet measure" id={id}>
        {text.formats}
      </p>
    </div>
  );
}
