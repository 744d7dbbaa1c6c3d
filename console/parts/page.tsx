/** The frame of one page's content: its heading, the document's title, and where the reader's focus goes on arrival. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../language/language.ts';

const product = { zh: '公信业务平台', en: 'Gongxin console' };

/** A page; `actions` stand at the heading's side. */
export function Page({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${product[language]}`;
  }, [title, language]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main id="content" className="page">
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </main>
  );
}
