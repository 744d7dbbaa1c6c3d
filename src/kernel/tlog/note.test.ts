// Holds keys, notes and checkpoints against the examples of C2SP's documents, and refuses what is malformed.
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { cosignText, judgeSignature, type SignBytes, signText, type VerifyBytes } from './cosignature.ts';
import { fromBase64, fromDecimal, fromUtf8, toBase64 } from './encoding.ts';
import { formatNote, formatSignatures, parseNote, parseSignatures } from './note.ts';
import { openNote } from './open-note.ts';
import { TlogError } from './tlog-error.ts';
import { formatVkey, parseVkey, signatureTypes, type VerifierKey, verifierKey } from './verifier-key.ts';
import { formatWitnessRequest, parseWitnessRequest } from './witness-request.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const verifyBytes: VerifyBytes = (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, message, key, signature);
};

interface Pair {
  key: VerifierKey;
  sign: SignBytes;
}

function pair(name: string, type: VerifierKey['type']): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url');
  return { key: verifierKey(hash, name, type, raw), sign: (message) => sign(null, message, privateKey) };
}

const log = pair('log.example.cn/xy', signatureTypes.ed25519);
const witness = pair('witness.example.cn/w1', signatureTypes.cosignature);

// The examples of signed-note.md, tlog-checkpoint.md and tlog-cosignature.md.
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;
const exampleCheckpoint = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

