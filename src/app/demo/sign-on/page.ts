// The pages of the demo's sign-on: choosing who to be, and leaving.
import { type Html, html, raw } from '../../../platform/html/index.ts';
import type { Visitor } from './visitors.ts';

const style = raw(`
:root { color-scheme: light dark; font: 16px/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.3 }
fieldset { border: 1px solid; border-radius: 4px; margin: 0 0 1rem; padding: .5rem 1rem }
legend { font-weight: 600; padding: 0 .25rem }
label { display: block; padding: .35rem 0; min-height: 24px }
button { font: inherit; padding: .5rem 1.5rem; min-height: 44px; cursor: pointer }
.mark { border-left: 4px solid; padding-left: .75rem }`);

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main>${body}</main></body></html>`;
}

const groups: readonly { kind: Visitor['kind']; title: string }[] = [
  { kind: 'officer', title: '工作人员 Officers' },
  { kind: 'organisation', title: '单位 Organisations' },
  { kind: 'agent', title: '代办人 Agents' },
  { kind: 'person', title: '自然人 Natural persons' },
];

/** Whom one may be, each a radio button; the first is chosen. */
export function choicePage(visitors: readonly Visitor[]): Html {
  const line = (visitor: Visitor) =>
    html`<label><input type="radio" name="visitor" value="${visitor.id}" required${visitor === visitors[0] && html` checked`}> ${visitor.label}</label>`;
  const sets = groups.map(({ kind, title }) => {
    const own = visitors.filter((visitor) => visitor.kind === kind);
    return own.length > 0 && html`<fieldset><legend>${title}</legend>${own.map(line)}</fieldset>`;
  });
  return page(
    '演示统一认证 Demo sign-on',
    html`<h1>演示统一认证 <span lang="en">Demo sign-on</span></h1>
<p class="mark">这里代替城市的统一身份认证，只用于演示：不核对密码，人员和单位都是虚构的。<br>
<span lang="en">This stands in for the city’s sign-on, for the demo alone: it asks for no password, and everybody here is invented.</span></p>
<form method="post">${sets}
<label><input type="checkbox" name="factor" checked> 统一认证已核验第二因素；不勾选时，工作人员还要输入动态口令
<span lang="en">(the sign-on saw a second factor; without it officers still give their code)</span></label>
<p><button type="submit">以此身份登录 <span lang="en">Sign in as this one</span></button></p></form>`,
  );
}

/** Asks whether to end the provider's own session; `form` is the provider's. */
export function leavePage(context: { body: unknown; type: string }, form: string): void {
  context.type = 'html';
  context.body = page(
    '退出演示统一认证 Leave the demo sign-on',
    html`<h1>退出演示统一认证？<span lang="en">Leave the demo sign-on?</span></h1>${raw(form)}
<p><button type="submit" form="op.logoutForm" value="yes" name="logout">退出 <span lang="en">Leave</span></button>
<button type="submit" form="op.logoutForm">不退出 <span lang="en">Stay</span></button></p>`,
  ).toString();
}
