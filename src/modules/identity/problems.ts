/** The problems of signing in, of tokens, and of registering units, accounts and clients. */
import { defineProblem } from '../../platform/problem.ts';

/** One answer for an unknown name and a wrong password: which of the two is wrong is nobody's business. */
export const signInFailed = defineProblem({
  type: 'sign-in-failed',
  status: 401,
  title: { zh: '登录名或密码不正确', en: 'The name or the password is wrong' },
  advice: {
    zh: '请核对登录名和密码后重试。连续失败 10 次，该登录名将锁定 15 分钟；忘记密码请联系本单位管理员。',
    en: 'Check both and try again. Ten failures in a row lock the name for 15 minutes; if the password is lost, ask the administrator of your unit.',
  },
});

export const signInLocked = defineProblem({
  type: 'sign-in-locked',
  status: 423,
  title: { zh: '该登录名已暂时锁定', en: 'This name is locked for the moment' },
  advice: {
    zh: '连续登录失败次数过多。请等待 15 分钟后重试；如非本人操作，请告知本单位管理员。',
    en: 'There were too many failures in a row. Wait 15 minutes and try again; if it was not you, tell the administrator of your unit.',
  },
});

/** The code is wrong, past, or was used before; which of them is nobody's business. */
export const codeRefused = defineProblem({
  type: 'code-refused',
  status: 401,
  title: { zh: '动态口令不正确', en: 'The code is wrong' },
  advice: {
    zh: '请输入身份验证器当前显示的 6 位数字；每个口令只能用一次，用过后请等下一个。手机时间须准确。口令输错同样计入锁定次数；手机遗失的，请本单位管理员重置。',
    en: 'Enter the six digits that your authenticator shows now. Each code works once: after using one, wait for the next. The clock of the telephone must be right. Wrong codes count towards the lock; if the telephone is lost, ask the administrator of your unit for a reset.',
  },
});

export const ticketRefused = defineProblem({
  type: 'ticket-refused',
  status: 401,
  title: { zh: '本次登录已超时', en: 'This sign-in has run out' },
  advice: {
    zh: '验证密码后须在 10 分钟内完成第二步。请从登录名和密码重新开始。',
    en: 'The second step has ten minutes after the password. Begin again with name and password.',
  },
});

export const stepUpRequired = defineProblem({
  type: 'step-up-required',
  status: 403,
  title: { zh: '请再次验证是您本人', en: 'Prove again that it is you' },
  advice: {
    zh: '这项操作影响较大，要求五分钟内验证过动态口令、通行密钥或统一认证。验证后重新提交即可。',
    en: 'This act weighs heavily, so it wants a code, a passkey or the city’s sign-on of the last five minutes. Show one, then send it again.',
  },
});

export const sessionNotFound = defineProblem({
  type: 'session-not-found',
  status: 404,
  title: { zh: '没有这个登录', en: 'There is no such session' },
  advice: {
    zh: '它可能已经退出或到期。刷新“我的账户”可看到仍有效的登录。',
    en: 'It may have ended meanwhile. Reload “My account” to see those still open.',
  },
});

export const crossSite = defineProblem({
  type: 'cross-site',
  status: 403,
  title: { zh: '请求来自其他网站，已拒绝', en: 'The request came from another site and was refused' },
  advice: {
    zh: '请在本平台的页面内操作；程序调用请使用 /oauth/token 取得的令牌，不要使用登录 Cookie。',
    en: 'Do it from a page of this platform; programs use a token from /oauth/token, not the cookie of a session.',
  },
});

/** RFC 6750 § 3.1 `invalid_token`. */
export const tokenRefused = defineProblem({
  type: 'token-refused',
  status: 401,
  title: { zh: '访问令牌无效或已过期', en: 'The access token is wrong or has ended' },
  advice: {
    zh: '请向 /oauth/token 重新取得令牌（有效期一小时），放在 Authorization: Bearer 请求头中。',
    en: 'Get a new token from /oauth/token (it lasts an hour) and send it as Authorization: Bearer.',
  },
});

export const networkRefused = defineProblem({
  type: 'network-refused',
  status: 403,
  title: { zh: '不允许从这个网络地址调用', en: 'This client may not come from this network' },
  advice: {
    zh: '该机器客户端只能从登记的网络调用。服务器地址变化的，请本单位管理员修改登记。',
    en: 'The client may come from its registered networks alone. If your server has moved, ask the administrator of your unit.',
  },
});

