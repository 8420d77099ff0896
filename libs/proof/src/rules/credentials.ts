import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const SECRET = /(?:密\s*码|口令|验证码|激活码|pass\s?word|passwd|pwd)\s*(?:为|是|均为|统一为|[：:=])\s*[“"]?[!-~]{4,40}/gi
const LOGIN = /(?:账\s*号|帐\s*号|账户名?|用户名|登录名|user\s?name|login)\s*(?:为|是|均为|[：:=])\s*[“"]?[A-Za-z0-9][\w.@-]{2,40}/gi
const KEY = /\b(?:sk|ak|api[_-]?key|secret|token)[_-]?[=:：]\s*[A-Za-z0-9_-]{12,}|\bsk-[A-Za-z0-9]{16,}|\bAKIA[A-Z0-9]{16}\b/g
const IDENTITY = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g

/** Accounts with passwords, keys and identity numbers are never printed. Not: an account where money is paid in. */
export const credentials: PassageRule = {
  kind: 'passage',
  id: 'credentials',
  family: 'safety',
  severity: 'block',
  source: '《个人信息保护法》第二十八条；House：账号、密码不得刊印',
  check: ({ text }) => {
    const secrets = findAll(text, SECRET, () => null)
    const logins = secrets.length === 0 ? [] : findAll(text, LOGIN, () => null)
    return [
      ...secrets,
      ...logins,
      ...findAll(text, KEY, () => null),
      ...findAll(text, IDENTITY, (found) => (isIdentity(found[0]) ? null : undefined)),
    ]
  },
  fires: [
    '测试⟨账号：test01⟩，⟨密码：Abc12345⟩。',
    '初始⟨密码为123456⟩，请及时修改。',
    '联系人身份证号⟨11010519491231002X⟩。',
    '⟨api_key: a1b2c3d4e5f6g7h8⟩',
  ],
  silent: [
    '请妥善保管账号和密码。',
    '忘记密码的，可以到服务台重置。',
    '开户账号：6222020200112233445，开户行：江州银行。',
    '密码学是信息安全的基础。',
    '统一社会信用代码12370000MB28595059。',
  ],
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Source: GB 11643-1999, check digit by ISO 7064 MOD 11-2. */
function isIdentity(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}
