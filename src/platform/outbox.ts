/** The port for messages to people outside (e-mail, SMS); without a gateway they are written to files under <data>/outbox. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from './ids.ts';

/** A message to one address; texts name nothing that is not public. */
export type Message = {
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly text: string;
};

/** Takes messages; returns when the next station has them. */
export type Outbox = { send(message: Message): Promise<void> };

/** Writes each message to a file of its own that a gateway may take; whole files only. */
export function fileOutbox(dataFolder: string): Outbox {
  const folder = path.join(dataFolder, 'outbox');
  return {
    async send(message) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${newId()}.json`);
      await writeFile(`${file}.part`, `${JSON.stringify(message)}\n`, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
  };
}
