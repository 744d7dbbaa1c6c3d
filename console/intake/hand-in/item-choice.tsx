/** The choice of the item, kept in the address; with a single item there is nothing to choose. */
import { useEffect, useState } from 'react';
import { useItems } from '../../catalogue/items.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { Reading } from '../../parts/reading.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { words } from './words.ts';

/** The chosen item's code, '' while none is chosen. */
export function useChosenItem(): string {
  return useFilters('item').values.item;
}

/** One radio button an item. */
export function ItemChoice() {
  const text = useWords(words);
  const { language } = useLanguage();
  const items = useItems();
  const { values, set } = useFilters('item');
  // Shown at once: the address follows a moment later, and a button that springs back looks broken.
  const [picked, setPicked] = useState(values.item);
  useEffect(() => setPicked(values.item), [values.item]);
  const only = items.data?.items.length === 1 ? items.data.items[0]?.item : undefined;
  useEffect(() => {
    if (only !== undefined && values.item === '') set('item', only);
  });
  return (
    <Reading of={items}>
      {({ items: list }) =>
        list.length === 0 ? (
          <p className="notice">{text.noItems}</p>
        ) : (
          <fieldset className="choices">
            <legend>{text.item}</legend>
            {list.map(({ item, name }) => (
              <label key={item} className="choice">
                <input
                  type="radio"
                  name="item"
                  value={item}
                  checked={picked === item}
                  onChange={() => {
                    setPicked(item);
                    set('item', item);
                  }}
                />
                {name[language]}
              </label>
            ))}
          </fieldset>
        )
      }
    </Reading>
  );
}
