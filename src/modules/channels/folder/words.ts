/** The plain notes that the drop folder answers with; each in both languages, since nobody has chosen one there. */
import type { Words } from '../../../platform/language.ts';

/** Both languages under each other. */
export function both({ zh, en }: Words): string {
  return `${zh}\n${en}\n`;
}

export const notes = {
  unknownUnit: {
    zh: '这个目录的名称不是平台登记的单位代码，其中的文件不会被接收。请信用中心核对单位代码。',
    en: 'This folder is not named by the code of a unit: nothing in it is taken. Ask the credit centre for the code.',
  },
  unknownItem: {
    zh: '这个目录的名称不是本单位归集的信息事项代码，其中的文件不会被接收。请在目录页查看事项代码。',
    en: 'This folder is not named by an item that the unit supplies: nothing in it is taken. The catalogue shows the codes.',
  },
  link: {
    zh: '这是一个链接，不是文件。链接一律不读取；请放入文件本身。',
    en: 'This is a link, no file. Links are never followed; put the file itself here.',
  },
  name: {
    zh: '文件名太长或含有不可见字符。请改名后再放入。',
    en: 'The name is too long or holds invisible characters. Rename the file and put it here again.',
  },
  kind: {
    zh: '这既不是文件，也不是带 manifest.json 的交换文件目录，没有接收。',
    en: 'This is neither a file nor a folder of an exchange file with its manifest.json; it was not taken.',
  },
  sameFile: (submission: string, at: string): Words => ({
    zh: `同一内容已于 ${at} 报送过（批次 ${submission}），没有重复报送。`,
    en: `The very same content was handed in at ${at} (submission ${submission}); nothing was handed in twice.`,
  }),
} as const satisfies Record<string, Words | ((...given: string[]) => Words)>;

type Counts = Readonly<Record<'rows' | 'accepted' | 'rejected' | 'duplicate' | 'held' | 'refused', number>>;

/** What became of a file, as its result beside it says. */
export function resultWords(submissionId: string, counts: Counts | null): Words {
  if (counts === null)
    return {
      zh: `批次 ${submissionId}：整个文件被退回。`,
      en: `Submission ${submissionId}: refused as a whole.`,
    };
  const { rows, accepted, rejected, duplicate, held, refused } = counts;
  return {
    zh: `批次 ${submissionId}：共 ${rows} 行，入库 ${accepted}，退回 ${rejected}，重复 ${duplicate}，待核 ${held}，依法不予归集 ${refused}。`,
    en: `Submission ${submissionId}: ${rows} rows, ${accepted} accepted, ${rejected} rejected, ${duplicate} duplicate, ${held} held, ${refused} refused by law.`,
  };
}
