/** Words of the command line, in Chinese. */

type Counts = Readonly<Record<'rows' | 'accepted' | 'rejected' | 'duplicate' | 'held' | 'refused', number>>;

export const zh = {
  overview: '公信平台命令行。用法：gongxin <命令> [参数] [--lang zh|en]',
  moreHelp: '某个命令的用法：gongxin help <命令>',
  usage: '用法：',
  noSuchVerb: (name: string) => `没有“${name}”这个命令。`,
  demo: {
    notMarked:
      '使用 DATABASE_URL 时演示默认关闭。如确需把虚构数据载入该数据库，请设 GONGXIN_DEMO=1，并且今后都以此启动，使每个页面标明“演示数据”。',
    notEmpty:
      '数据库中已有单位，没有载入任何内容。演示城市只载入空数据库；请换一个数据目录（GONGXIN_DATA）或数据库。',
  },
  account: {
    incomplete: '请给出单位代码、单位名称、六位行政区划代码、登录名和姓名。',
    already: '平台已有管理员，没有开户。请由管理员在业务平台“账户管理”中办理。',
    opened: (loginName: string, password: string) =>
      `已开通管理员 ${loginName}，一次性密码：${password}\n请立即在 /console 登录，设置自己的密码并绑定身份验证器；此密码不再显示。`,
  },
  code: {
    needsName: '请给出一个登录名。',
    noSuchName: (name: string, known: readonly string[]) =>
      `没有登录名 ${name}。演示账户：${known.join('、') || '无'}。`,
  },
  verifyLog: {
    usage: `--from <目录> [--key <公钥>]… [--earlier <旧检查点文件>]
  --from      日志目录，其中有 checkpoint 和 tile/
  --key       日志及每个见证者的公钥（name+编号+base64）；缺省取目录中的 keys 文件
  --earlier   早先保存的检查点：核对日志是否由它增长而来
退出码：0 全部成立；1 有不成立之处；2 参数有误`,
    needsFolder: '请用 --from 指明日志所在的目录。',
    keysFromFolder: '公钥取自该目录本身：这只证明日志前后一致，不证明它是谁的日志。',
    noKeys: '目录中没有 keys 文件，请用 --key 给出公钥。',
    holds: (size: number, tiles: number) => `成立：${size} 个条目，${tiles} 块瓦片，与签名的检查点一致。`,
    witnessed: (at: string) => `见证签名时间 ${at}。`,
    grew: '由所给的旧检查点增长而来。',
    broken: (why: string) => `不成立：${why}`,
  },
  send: {
    usage: `--item <事项代码> --file <文件> --client-id <编号> --key-file <私钥文件> [--server <地址>]
  供部门的机器定时调用：登录、上传、等待处理完成，把结果写在文件旁边
  --item      信息事项，例如 administrative-penalty
  --file      CSV（UTF-8 或 GB18030）、XLSX 或 JSON 文件
  --client-id 机器客户端编号
  --key-file  已登记公钥的私钥，PEM 或 JWK（ES256、Ed25519 或 PS256）
  --server    平台地址，缺省为 http://127.0.0.1:8080
结果：<文件>.result.json；有问题时另有 <文件>.findings.csv 或 .xlsx
退出码：0 全部入库或已有；2 有行被退回、待核或整批待第二人查看；3 未被接收；4 连不上，可原样再试，不会重复报送；64 参数有误`,
    incomplete: '请用 --item、--file、--client-id 和 --key-file 指明事项、文件、客户端和私钥文件。',
    badKey: (path: string) => `${path} 不是可用的私钥（PEM 或 JWK；P-256、Ed25519 或 RSA）。`,
    wrote: (path: string) => `已写入 ${path}`,
    repeat: '没有重复报送的危险，请稍后原样再试。',
  },
  submit: {
    usage: `--item <事项代码> --file <文件> <凭证> [--server <地址>] [--wait]
  --item      信息事项，例如 administrative-penalty
  --file      CSV（UTF-8 或 GB18030）、XLSX 或 JSON 文件
  凭证         --client-id <编号> --client-secret-file <存放密钥的文件>
         或    --credentials <demo-credentials.json> --unit <单位代码>
  --server    平台地址，缺省为 http://127.0.0.1:8080
  --wait      等到处理完成，显示各项计数和前几个问题
退出码：0 已办；1 有行（或整个文件）被退回；2 参数有误；3 平台未受理或无法连接`,
    needsItemAndFile: '请用 --item 指明信息事项，用 --file 指明文件。',
    whoAreYou:
      '请给出凭证：--client-id 和 --client-secret-file，或者 --credentials 和 --unit。密钥不能直接写在命令行上。',
    badServer: (text: string) => `--server 应为 http:// 或 https:// 开头的地址，而不是“${text}”。`,
    unreadable: (path: string, why: string) => `无法读取文件 ${path}（${why}），请检查路径和权限。`,
    noSuchUnit: (unit: string, known: readonly string[]) =>
      `凭证文件中没有单位 ${unit}。其中的单位：${known.join('、') || '无'}。`,
    waits: '已读取，数量或内容与往常差别很大，须由第二人查看后才继续。',
    received: (id: string) => `已收到，报送批次 ${id}。`,
    sameFile: (id: string, at: string) => `这个文件已于 ${at} 报送过（批次 ${id}），没有重复保存。`,
    followIt: (address: string) => `查询处理情况：GET ${address}，或加 --wait 等待。`,
    rowsRead: (rows: number) => `已读取 ${rows} 行……`,
    counts: (c: Counts) =>
      `共 ${c.rows} 行：入库 ${c.accepted}，退回 ${c.rejected}，重复 ${c.duplicate}，待核 ${c.held}，依法不予归集 ${c.refused}。`,
    place: (row: number | null, column: string | null) =>
      `${row === null ? '整个文件' : `第 ${row} 行`}${column === null ? '' : `，${column}`}：`,
    severity: { error: '[错误]', warning: '[提醒]', held: '[待核]', info: '[说明]' } as Readonly<
      Record<string, string>
    >,
    moreFindings: (count: number) => `另有 ${count} 个问题。`,
    findingsFile: (address: string) => `标注了问题的文件：GET ${address}`,
    wholeFileRefused: (message: string) => `整个文件未被接收：${message}`,
    unreachable: (server: string, why: string) =>
      `无法连接 ${server}（${why}）。请确认平台正在运行（npm start），地址和端口无误。`,
    wrongClient: '客户端编号或密钥不正确，请核对；密钥遗失的，请管理员重新发放。',
    strangeAnswer: (server: string, status: number) =>
      `${server} 的回答不是公信平台的回答（HTTP ${status}），请检查地址。`,
  },
};

export type CliWords = typeof zh;
