/** Words of the command line, in English. */
import type { CliWords } from './words.zh.ts';

export const en: CliWords = {
  overview: 'The command line of Gongxin. Usage: gongxin <verb> [arguments] [--lang zh|en]',
  moreHelp: 'How to use one of them: gongxin help <verb>',
  usage: 'Usage:',
  noSuchVerb: (name) => `There is no verb "${name}".`,
  demo: {
    notMarked:
      'With DATABASE_URL the demo is off. If invented data is really meant for that database, set GONGXIN_DEMO=1 and start with it from then on, so that every page is marked as demo data.',
    notEmpty:
      'The database has units already; nothing was loaded. The demo city goes into an empty database only: choose another data folder (GONGXIN_DATA) or database.',
  },
  account: {
    incomplete: 'Name the unit’s code and name, its area of six digits, a sign-in name and a name.',
    already:
      'There is an administrator already; no account was opened. The administrator opens accounts in the console under “Accounts”.',
    opened: (loginName, password) =>
      `The administrator ${loginName} is open; one-time password: ${password}\nSign in at /console now, choose a password and connect an authenticator; this one is not shown again.`,
  },
  code: {
    needsName: 'Name one sign-in.',
    noSuchName: (name, known) =>
      `There is no sign-in ${name}. Those of the demo: ${known.join(', ') || 'none'}.`,
  },
  verifyLog: {
    usage: `--from <folder> [--key <public key>]… [--earlier <old checkpoint file>]
  --from      the folder of the log, with checkpoint and tile/
  --key       public key of the log and of each witness (name+id+base64); default: the file keys in the folder
  --earlier   a checkpoint kept from before: checks that the log grew from it
exit codes: 0 all of it holds; 1 something does not; 2 wrong arguments`,
    needsFolder: 'Say with --from in which folder the log is.',
    keysFromFolder:
      'The keys were taken from that folder itself: this proves the log consistent, not whose log it is.',
    noKeys: 'The folder has no file keys; give the public keys with --key.',
    holds: (size, tiles) => `Holds: ${size} entries in ${tiles} tiles are as the checkpoint was signed.`,
    witnessed: (at) => `The witness signed at ${at}.`,
    grew: 'It grew from the earlier checkpoint.',
    broken: (why) => `Does not hold: ${why}`,
  },
  send: {
    usage: `--item <code> --file <file> --client-id <id> --key-file <file with the private key> [--server <address>]
  for a department's machine, by cron: signs in, sends, waits until it is settled, writes what came of it beside the file
  --item      item of the catalogue, such as administrative-penalty
  --file      a CSV (UTF-8 or GB18030), XLSX or JSON file
  --client-id the machine client
  --key-file  the private half of its registered key, PEM or JWK (ES256, Ed25519 or PS256)
  --server    address of the platform; http://127.0.0.1:8080 unless given
Beside it: <file>.result.json, and with findings <file>.findings.csv or .xlsx
Exit codes: 0 all accepted or there already; 2 rows rejected or held, or all of it waits for a second person; 3 not taken;
4 not reached: safe to repeat, the same content is not handed in twice; 64 wrong arguments`,
    incomplete: 'Name item, file, client and private key with --item, --file, --client-id and --key-file.',
    badKey: (path) => `${path} holds no private key that can be used (PEM or JWK; P-256, Ed25519 or RSA).`,
    wrote: (path) => `Wrote ${path}`,
    repeat: 'It is safe to repeat the same command later: nothing is handed in twice.',
  },
  submit: {
    usage: `--item <code> --file <file> <credentials> [--server <address>] [--wait]
  --item      item of the catalogue, such as administrative-penalty
  --file      a CSV (UTF-8 or GB18030), XLSX or JSON file
  credentials --client-id <id> --client-secret-file <file with the secret>
         or   --credentials <demo-credentials.json> --unit <code of the unit>
  --server    address of the platform; http://127.0.0.1:8080 unless given
  --wait      wait until it is settled; show the counts and the first findings
Exit codes: 0 done; 1 rows (or the whole file) were rejected; 2 wrong arguments; 3 not served or not reached`,
    needsItemAndFile: 'Name the item with --item and the file with --file.',
    whoAreYou:
      'Say who you are: --client-id and --client-secret-file, or --credentials and --unit. A secret cannot be given on the command line itself.',
    badServer: (text) => `--server must be an address that begins with http:// or https://, not "${text}".`,
    unreadable: (path, why) => `The file ${path} cannot be read (${why}); check its path and permissions.`,
    noSuchUnit: (unit, known) =>
      `The credentials file has no unit ${unit}. It has: ${known.join(', ') || 'none'}.`,
    waits: 'It was read, and waits for a second person: it is far from what your unit usually sends.',
    received: (id) => `Received as submission ${id}.`,
    sameFile: (id, at) =>
      `This very file was handed in at ${at} (submission ${id}); nothing was stored a second time.`,
    followIt: (address) => `To follow it: GET ${address}, or use --wait.`,
    rowsRead: (rows) => `${rows} rows read …`,
    counts: (c) =>
      `${c.rows} rows: ${c.accepted} accepted, ${c.rejected} rejected, ${c.duplicate} duplicate, ${c.held} held, ${c.refused} refused by law.`,
    place: (row, column) =>
      `${row === null ? 'the whole file' : `row ${row}`}${column === null ? '' : `, ${column}`}:`,
    severity: { error: '[error]', warning: '[warning]', held: '[held]', info: '[note]' },
    moreFindings: (count) => `${count} more findings.`,
    findingsFile: (address) => `The file with its findings: GET ${address}`,
    wholeFileRefused: (message) => `The whole file was refused: ${message}`,
    unreachable: (server, why) =>
      `${server} cannot be reached (${why}). Make sure that the platform runs (npm start) and that address and port are right.`,
    wrongClient:
      'The client id or its secret is wrong; check both. If the secret is lost, have the administrator issue another.',
    strangeAnswer: (server, status) =>
      `${server} does not answer as Gongxin does (HTTP ${status}); check the address.`,
  },
};
