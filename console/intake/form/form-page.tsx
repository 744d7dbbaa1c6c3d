/** One record by form, generated from the data standard of the chosen item. */
import { useItemForChecking } from '../../catalogue/items.ts';
import { useWords } from '../../language/language.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ItemChoice, useChosenItem } from '../hand-in/item-choice.tsx';
import { WayLinks } from '../hand-in/way-links.tsx';
import { words as handInWords } from '../hand-in/words.ts';
import { RecordForm } from './record-form.tsx';
import { words } from './words.ts';

/** The page. */
export function FormPage() {
  const text = useWords(words);
  const { chooseItemFirst } = useWords(handInWords);
  const item = useChosenItem();
  const checking = useItemForChecking(item === '' ? undefined : item);
  return (
    <Page title={text.title} actions={<WayLinks />}>
      <p className="quiet measure">{text.lead}</p>
      <ItemChoice />
      <ProblemNotice error={checking.error} />
      {item === '' ? <p className="quiet">{chooseItemFirst}</p> : null}
      {checking.data ? <RecordForm key={item} item={item} checking={checking.data} /> : null}
    </Page>
  );
}