export const quotaSpent = defineProblem({
  type: 'quota-spent',
  status: 429,
  title: { zh: '今天的调用次数已用完', en: 'The requests of today are spent' },
  advice: {
    zh: '该机器客户端每天的调用次数有上限，零点（北京时间）后恢复。长期不够用的，请本单位管理员调整。',
    en: 'The client has a number of requests a day; it begins anew at midnight, Beijing time. If it is never enough, ask the administrator of your unit.',
  },
});

/** RFC 6750 § 3.1 `insufficient_scope`. */
export const scopeMissing = defineProblem({
  type: 'scope-missing',
  status: 403,
  title: { zh: '该机器客户端没有这项授权', en: 'This client is not granted that' },
  advice: {
    zh: '每个数据项、每个查询目的分别授权。请本单位管理员通过接口 PUT /api/v1/clients/{clientId} 申请，经另一人审批后生效；取得令牌时请求了部分授权的，请重新取得令牌。',
    en: 'Each item and each purpose is granted by itself. Ask the administrator of your unit to request it with PUT /api/v1/clients/{clientId}; another person decides. If the token was asked for with fewer scopes, get a new one.',
  },
});

export const clientRefused = defineProblem({
  type: 'client-refused',
  status: 422,
  title: { zh: '不能这样登记机器客户端', en: 'The client cannot be registered like this' },
  advice: {
    zh: '公钥须为 JWK 格式的 EC P-256、Ed25519 或 2048 位以上 RSA 公钥，不含私钥部分；网络须为 CIDR 写法，例如 10.20.0.0/16；授权须写成 submit:数据项 或 disclose:目的。',
    en: 'A key is a public JWK: EC P-256, Ed25519, or RSA of 2048 bits or more, without its private part. A network is in CIDR notation, such as 10.20.0.0/16. A scope is submit:<item> or disclose:<purpose>.',
  },
});

export const unitUnknown = defineProblem({
  type: 'unit-unknown',
  status: 404,
  title: { zh: '没有这个单位', en: 'There is no such unit' },
  advice: {
    zh: '请使用单位名录 /api/v1/units 中的代码。',
    en: 'Use a code from the list of units, /api/v1/units.',
  },
});

export const unitRefused = defineProblem({
  type: 'unit-refused',
  status: 422,
  title: { zh: '不能登记该单位', en: 'This unit cannot be registered' },
  advice: {
    zh: '请核对单位代码和统一社会信用代码：两者均须有效，且未被其他单位登记。',
    en: 'Check the code of the unit and its USCC: both must be valid and not registered for another unit.',
  },
});

export const authorityRefused = defineProblem({
  type: 'authority-refused',
  status: 422,
  title: { zh: '不能登记该作出机关', en: 'This authority cannot be registered for the unit' },
  advice: {
    zh: '请核对机关的统一社会信用代码和起止日期；同一单位对同一机关的期间不得重叠。',
    en: 'Check the USCC of the authority and the dates; periods of one unit for one authority must not overlap.',
  },
});

export const unitEndRefused = defineProblem({
  type: 'unit-end-refused',
  status: 422,
  title: { zh: '不能这样撤销单位', en: 'The unit cannot be ended like this' },
  advice: {
    zh: '信用中心不能撤销，单位也不能并入自己。请选择其他承接单位。',
    en: 'The credit centre does not end, and no unit is merged into itself. Choose another successor.',
  },
});

export const authorityUnknown = defineProblem({
  type: 'authority-unknown',
  status: 404,
  title: { zh: '这个单位没有登记这个有效的作出机关', en: 'The unit does not act for that authority' },
  advice: { zh: '请核对机关；它可能已经结束。', en: 'Check the authority; it may have ended already.' },
});

export const loginNameRefused = defineProblem({
  type: 'login-name-refused',
  status: 422,
  title: { zh: '不能使用这个登录名', en: 'This login name cannot be used' },
  advice: {
    zh: '登录名为 3 至 64 位小写字母、数字、点、下划线或连字符，以字母或数字开头，且未被使用。',
    en: 'A login name has 3 to 64 lower-case letters, digits, dots, underscores or hyphens, begins with a letter or digit, and is not taken.',
  },
});

export const passwordRefused = defineProblem({
  type: 'password-refused',
  status: 422,
  title: { zh: '不能使用这个密码', en: 'This password cannot be used' },
  advice: {
    zh: '请使用 12 至 128 个字符的密码，不包含登录名、单位和本平台的名称，也不是常见或已泄露的密码；几个不相干的词连在一起即可。',
    en: 'Use 12 to 128 characters without your login name or names of the unit and the platform, and not a well-known or lost password; a few unrelated words will do.',
  },
});

