/** The two ways of handing in: a file, or one record by form; the chosen item goes along. */
import { NavLink } from 'react-router';
import { withQuery } from '../../api/client.ts';
import { useWords } from '../../language/language.ts';
import { useChosenItem } from './item-choice.tsx';
import { words } from './words.ts';

/** Links between both ways. */
export function WayLinks() {
  const text = useWords(words);
  const item = useChosenItem();
  return (
    <nav className="row ways" aria-label={text.title}>
      <NavLink to={withQuery('/hand-in', { item })} end>
        {text.byFile}
      </NavLink>
      <NavLink to={withQuery('/hand-in/form', { item })}>{text.byForm}</NavLink>
    </nav>
  );
}
