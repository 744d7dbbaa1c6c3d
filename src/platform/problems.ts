/** The problems that any route may answer. */
import { defineProblem } from './problem.ts';

export const notFound = defineProblem({
  type: 'not-found',
  status: 404,
  title: { zh: '没有这个页面或数据', en: 'There is nothing at this address' },
  advice: {
    zh: '请检查网址，或从首页重新查找。已不再公示的信息与从未存在的信息，回答相同。',
    en: 'Check the address, or search again from the home page. What is no longer public is answered like what never existed.',
  },
});

export const methodNotAllowed = defineProblem({
  type: 'method-not-allowed',
  status: 405,
  title: { zh: '此地址不支持该请求方法', en: 'This address does not accept that method' },
  advice: {
    zh: '请改用 Allow 响应头中列出的方法。',
    en: 'Use one of the methods listed in the Allow header.',
  },
});

/** Portal and console on host names of their own. */
export const misdirected = defineProblem({
  type: 'misdirected',
  status: 421,
  title: { zh: '此地址属于另一个主机名', en: 'This address belongs to another host name' },
  advice: {
    zh: '公众查询与业务平台使用不同的主机名：查询和公开接口用门户的，登录、业务平台和其余接口用业务平台的。请改用说明中的地址重新发送。',
    en: 'Portal and console have host names of their own: searching and the public API are at the portal’s; signing in, the console and the rest of the API are at the console’s. Send the request again to the address in the detail.',
  },
});

export const invalidRequest = defineProblem({
  type: 'invalid-request',
  status: 400,
  title: { zh: '请求内容不符合要求', en: 'The request does not meet what is asked for' },
  advice: {
    zh: '请按 errors 中逐项所列修改后重新提交，格式见 /api/docs。',
    en: 'Mend each item listed under errors and send it again; the format is described at /api/docs.',
  },
});

export const unreadableBody = defineProblem({
  type: 'unreadable-body',
  status: 400,
  title: { zh: '请求正文无法读取', en: 'The body of the request cannot be read' },
  advice: {
    zh: '请确认正文完整、为 UTF-8 编码的合法 JSON，且 Content-Length 与实际长度一致。',
    en: 'Make sure that the body is complete, valid JSON in UTF-8, and as long as Content-Length says.',
  },
});

export const unreadableRequest = defineProblem({
  type: 'unreadable-request',
  status: 400,
  title: { zh: '请求无法解析', en: 'The request cannot be read' },
  advice: {
    zh: '网址里的汉字等字符须写成 UTF-8 的百分号编码（如 清 写作 %E6%B8%85），请求行和请求头须符合 HTTP 规范；改正后重试。',
    en: 'Characters beyond ASCII in an address are written as percent-encoded UTF-8 (such as %E6%B8%85), and request line and headers must follow HTTP. Mend them and try again.',
  },
});

export const headersTooLarge = defineProblem({
  type: 'headers-too-large',
  status: 431,
  title: { zh: '请求头过大', en: 'The headers of the request are too large' },
  advice: {
    zh: '请缩短网址，或清除本网站的 Cookie 后重试。',
    en: 'Shorten the address, or clear the cookies of this site, and try again.',
  },
});

export const requestTimeout = defineProblem({
  type: 'request-timeout',
  status: 408,
  title: { zh: '请求没有及时发完', en: 'The request did not arrive in time' },
  advice: { zh: '请检查网络后重试。', en: 'Check the network and try again.' },
});

export const bodyTooLarge = defineProblem({
  type: 'body-too-large',
  status: 413,
  title: { zh: '请求正文过大', en: 'The body of the request is too large' },
  advice: {
    zh: '请缩小内容或分次提交；数据文件请使用报送接口。',
    en: 'Send less, or in several parts; data files go to the submission address.',
  },
});

export const unsupportedMediaType = defineProblem({
  type: 'unsupported-media-type',
  status: 415,
  title: { zh: '不支持这种内容类型', en: 'This kind of content is not accepted here' },
  advice: {
    zh: '请把 Content-Type 设为此接口文档列出的类型（一般为 application/json）。',
    en: 'Set Content-Type to one that the documentation of this address lists (usually application/json).',
  },
});

export const signInRequired = defineProblem({
  type: 'sign-in-required',
  status: 401,
  title: { zh: '请先登录', en: 'Sign in first' },
  advice: {
    zh: '请登录业务平台；机器接口请用 /oauth/token 取得的令牌，放在 Authorization 请求头中。',
    en: 'Sign in to the console; machines send a token from /oauth/token in the Authorization header.',
  },
});

export const notAllowed = defineProblem({
  type: 'not-allowed',
  status: 403,
  title: { zh: '当前账户无权执行此操作', en: 'This account may not do that' },
  advice: {
    zh: '请使用具有相应角色的账户，或请本单位管理员开通权限。',
    en: 'Use an account with the right role, or ask the administrator of your unit.',
  },
});

export const tooManyRequests = defineProblem({
  type: 'too-many-requests',
  status: 429,
  title: { zh: '请求过于频繁', en: 'Too many requests' },
  advice: {
    zh: '请按 Retry-After 响应头所示的秒数等待后重试。',
    en: 'Wait for the seconds given in the Retry-After header, then try again.',
  },
});

export const unavailable = defineProblem({
  type: 'unavailable',
  status: 503,
  title: { zh: '服务暂时不可用', en: 'The service is not available for the moment' },
  advice: {
    zh: '数据库正在启动或恢复，请稍候重试；已被受理的内容不会丢失。',
    en: 'The database is starting or recovering; try again in a moment. Nothing that was accepted is lost.',
  },
});

/** A fault of ours: the answer carries the trace id and nothing else. */
export const fault = defineProblem({
  type: 'fault',
  status: 500,
  title: { zh: '系统出错了', en: 'Something went wrong on our side' },
  advice: {
    zh: '请稍后重试；若仍出错，请把 traceId 告知平台管理员。',
    en: 'Try again later; if it goes on, tell the administrator the traceId.',
  },
});
