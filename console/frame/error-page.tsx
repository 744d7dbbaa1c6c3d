/** What stands in for a page that has a fault of its own, or that does not exist. */
import { Button } from 'antd';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { words as identityWords } from '../identity/words.ts';
import { useWords } from '../language/language.ts';
import { words } from '../parts/words.ts';

/** Says what to do; the fault itself is in the browser's console. */
export function ErrorPage() {
  const error = useRouteError();
  const text = useWords(words);
  const { notFound, notFoundAdvice } = useWords(identityWords);
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main id="content" className="page">
      <h1>{missing ? notFound : text.unexpected}</h1>
      <p>{missing ? notFoundAdvice : text.unexpectedAdvice}</p>
      {missing ? null : (
        <p>
          <Button onClick={() => location.reload()}>{text.reload}</Button>
        </p>
      )}
    </main>
  );
}

/** The page of an address that nothing stands at. */
export function NoSuchPage() {
  const { notFound, notFoundAdvice } = useWords(identityWords);
  return (
    <main id="content" className="page">
      <h1>{notFound}</h1>
      <p>{notFoundAdvice}</p>
    </main>
  );
}
