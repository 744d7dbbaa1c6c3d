/** The frame of a page for whoever is not signed in: product, language, what the page is for, the way back to the portal. */
import { type ReactNode, useEffect } from 'react';
import { DemoMark } from '../frame/demo-mark.tsx';
import { LanguageSwitch } from '../identity/language-switch.tsx';
import { words } from '../identity/words.ts';
import { useLanguage, useWords } from '../language/language.ts';

/** `product` is what the reader came to; without it, the officers' console. */
export function DoorPage({
  title,
  lead,
  product,
  children,
}: {
  title: string;
  lead: string;
  product?: string;
  children: ReactNode;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const name = product ?? text.product;
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <>
      <DemoMark />
      <main className="sign-in" id="content">
        <div className="row">
          <span className="frame-brand">{name}</span>
          <span className="frame-who">
            <LanguageSwitch />
          </span>
        </div>
        <div className="stack-small">
          <h1>{title}</h1>
          <p className="quiet">{lead}</p>
        </div>
        {children}
        <p>
          <a href={language === 'en' ? '/en/' : '/'}>{text.portal}</a>
        </p>
      </main>
    </>
  );
}
