import type { Messages } from './message.js'

export const platformMessages = {
  'config/wrong': { zh: '环境设置有误：{problems}', en: 'The environment is wrong: {problems}' },
  'config/not-a-url': { zh: '{name} 应是以 {schemes} 开头的地址。', en: '{name} must be an address beginning with {schemes}.' },
  'config/not-in-range': { zh: '{name} 应是 {least} 到 {most} 之间的整数。', en: '{name} must be a whole number from {least} to {most}.' },
  'config/secret-short': { zh: '{name} 太短，至少 32 个字节。', en: '{name} is too short; at least 32 bytes.' },
  'config/secret-known': {
    zh: '{name} 是示例或容易猜到的值，请换成随机值。',
    en: '{name} is an example or easily guessed value; use a random one.',
  },
  'config/not-a-host': { zh: '{name} 不是主机名或地址。', en: '{name} is not a host name or address.' },
  'config/not-a-level': {
    zh: '{name} 应是 fatal、error、warn、info、debug、trace、silent 之一。',
    en: '{name} must be fatal, error, warn, info, debug, trace or silent.',
  },
  'config/not-on-or-off': { zh: '{name} 应是 on 或 off。', en: '{name} must be on or off.' },
  'config/not-ports': { zh: '{name} 应是端口号，用逗号隔开。', en: '{name} must be port numbers parted by commas.' },
  'config/not-hosts': {
    zh: '{name} 应是主机名或“主机名:端口”，用逗号隔开。',
    en: '{name} must be hosts, or hosts with a port, parted by commas.',
  },
  'config/not-a-bucket': {
    zh: '{name} 应写作 s3://密钥标识:密钥@主机:端口/存储桶，可加 ?region= 和 &tls=off。',
    en: '{name} must be written s3://key:secret@host:port/bucket, with ?region= and &tls=off where needed.',
  },
  'config/not-a-cas-version': { zh: '{name} 应是 2 或 3。', en: '{name} must be 2 or 3.' },
  'config/not-an-attribute': { zh: '{name} 应是属性名。', en: '{name} must name attributes.' },
  'config/not-a-filter': { zh: '{name} 应是括号括起来的 LDAP 条件。', en: '{name} must be an LDAP filter in brackets.' },
  'config/not-role-rules': {
    zh: '{name} 应写作“组 => 刊物名: editor reviewer”，多条用分号隔开；角色有 editor、reviewer、releaser、administrator。',
    en: '{name} must be written “group => publication: editor reviewer”, rules parted by semicolons; roles are editor, reviewer, releaser, administrator.',
  },
  'config/not-usable': { zh: '{name} 的值不能用。', en: '{name} has a value that cannot be used.' },
  'config/needed-too': { zh: '给了 {others} 就必须同时给出 {name}。', en: '{name} is needed together with {others}.' },
  'database/not-utf8': { zh: '数据库编码是 {encoding}，应为 UTF8。', en: 'The database encoding is {encoding}; it must be UTF8.' },
  'database/blind-locale': {
    zh: '数据库的字符类型是 {locale}，中文检索会失效；请用 C.UTF-8 建库。',
    en: 'The database character type is {locale}, which blinds Chinese search; create it with C.UTF-8.',
  },
  'database/data-dir-in-use': {
    zh: '数据目录 {dir} 正由另一个编印（进程 {pid}）使用。',
    en: 'The data folder {dir} is in use by another Bianyin (process {pid}).',
  },
  'database/newer-schema': {
    zh: '数据库是更新版本的编印建的（第 {number} 步），本版本不能使用。',
    en: 'The database was made by a newer Bianyin (step {number}); this version cannot use it.',
  },
  'database/step-rewritten': {
    zh: '数据库步骤 {step} 执行之后，其文件被改动过。',
    en: 'Step {step} was rewritten after it had been applied.',
  },
  'config/port-in-use': {
    zh: '端口 {port} 已被占用，请用 --port 或 PORT 换一个。',
    en: 'Port {port} is taken; choose another with --port or PORT.',
  },
  'database/none-running': {
    zh: '数据目录 {dir} 没有正在运行的数据库；请先启动编印，或给出 DATABASE_URL。',
    en: 'No database is running in {dir}; start Bianyin first, or give DATABASE_URL.',
  },
  'database/other-version': {
    zh: '数据目录 {dir} 是 PostgreSQL {made} 建的，随附的是 {program}；请先用原版本备份，再恢复到新目录。',
    en: 'The data in {dir} was made by PostgreSQL {made}, and {program} came with this version; back up with the old one and restore.',
  },
  'database/closed-folder': {
    zh: '以 root 启动时数据库降权为用户 {uid}，但它进不去 {path}；请放到该用户能进入的目录，或用普通用户启动。',
    en: 'Started as root, the database runs as user {uid}, who cannot reach {path}; use a folder it can enter, or start as an ordinary user.',
  },
  'backup/no-file': { zh: '没有文件 {path}。', en: 'There is no file {path}.' },
  'backup/damaged': {
    zh: '{path} 不是完整的备份，未作任何改动（{reason}）。',
    en: '{path} is not a whole backup; nothing was changed ({reason}).',
  },
  'backup/not-empty': {
    zh: '这个数据目录里已有数据；备份只能恢复到空的目录或数据库。',
    en: 'There is data here already; a backup is restored only into an empty folder or database.',
  },
  'command/job-state': { zh: '这个任务现在是 {state}，不能这样做。', en: 'This job is {state}; that cannot be done now.' },
  'command/unknown': {
    zh: '没有“{name}”这个命令。用 bianyin --help 看全部命令。',
    en: 'There is no command “{name}”. See bianyin --help.',
  },
  'command/bad-usage': { zh: '命令写法不对：{reason}。用法：{usage}', en: 'Wrong usage: {reason}. Usage: {usage}' },
  'welcome/address': { zh: '编印已启动：{address}', en: 'Bianyin is running: {address}' },
  'welcome/first-sign-in': {
    zh: '首次登录：用户名 {login}，一次性口令 {password}（登录后须更换）',
    en: 'First sign-in: name {login}, one-time password {password} (to be changed at once)',
  },
} satisfies Messages
