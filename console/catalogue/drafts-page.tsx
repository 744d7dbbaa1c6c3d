/** "Drafts of the catalogue": writing one, and each one's next step. */
import { useApi } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { Page } from '../parts/page.tsx';
import { Reading } from '../parts/reading.tsx';
import { CommentList } from './draft-comments.tsx';
import { DraftForm } from './draft-form.tsx';
import { ConcludeForm, ReviewForm } from './draft-steps.tsx';
import { words } from './drafts-words.ts';

interface Draft {
  readonly draftId: string;
  readonly name: Bilingual<string>;
  readonly reason: string;
  readonly state: 'draft' | 'refused' | 'consultation' | 'waiting' | 'withdrawn';
  readonly isOwn: boolean;
  readonly review: string | null;
  readonly until: string | null;
  readonly isOver: boolean;
  readonly outcome: string | null;
  readonly comments: number;
  readonly unread: number;
}

interface DraftsAnswer {
  readonly items: readonly Draft[];
  readonly legislativeLevel: string;
}

/** The page; of the credit centre alone. */
export function DraftsPage() {
  const text = useWords(words);
  const { account } = useSession();
  const drafts = useApi<DraftsAnswer>('/api/v1/catalogue-drafts', { anyLanguage: true });
  const mayWrite = account.roles.some((role) => role === 'publisher' || role === 'administrator');
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Reading of={drafts}>
        {({ items, legislativeLevel }) => (
          <>
            <p className="notice measure">{text.power[legislativeLevel]}</p>
            {mayWrite ? <DraftForm /> : null}
            <section className="stack">
              <h2>{text.drafts}</h2>
              {items.length === 0 ? <p className="quiet">{text.none}</p> : null}
              {items.map((draft) => (
                <OneDraft key={draft.draftId} draft={draft} mayWrite={mayWrite} />
              ))}
            </section>
          </>
        )}
      </Reading>
    </Page>
  );
}

function OneDraft({ draft, mayWrite }: { draft: Draft; mayWrite: boolean }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const { draftId, state, until } = draft;
  const isOver = state === 'consultation' && draft.isOver;
  const prefix = language === 'en' ? '/en' : '';
  return (
    <section className="stack-small block">
      <h3>
        {draft.name[language]} · {text.states[isOver ? 'over' : state]}
      </h3>
      <p>{draft.reason}</p>
      {until ? (
        <p className="quiet">
          {text.until(until)} · {text.comments(draft.comments, draft.unread)} ·{' '}
          <a href={`${prefix}/catalogue/consultations/${draftId}`}>{text.page}</a>
        </p>
      ) : null}
      {draft.outcome ? <p>{draft.outcome}</p> : null}
      {state === 'draft' && draft.isOwn ? <p className="quiet">{text.own}</p> : null}
      {state === 'draft' && !draft.isOwn ? <ReviewForm draftId={draftId} /> : null}
      {state === 'consultation' && draft.comments > 0 ? <CommentList draftId={draftId} /> : null}
      {state === 'consultation' && mayWrite ? <ConcludeForm draftId={draftId} isOver={isOver} /> : null}
    </section>
  );
}
