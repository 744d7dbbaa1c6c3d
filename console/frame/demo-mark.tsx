/** The line that marks an installation with invented data on every page. */
import { words } from '../identity/words.ts';
import { useWords } from '../language/language.ts';

/** The server says in the page's head whether its data are invented. */
export const isDemo = document.querySelector<HTMLMetaElement>('meta[name="gongxin-demo"]')?.content === '1';

/** 演示数据, where it is so. */
export function DemoMark() {
  const text = useWords(words);
  return isDemo ? <p className="demo-mark">{text.demo}</p> : null;
}
