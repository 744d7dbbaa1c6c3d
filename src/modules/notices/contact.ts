/** The contact a subject registered for notices and one-time codes; its address is sealed and shown masked. */
import { maskMiddle } from '../../kernel/masking.ts';
import { hmacSha256 } from '../../platform/crypto.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { fileOutbox, type Message } from '../../platform/outbox.ts';
import { type SealPlace, sealText, unsealText } from '../../platform/sealed-text.ts';
import { keepSecret } from '../../platform/secrets.ts';
import {
  type ContactRow,
  contactOf,
  endContact,
  insertContact,
  lockContact,
  subjectsOfAddress,
} from './queries/notices.ts';
import { tell } from './tell.ts';

/** Where a subject can be reached. */
export interface Contact {
  readonly channel: Message['channel'];
  /** The address, masked. */
  readonly hint: string;
  /** How many subjects the same contact serves. */
  readonly subjects: number;
}

const place = (platform: Platform, contactId: string): SealPlace => ({
  dataFolder: platform.config.dataFolder,
  keyName: 'contacts',
  owner: contactId,
});

function hashOf(platform: Platform, address: string): Buffer {
  const { value } = keepSecret(platform.config.dataFolder, 'contact-index');
  return Buffer.from(hmacSha256(Buffer.from(value), address.trim().toLowerCase()));
}

/** Registers a contact in place of the one before; both learn of it where they can. */
export async function registerContact(
  platform: Platform,
  subjectId: string,
  { channel, address }: { readonly channel: Message['channel']; readonly address: string },
): Promise<void> {
  const contactId = newId();
  const at = platform.clock.now();
  await platform.db.app.transaction(async (tx) => {
    await tx.query(lockContact(subjectId));
    await tx.query(endContact(subjectId, at));
    await tx.query(
      insertContact({
        subjectId,
        contactId,
        channel,
        sealed: sealText(place(platform, contactId), address.trim()),
        hash: hashOf(platform, address),
        hint: maskMiddle(address.trim(), 3, 4),
        at,
      }),
    );
    await tell(tx, at, [{ subjectId, kind: 'contact-changed', reference: contactId }]);
  });
}

/** The registered contact, if there is one. */
export async function findContact(
  platform: Platform,
  subjectIds: readonly string[],
): Promise<Contact | undefined> {
  const row = await platform.db.app.maybe<ContactRow>(contactOf(subjectIds));
  if (!row) return undefined;
  const { subjects } = await platform.db.app.one<{ subjects: number }>(subjectsOfAddress(row.address_hash));
  return { channel: row.channel, hint: row.hint, subjects };
}

/** Sends a text to the registered contact. @returns whether there was one */
export async function sendToContact(
  platform: Platform,
  subjectIds: readonly string[],
  text: string,
): Promise<boolean> {
  const row = await platform.db.app.maybe<ContactRow>(contactOf(subjectIds));
  if (!row) return false;
  const to = unsealText(place(platform, row.contact_id), row.address_sealed);
  await fileOutbox(platform.config.dataFolder).send({ channel: row.channel, to, text });
  return true;
}
