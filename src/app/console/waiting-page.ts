/** What stands at /console while it is built after a start, or when it could not be. */
import { type Html, html } from '../../platform/html/index.ts';

const words = {
  preparing: {
    zh: '业务平台正在准备，首次启动约需数秒。本页会自动刷新。',
    en: 'The console is being prepared; the first start takes some seconds. This page reloads by itself.',
  },
  failed: {
    zh: '业务平台没能准备好。公示门户和接口不受影响；请管理员查看启动日志，排除原因后重新启动。',
    en: 'The console could not be prepared. Portal and API work as usual; the administrator finds the reason in the log of the start, and starts again when it is mended.',
  },
};

/** A complete page; its few lines of style bear the nonce. */
export function waitingPage(kind: 'preparing' | 'failed', nonce: string): Html {
  const { zh, en } = words[kind];
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${kind === 'preparing' ? html`<meta http-equiv="refresh" content="2">` : null}
<title>公信业务平台</title>
<style nonce="${nonce}">body{font:16px/1.75 system-ui,sans-serif;max-width:38em;margin:4em auto;padding:0 1em;color-scheme:light dark}</style></head>
<body><main><h1>公信业务平台</h1><p>${zh}</p><p lang="en">${en}</p>
<p><a href="/">公示门户</a> · <a href="/en/" lang="en">Public portal</a></p></main></body>
</html>`;
}
