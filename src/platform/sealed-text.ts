/** Short secrets that the database keeps sealed: AES-256-GCM under a key of the data folder, bound to what they belong to. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { keepSecret } from './secrets.ts';

const algorithm = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];

function keyOf(dataFolder: string, keyName: string): Buffer {
  return createHash('sha256').update(keepSecret(dataFolder, keyName).value).digest();
}

/** What is sealed, under which key of `<data>/secrets`, and what it belongs to (such as an account's number). */
export type SealPlace = { readonly dataFolder: string; readonly keyName: string; readonly owner: string };

/** Seals `text`: nonce, ciphertext, tag. */
export function sealText(place: SealPlace, text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, keyOf(place.dataFolder, place.keyName), nonce);
  cipher.setAAD(Buffer.from(place.owner));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealText` made. @throws Error when the key, the owner or a byte is another */
export function unsealText(place: SealPlace, sealed: Buffer): string {
  const decipher = createDecipheriv(
    algorithm,
    keyOf(place.dataFolder, place.keyName),
    sealed.subarray(0, nonceLength),
    { authTagLength: tagLength },
  );
  decipher.setAAD(Buffer.from(place.owner));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const text = decipher.update(sealed.subarray(nonceLength, -tagLength));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}
