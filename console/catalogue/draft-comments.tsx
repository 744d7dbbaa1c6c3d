/** The comments on a draft, those that wait with the way to judge them. */
import { useApi } from '../api/use-api.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { Reading } from '../parts/reading.tsx';
import { ModerationForm } from './draft-steps.tsx';
import { words } from './drafts-words.ts';

interface Comment {
  readonly commentId: string;
  readonly body: string;
  readonly sentAt: string;
  readonly shown: boolean | null;
  readonly moderation: string | null;
}

/** All comments in their order. */
export function CommentList({ draftId }: { draftId: string }) {
  const text = useWords(words);
  const path = `/api/v1/catalogue-drafts/${draftId}/comments`;
  const comments = useApi<{ items: readonly Comment[] }>(path, { anyLanguage: true });
  return (
    <Reading of={comments}>
      {({ items }) => (
        <ul className="plain-list">
          {items.map(({ commentId, body, sentAt, shown, moderation }) => (
            <li key={commentId} className="stack-small">
              <p>{body}</p>
              <p className="quiet">
                <time>{writeInstant(sentAt)}</time>
                {shown === null ? '' : ` · ${shown ? text.shown : text.withheld}`}
                {moderation ? ` · ${moderation}` : ''}
              </p>
              {shown === null ? <ModerationForm commentId={commentId} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Reading>
  );
}