describe('examples of C2SP', () => {
  test('the key of signed-note.md verifies its note, and no other text', () => {
    const key = parseVkey(hash, exampleKey);
    expect(formatVkey(key)).toBe(exampleKey);
    const opened = openNote(exampleNote, [key], verifyBytes);
    expect(opened).toEqual({ text: 'This is an example message.\n', signers: [{ key }] });
    expect(() => openNote(exampleNote.replace('example', 'Example'), [key], verifyBytes)).toThrow(
      'does not hold',
    );
  });

  test('the cosigned checkpoint is read, and its witness signed the message of tlog-cosignature.md', () => {
    const note = parseNote(exampleCheckpoint);
    expect(formatNote(note)).toBe(exampleCheckpoint);
    expect(note.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
      ['example.com/behind-the-sofa', '033de0ae'],
      ['witness.example.com/w1', '8d66cf3f'],
    ]);
    const checkpoint = parseCheckpoint(note.text);
    expect([checkpoint.origin, checkpoint.size]).toEqual(['example.com/behind-the-sofa', 20852163]);
    expect(formatCheckpoint(checkpoint)).toBe(note.text);
    const signed: string[] = [];
    const listen: VerifyBytes = (_, message) => signed.push(fromUtf8(message)) > 0;
    const signature = note.signatures[1]?.signature as Uint8Array;
    const judgement = judgeSignature(witness.key, listen, note.text, signature);
    expect(judgement).toEqual({ holds: true, seconds: 1679315147 });
    expect(signed).toEqual([
      'cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    ]);
  });

  test('the request of tlog-witness.md is read and written as it stands there', () => {
    const body = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

${exampleCheckpoint}`;
    const request = parseWitnessRequest(body);
    expect([request.oldSize, request.proof.length, request.checkpoint]).toEqual([
      20852014,
      4,
      exampleCheckpoint,
    ]);
    expect(formatWitnessRequest(request)).toBe(body);
    for (const bad of [
      body.replace('old 2', 'old 02'),
      body.replace('old', 'new'),
      body.replace('kaw=\n', 'kaw\n'),
      body.replace('\n\n', '\n'),
      `old 1\n${`${toBase64(new Uint8Array(32))}\n`.repeat(64)}\n${exampleCheckpoint}`,
    ])
      expect(() => parseWitnessRequest(bad)).toThrow(TlogError);
  });
});

describe('signing', () => {
  const checkpoint = { origin: 'log.example.cn/xy', size: 3, root: hash(Buffer.from('root')) };
  const served = signCheckpoint(checkpoint, log.key, log.sign);
  const { text } = parseNote(served);
  const cosignature = cosignText(witness.key, witness.sign, text, 1_795_000_000);
  const cosigned = served + formatSignatures([cosignature]);

  test('log and witness are both told, the witness with its time; unknown signers are passed over', () => {
    const both = openNote(cosigned, [log.key, witness.key], verifyBytes);
    expect(both.signers).toEqual([{ key: log.key }, { key: witness.key, seconds: 1_795_000_000 }]);
    expect(parseCheckpoint(both.text)).toEqual({ ...checkpoint, root: Uint8Array.from(checkpoint.root) });
    expect(openNote(cosigned, [witness.key], verifyBytes).signers).toHaveLength(1);
    const stranger = pair('stranger.example', signatureTypes.ed25519);
    expect(() => openNote(cosigned, [stranger.key], verifyBytes)).toThrow('None of the known keys');
    expect(parseSignatures(formatSignatures([cosignature]))).toHaveLength(1);
  });

  test('a key of the same name and another id is another key', () => {
    const namesake = pair(log.key.name, signatureTypes.ed25519);
    expect(() => openNote(served, [namesake.key], verifyBytes)).toThrow('None of the known keys');
    expect(openNote(served, [namesake.key, log.key], verifyBytes).signers).toEqual([{ key: log.key }]);
  });

  test('any flipped bit of a signature, its time or the text is found', () => {
    const parsed = parseNote(cosigned);
    fc.assert(
      fc.property(fc.constantFrom(0, 1), fc.nat(8 * 72 - 1), (which, bit) => {
        const signatures = parsed.signatures.map((line, place) => {
          const signature = Uint8Array.from(line.signature);
          const at = (bit >> 3) % signature.length;
          if (place === which) signature[at] = (signature[at] as number) ^ (1 << (bit & 7));
          return { ...line, signature };
        });
        const spoilt = formatNote({ text: parsed.text, signatures });
        expect(() => openNote(spoilt, [log.key, witness.key], verifyBytes)).toThrow('does not hold');
      }),
    );
    const changed = cosigned.replace('\n3\n', '\n4\n');
    expect(() => openNote(changed, [log.key], verifyBytes)).toThrow('does not hold');
    expect(() => openNote(changed, [witness.key], verifyBytes)).toThrow('does not hold');
  });

  test('a key signs only in the way of its type', () => {
    expect(() => signText(witness.key, witness.sign, text)).toThrow(TlogError);
    expect(() => cosignText(log.key, log.sign, text, 1)).toThrow(TlogError);
    expect(() => cosignText(witness.key, witness.sign, text, 1.5)).toThrow(TlogError);
    const plain = { ...witness.key, type: signatureTypes.ed25519 };
    expect(judgeSignature(plain, verifyBytes, text, cosignature.signature)).toEqual({ holds: false });
    expect(judgeSignature(witness.key, verifyBytes, text, new Uint8Array(71))).toEqual({ holds: false });
  });
});

describe('what is malformed is refused', () => {
  const line = exampleNote.split('\n')[2] as string;

  test.each([
    ['no signature', 'text\n\n'],
    ['no empty line', `text\n${line}\n`],
    ['no newline at the end', `text\n\n${line}`],
    ['an empty line behind', `text\n\n${line}\n\n`],
    ['a tab', `te\txt\n\n${line}\n`],
    ['a carriage return', `text\r\n\n${line}\n`],
    ['half a character', `te\ud800xt\n\n${line}\n`],
    ['a hyphen for the dash', `text\n\n${line.replace('—', '-')}\n`],
    ['a name with a plus', `text\n\n${line.replace('foo', 'f+o')}\n`],
    ['a name with a wide space', `text\n\n${line.replace('foo', 'f\u3000o')}\n`],
    ['two spaces', `text\n\n${line.replace(' Uw', '  Uw')}\n`],
    ['base64 without padding', `text\n\n${line.replace('=', '')}\n`],
    ['base64 with spare bits', `text\n\n${line.replace('QM=', 'QN=')}\n`],
    ['a key id alone', `text\n\n— example.com/foo Uw2QOg==\n`],
    ['too many signatures', `text\n\n${`${line}\n`.repeat(101)}`],
    ['too long a text', `${'长'.repeat(1_000_001)}\n\n${line}\n`],
  ])('a note with %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(TlogError);
  });

  test('sixteen signatures are not too many', () => {
    expect(parseNote(`text\n\n${`${line}\n`.repeat(16)}`).signatures).toHaveLength(16);
  });

  test.each([
    ['no id', 'example.com/foo+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['another id', exampleKey.replace('530d', '530e')],
    ['another name', exampleKey.replace('foo', 'bar')],
    ['upper-case hex', exampleKey.replace('530d903a', '530D903A')],
    ['an unknown type', exampleKey.replace('+Aek', '+Auk')],
    ['too short a key', 'example.com/foo+530d903a+AekyeRrm'],
    ['an empty key', 'example.com/foo+530d903a+'],
    ['a name with a space', exampleKey.replace('.com', '. com')],
  ])('a verifier key with %s', (_, text) => {
    expect(() => parseVkey(hash, text)).toThrow(TlogError);
  });

  const root = toBase64(new Uint8Array(32));
  test.each([
    ['two lines', `log\n1\n`],
    ['a leading zero', `log\n01\n${root}\n`],
    ['a negative size', `log\n-1\n${root}\n`],
    ['a size past 2⁵³', `log\n9007199254740993\n${root}\n`],
    ['a hexadecimal size', `log\n0x10\n${root}\n`],
    ['no origin', `\n1\n${root}\n`],
    ['a short root', `log\n1\n${toBase64(new Uint8Array(31))}\n`],
    ['no last newline', `log\n1\n${root}`],
    ['an empty extension', `log\n1\n${root}\n\n`],
  ])('a checkpoint with %s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(TlogError);
  });

  test('an empty tree and extension lines are read', () => {
    expect(parseCheckpoint(`log\n0\n${root}\n`).size).toBe(0);
    const extended = parseCheckpoint(`log\n5\n${root}\nmore\n`);
    expect(extended.extensions).toEqual(['more']);
    expect(formatCheckpoint(extended)).toBe(`log\n5\n${root}\nmore\n`);
  });

  test('a checkpoint that could not be read again is not written', () => {
    const good = { origin: 'log', size: 1, root: new Uint8Array(32) };
    for (const bad of [{ origin: '' }, { origin: 'a\nb' }, { size: -1 }, { root: new Uint8Array(20) }])
      expect(() => formatCheckpoint({ ...good, ...bad })).toThrow(TlogError);
    expect(() => formatCheckpoint({ ...good, extensions: [''] })).toThrow(TlogError);
    expect(() => formatNote({ text: 'no newline', signatures: [] })).toThrow(TlogError);
    expect(() => verifierKey(hash, 'a b', 1, new Uint8Array(32))).toThrow(TlogError);
  });
});

describe('encoding', () => {
  test('base64 goes there and back, as the platform writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each(['A', 'AA', 'AA=', 'AB==', 'AA==\n', 'A-_=', ' AA=='])('“%s” is no base64', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  test.each(['', '00', '+1', '1.0', '1e3', ' 1', '１', '9007199254740992'])('“%s” is no decimal', (text) => {
    expect(fromDecimal(text)).toBeUndefined();
  });

  test('bytes that are no UTF-8 are refused, and a byte order mark is kept', () => {
    expect(() => fromUtf8(Uint8Array.of(0x61, 0xff))).toThrow(TlogError);
    expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
  });
});
