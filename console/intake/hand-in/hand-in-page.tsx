/** "Hand in": choose the item and the file, see what the check finds, mend or send, follow the upload. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type ItemForChecking, useItemForChecking } from '../../catalogue/items.ts';
import { writeInstant } from '../../language/dates.ts';
import { writeCount } from '../../language/figures.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { usePreCheck } from '../pre-check/use-pre-check.ts';
import { type UploadState, useUploads } from '../uploads/uploads.tsx';
import { FileChoice } from './file-choice.tsx';
import { ItemChoice, useChosenItem } from './item-choice.tsx';
import { PreCheckResult } from './pre-check-result.tsx';
import { WayLinks } from './way-links.tsx';
import { words } from './words.ts';

/** The page. */
export function HandInPage() {
  const text = useWords(words);
  const { language } = useLanguage();
  const item = useChosenItem();
  const checking = useItemForChecking(item === '' ? undefined : item);
  return (
    <Page title={text.title} actions={<WayLinks />}>
      <p className="quiet measure">{text.lead}</p>
      <ItemChoice />
      {item === '' ? null : (
        <p>
          <a href={`${language === 'en' ? '/en' : ''}/catalogue/${item}`} target="_blank" rel="noreferrer">
            {text.standard}
          </a>
          {checking.data ? (
            <>
              {' · '}
              <a href={`/catalogue/${item}/${checking.data.definition.edition}/template.xlsx`} download>
                {text.template}
              </a>
            </>
          ) : null}
        </p>
      )}
      <ProblemNotice error={checking.error} />
      {item === '' ? <p className="quiet">{text.chooseItemFirst}</p> : null}
      {checking.data ? <FileSteps key={item} item={item} checking={checking.data} /> : null}
    </Page>
  );
}

function FileSteps({ item, checking }: { item: string; checking: ItemForChecking }) {
  const text = useWords(words);
  const [file, setFile] = useState<File>();
  // The same object as long as the page stands: a renewed reading must not start the check again.
  const [rules] = useState(checking);
  const check = usePreCheck(file, rules);
  const uploads = useUploads();
  const [uploadId, setUploadId] = useState<number>();
  const upload = uploads.list.find(({ id }) => id === uploadId);
  const navigate = useNavigate();
  const settledAs =
    upload?.state === 'done' && !upload.acknowledged?.sameFileAs
      ? upload.acknowledged?.submissionId
      : undefined;
  const { dismiss } = uploads;
  useEffect(() => {
    if (settledAs === undefined || uploadId === undefined) return;
    dismiss(uploadId);
    void navigate(`/submissions/${settledAs}`);
  }, [settledAs, uploadId, dismiss, navigate]);

  if (upload?.state === 'sending') return <Sending upload={upload} />;
  const report = check.kind === 'done' ? check.report : undefined;
  const faulty = report !== undefined && (report.rejected > 0 || report.fileRefused !== undefined);
  return (
    <>
      <FileChoice
        file={file}
        onFile={(chosen) => {
          setUploadId(undefined);
          setFile(chosen);
        }}
      />
      {check.kind === 'running' ? (
        <div role="status" className="notice">
          <p>{text.checking(writeCount(check.rows))}</p>
          <progress aria-label={text.checking('')} />
        </div>
      ) : null}
      {check.kind === 'failed' ? <p className="notice notice-attention">{text.checkFailed}</p> : null}
      {upload ? <Outcome upload={upload} /> : null}
      {file && (report || check.kind === 'failed') ? (
        <p>
          <Button
            type={faulty ? 'default' : 'primary'}
            onClick={() => setUploadId(uploads.start(item, file, 'console'))}
          >
            {faulty ? text.sendAnyway : text.send}
          </Button>
        </p>
      ) : null}
      {report && file ? (
        <PreCheckResult
          item={item}
          report={report}
          fileName={file.name}
          wholeOnly={!rules.definition.partialAcceptance}
        />
      ) : null}
    </>
  );
}

function Sending({ upload }: { upload: UploadState }) {
  const text = useWords(words);
  return (
    <div className="notice">
      <strong>{text.sending(upload.fileName)}</strong>
      <p className="quiet">{text.sendingHelp}</p>
    </div>
  );
}

function Outcome({ upload }: { upload: UploadState }) {
  const text = useWords(words);
  if (upload.state === 'stopped') return <p className="notice">{text.stopped}</p>;
  if (upload.state === 'failed') return <ProblemNotice error={upload.error} />;
  const same = upload.acknowledged?.sameFileAs;
  if (!same) return null;
  return (
    <div className="notice notice-attention" role="status">
      <p>{text.same(writeInstant(same.receivedAt))}</p>
      <p>
        <Link to={`/submissions/${same.submissionId}`}>{text.showEarlier}</Link>
      </p>
    </div>
  );
}
