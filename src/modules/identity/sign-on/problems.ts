/** Why somebody does not come in by the city's sign-on. */
import { defineProblem } from '../../../platform/problem.ts';

export const signOnNotSetUp = defineProblem({
  type: 'sign-on-not-set-up',
  status: 404,
  title: { zh: '本平台没有接入统一身份认证', en: 'The city’s sign-on is not set up here' },
  advice: {
    zh: '工作人员请用登录名和密码登录；单位查看信用档案请用验证码。',
    en: 'Officers sign in with name and password; organisations see their file by a one-time code.',
  },
});

export const signOnUnreachable = defineProblem({
  type: 'sign-on-unreachable',
  status: 503,
  title: { zh: '统一身份认证暂时没有响应', en: 'The city’s sign-on does not answer' },
  advice: {
    zh: '请几分钟后再试。工作人员也可以用登录名和密码登录。',
    en: 'Try again in a few minutes. Officers can also sign in with name and password.',
  },
});

/** One answer for whatever is wrong with what came back: state, nonce, audience, time, signature. */
export const signOnRefused = defineProblem({
  type: 'sign-on-refused',
  status: 400,
  title: { zh: '这次统一身份认证没有完成', en: 'This sign-on was not completed' },
  advice: {
    zh: '它可能已取消、超过十分钟、用过一次，或者是在另一个浏览器开始的。请从登录页重新开始。',
    en: 'It was cancelled, took longer than ten minutes, was used already, or began in another browser. Start again from the sign-in page.',
  },
});

/** The claims name nobody, or more than one. */
export const signOnClaimsUnclear = defineProblem({
  type: 'sign-on-claims-unclear',
  status: 403,
  title: { zh: '统一身份认证没有说明您是谁', en: 'The sign-on did not say who you are' },
  advice: {
    zh: '它应当只给出下列之一：工作人员登录名、统一社会信用代码、公民身份号码。请告知信用中心。',
    en: 'It should give exactly one of an officer’s sign-in name, a unified code, an identity number. Please tell the credit centre.',
  },
});

export const signOnNoAccount = defineProblem({
  type: 'sign-on-no-account',
  status: 403,
  title: { zh: '您在本平台没有有效账户', en: 'You have no open account here' },
  advice: {
    zh: '统一身份认证已通过，但本单位管理员没有为您开立账户，或者账户已关闭。请联系本单位管理员。',
    en: 'The sign-on knows you, but your unit’s administrator has opened no account for you, or closed it. Ask your administrator.',
  },
});

export const signOnEnrolFirst = defineProblem({
  type: 'sign-on-enrol-first',
  status: 403,
  title: { zh: '第一次请用密码登录', en: 'Sign in with your password the first time' },
  advice: {
    zh: '统一身份认证没有核验第二因素，而您在本平台还没有设置动态口令。请先用登录名和密码登录一次并完成设置。',
    en: 'The sign-on checked no second factor and you have none here yet. Sign in once with name and password and set it up.',
  },
});

export const signOnNothingHeld = defineProblem({
  type: 'sign-on-nothing-held',
  status: 404,
  title: { zh: '本平台没有关于您的信息', en: 'Nothing is held here about you' },
  advice: {
    zh: '身份已经核实。没有单位向本平台报送过关于您的信息，因此没有档案可看，您也不需要做什么。代办人请确认委托仍然有效。',
    en: 'Your identity was checked. No unit has handed in anything about you, so there is no file to see and nothing to do. Agents: check that your powers are in force.',
  },
});

/** The name is bound to somebody else there, or the person to another name here. */
export const signOnClash = defineProblem({
  type: 'sign-on-clash',
  status: 403,
  title: {
    zh: '统一认证中的身份与本平台登记的不是同一人',
    en: 'The sign-on speaks of somebody else than before',
  },
  advice: {
    zh: '这个登录名或代办人编号已与统一认证中的另一身份绑定。为防止冒用，本次没有登录，本单位管理员会看到这次提示。确实换了统一认证身份的，请管理员申请重置登录方式，代办人请由单位重新指定。',
    en: 'This name or agent is bound to another identity at the sign-on, so nobody was let in, and your administrator sees it. If the identity has truly changed, ask the administrator for a reset; agents are named anew by their organisation.',
  },
});

/** Another person, an old sign-in, or one factor alone. */
export const signOnNotProved = defineProblem({
  type: 'sign-on-not-proved',
  status: 403,
  title: { zh: '统一认证没有重新核验您本人', en: 'The sign-on did not prove you anew' },
  advice: {
    zh: '请在统一认证页面用同一身份重新登录，并完成第二因素核验；也可以改用通行密钥或动态口令。原页面仍在，可关闭本页后重试。',
    en: 'Sign in there again as the same person and with two factors, or use a passkey or a code. Your page is still there: close this one and try again.',
  },
});
