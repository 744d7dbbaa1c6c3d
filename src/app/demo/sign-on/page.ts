// The pages of the demo's sign-on: choosing who to be, and leaving; in the look of the house, Chinese first.
import { type Html, html, raw } from '../../../platform/html/index.ts';
import type { Visitor } from './visitors.ts';

const style = raw(`
:root { color-scheme: light dark; --ink: #1b2430; --quiet: #55606e; --line: #d9dee5; --paper: #fff; --mist: #f5f7f9;
  --pine: #0f5c5c; --pine-dark: #0a4646; --on-pine: #fff; --attention: #8a5a00;
  font: 17px/1.75 "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif;
  text-autospace: normal }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaef; --quiet: #a9b3bf; --line: #3a4552; --paper: #151b23;
  --mist: #1d252f; --pine: #6cc4bf; --pine-dark: #94dbd6; --on-pine: #10201f; --attention: #e0b25c } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere }
main { max-width: 640px; margin: 0 auto; padding: 24px 16px 64px }
h1 { font-size: 32px; line-height: 1.3; font-weight: 600; margin: 32px 0 16px }
[lang="en"] { font-family: system-ui, sans-serif; color: var(--quiet); font-size: 15px; line-height: 1.6; display: block }
h1 [lang="en"], legend [lang="en"] { font-weight: 400 }
h1 [lang="en"] { font-size: 19px }
.mark { background: var(--mist); border-left: 4px solid var(--attention); padding: 12px 16px; margin: 0 0 32px }
fieldset { border: 0; border-top: 1px solid var(--line); margin: 0 0 24px; padding: 8px 0 0; min-width: 0 }
legend { font-weight: 600; font-size: 19px; padding: 0 16px 0 0 }
legend [lang="en"] { display: inline; margin-left: 8px }
label { display: grid; grid-template-columns: 24px 1fr; gap: 8px; padding: 8px 8px; min-height: 44px; align-items: start; border-radius: 4px }
label:hover { background: var(--mist) }
input { width: 20px; height: 20px; margin: 5px 0; accent-color: var(--pine) }
.factor { border-top: 1px solid var(--line); padding-top: 16px; margin-bottom: 24px; border-radius: 0 }
button { font: inherit; padding: 8px 24px; min-height: 48px; border: 1px solid var(--pine); border-radius: 4px;
  background: var(--pine); color: var(--on-pine); cursor: pointer }
button [lang="en"] { display: inline; color: inherit; margin-left: 8px }
button.plain { background: transparent; color: var(--pine) }
button:hover { background: var(--pine-dark); border-color: var(--pine-dark); color: var(--on-pine) }
button:focus-visible, input:focus-visible { outline: 3px solid var(--pine); outline-offset: 2px }
.row { display: flex; flex-wrap: wrap; gap: 16px }`);

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main>${body}</main></body></html>`;
}

const groups: readonly { kind: Visitor['kind']; zh: string; en: string }[] = [
  { kind: 'officer', zh: '工作人员', en: 'Officers' },
  { kind: 'organisation', zh: '单位', en: 'Organisations' },
  { kind: 'agent', zh: '代办人', en: 'Agents' },
  { kind: 'person', zh: '自然人', en: 'Natural persons' },
];

const factor = html`<label class="factor"><input type="checkbox" name="factor" checked>
<span>统一认证已核验第二因素<span lang="en">The sign-on saw a second factor; without it officers still give their code.</span></span></label>`;

const heads = {
  signOn: html`<h1>演示统一认证 <span lang="en">Demo sign-on</span></h1>
<p class="mark">这里代替城市的统一身份认证，只用于演示：不核对密码，人员和单位都是虚构的。
<span lang="en">This stands in for the city’s sign-on, for the demo alone: it asks for no password, and everybody here is invented.</span></p>`,
  licence: html`<h1>演示电子营业执照 <span lang="en">Demo e-licence</span></h1>
<p class="mark">实际使用时，由单位用手机出示电子营业执照扫码；这里只用于演示，选一家虚构的单位即可。
<span lang="en">In earnest the organisation shows its e-licence by telephone; here, for the demo alone, choose an invented one.</span></p>`,
};

/** Whom one may be, each a radio button; the first is chosen. With an e-licence one is an organisation. */
export function choicePage(visitors: readonly Visitor[], isLicence: boolean): Html {
  const line = (visitor: Visitor) =>
    html`<label><input type="radio" name="visitor" value="${visitor.id}" required${visitor === visitors[0] && html` checked`}> <span>${visitor.label}</span></label>`;
  const sets = groups.map(({ kind, zh, en }) => {
    const own = visitors.filter((visitor) => visitor.kind === kind);
    return (
      own.length > 0 &&
      html`<fieldset><legend>${zh}<span lang="en">${en}</span></legend>${own.map(line)}</fieldset>`
    );
  });
  return page(
    isLicence ? '演示电子营业执照 Demo e-licence' : '演示统一认证 Demo sign-on',
    html`${isLicence ? heads.licence : heads.signOn}
<form method="post">${sets}
${isLicence || factor}
<button type="submit">以此身份登录<span lang="en">Sign in as this one</span></button></form>`,
  );
}

/** Asks whether to end the provider's own session; `form` is the provider's. */
export function leavePage(context: { body: unknown; type: string }, form: string): void {
  context.type = 'html';
  context.body = page(
    '退出演示统一认证 Leave the demo sign-on',
    html`<h1>退出演示统一认证？<span lang="en">Leave the demo sign-on?</span></h1>${raw(form)}
<p class="row"><button type="submit" form="op.logoutForm" value="yes" name="logout">退出<span lang="en">Leave</span></button>
<button type="submit" form="op.logoutForm" class="plain">不退出<span lang="en">Stay</span></button></p>`,
  ).toString();
}
