import { type Language, messageText } from '#lib/editorial'
import type { ProblemPlace } from './edge-refusal.js'

/** RFC 9457, with our code, the request's id and the places that do not fit. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly requestId: string
  readonly errors: readonly ProblemPlace[]
}

const titles: Readonly<Record<number, { readonly zh: string; readonly en: string }>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '需要登录', en: 'Sign-in needed' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  405: { zh: '方式不符', en: 'Method not allowed' },
  409: { zh: '与现状冲突', en: 'Conflict' },
  410: { zh: '已经撤下', en: 'Gone' },
  412: { zh: '版本已变', en: 'Stale version' },
  413: { zh: '内容太大', en: 'Too large' },
  415: { zh: '类型不符', en: 'Unsupported media type' },
  416: { zh: '范围不符', en: 'Range not satisfiable' },
  422: { zh: '内容不合要求', en: 'Content does not fit' },
  428: { zh: '缺少版本', en: 'Version needed' },
  429: { zh: '请求太频繁', en: 'Too many requests' },
  431: { zh: '请求头太大', en: 'Headers too large' },
  500: { zh: '系统出错', en: 'Fault' },
  503: { zh: '暂时不可用', en: 'Unavailable' },
  507: { zh: '空间不足', en: 'Storage full' },
}

export interface ProblemParts {
  readonly status: number
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly requestId: string
  readonly language: Language
  readonly errors?: readonly ProblemPlace[]
}

export function problemOf({ status, code, params, requestId, language, errors = [] }: ProblemParts): Problem {
  return {
    type: `/problems/${code.startsWith('http/') ? code.slice(5) : code}`,
    title: titles[status]?.[language] ?? String(status),
    status,
    detail: messageText(code, params, language),
    code,
    requestId,
    errors,
  }
}

/** Chinese unless the reader asks for English before it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => /^(zh|en)\b/.test(part))
  return first?.startsWith('en') === true ? 'en' : 'zh'
}