export const oldPasswordWrong = defineProblem({
  type: 'old-password-wrong',
  status: 401,
  title: { zh: '原密码不正确', en: 'The old password is wrong' },
  advice: {
    zh: '请输入现在使用的密码。连续输错 10 次，该登录名将锁定 15 分钟；忘记密码请联系本单位管理员重置。',
    en: 'Enter the password you have now. Ten failures in a row lock the name for 15 minutes; if it is lost, ask your administrator for a reset.',
  },
});

export const accountUnknown = defineProblem({
  type: 'account-unknown',
  status: 404,
  title: { zh: '没有这个有效账户', en: 'There is no such open account' },
  advice: { zh: '请核对账户；它可能已经关闭。', en: 'Check the account; it may be closed already.' },
});

export const rolesIncompatible = defineProblem({
  type: 'roles-incompatible',
  status: 409,
  title: { zh: '这些岗位不能由一人兼任', en: 'One person cannot hold these roles together' },
  advice: {
    zh: '发布、审计、管理三个岗位不得由一人兼任，期间也不得重叠。请先结束原岗位，或授予其他人。',
    en: 'Publisher, auditor and administrator are never in one hand, not even for one day. End the other role first, or grant this one to somebody else.',
  },
});

export const grantRefused = defineProblem({
  type: 'grant-refused',
  status: 422,
  title: { zh: '不能这样授予岗位', en: 'The role cannot be granted like this' },
  advice: {
    zh: '授予从今天或以后开始，结束日期晚于开始日期；委托只能给同一单位的人，最长 60 天，只能委托本人直接持有的岗位，管理员岗位不能委托。',
    en: 'A grant begins today or later and ends after it began. A role is delegated within a unit, for at most 60 days, by who holds it directly; that of an administrator is not.',
  },
});

export const credentialEndRefused = defineProblem({
  type: 'credential-end-refused',
  status: 422,
  title: { zh: '这个停用时间已经过去', en: 'This end lies in the past' },
  advice: {
    zh: '请选择今天以后的日期；要立即停用的，请用“立即停用”。停用时间只能提前，不能推后。',
    en: 'Choose a day to come, or end it now. An end can be brought forward, never put off.',
  },
});

export const grantUnknown = defineProblem({
  type: 'grant-unknown',
  status: 404,
  title: { zh: '没有这项有效的岗位授予', en: 'There is no such grant of a role in force' },
  advice: { zh: '请核对授予；它可能已经结束。', en: 'Check the grant; it may have ended already.' },
});

export const alreadyRequested = defineProblem({
  type: 'already-requested',
  status: 409,
  title: {
    zh: '同一事项已提出申请，正在等待审批',
    en: 'The same was asked for already and waits for a decision',
  },
  advice: {
    zh: '请在“审批”中查看；需要修改的，由申请人先撤销原申请，再重新提出。',
    en: 'See it under “Approvals”. To change it, whoever asked takes the request back and asks anew.',
  },
});

export const approvalNotFound = defineProblem({
  type: 'approval-not-found',
  status: 404,
  title: { zh: '没有这项申请', en: 'There is no such request' },
  advice: {
    zh: '请从“审批”中打开；其他单位的申请不会显示。',
    en: 'Open it from “Approvals”. Requests of other units are not shown.',
  },
});

export const approvalOver = defineProblem({
  type: 'approval-over',
  status: 409,
  title: { zh: '这项申请已经办结', en: 'This request has been decided' },
  advice: {
    zh: '已由他人批准、不批准，或由申请人撤销。刷新“审批”可看到结果。',
    en: 'Somebody approved or refused it, or it was taken back. Reload “Approvals” to see which.',
  },
});

/** One's own request, a request about oneself, or one for other eyes. */
export const notYoursToDecide = defineProblem({
  type: 'not-yours-to-decide',
  status: 403,
  title: { zh: '这项申请须由他人审批', en: 'Somebody else must decide this request' },
  advice: {
    zh: '任何人不得审批自己提出或涉及自己的申请，无论担任什么岗位。请由本单位其他复核人员办理；本单位没有的，由信用中心办理。',
    en: 'Nobody decides what they asked for or what concerns them, under any role. Another reviewer of the unit does, or the centre where the unit has none.',
  },
});

export const clientUnknown = defineProblem({
  type: 'client-unknown',
  status: 404,
  title: { zh: '没有这个有效的机器客户端', en: 'There is no such open machine client' },
  advice: { zh: '请核对客户端编号；它可能已经关闭。', en: 'Check the client id; it may be closed already.' },
});
