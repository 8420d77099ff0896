import type { Messages } from './message.js'

/** What is said of addresses that were not brought in, each with what to do. */
export const fetchMessages = {
  'fetch/refused': {
    zh: '这个网址不能访问：只接受公网的 http、https 网址。请核对网址，或复制网页内容粘贴。',
    en: 'This address cannot be asked: only public http and https addresses are. Check it, or paste the page.',
  },
  'fetch/off': {
    zh: '本系统没有开放联网采集，请复制网页内容粘贴，或另存为文件后上传。',
    en: 'This house does not go online; paste the page or upload it as a file.',
  },
  'fetch/timeout': {
    zh: '网站没有在规定时间内回答，请稍后重试，或复制网页内容粘贴。',
    en: 'The site did not answer in time; try again or paste the page.',
  },
  'fetch/tls': {
    zh: '网站的安全证书有问题，没有采集；请在浏览器中核对后复制网页内容粘贴。',
    en: 'The certificate of the site is not right; look at it in a browser and paste the page.',
  },
  'fetch/unreachable': {
    zh: '连不上这个网站，请稍后重试，或复制网页内容粘贴。',
    en: 'The site cannot be reached; try again or paste the page.',
  },
  'fetch/blocked': {
    zh: '网站要求人工验证，没有取到正文，请复制网页内容粘贴。',
    en: 'The site tests for a person; please paste the page.',
  },
  'fetch/asked-too-often': {
    zh: '网站说访问太频繁，请稍后重试，或复制网页内容粘贴。',
    en: 'The site says it is asked too often; try later or paste the page.',
  },
  'fetch/status': {
    zh: '网站回答“{status}”，没有取到网页；请核对网址，或复制网页内容粘贴。',
    en: 'The site answered {status}; check the address or paste the page.',
  },
  'fetch/too-large': {
    zh: '网页超过 {limit} MB，没有采集；请复制需要的内容粘贴。',
    en: 'The page is larger than {limit} MB; paste what is needed.',
  },
  'fetch/unsupported-content': {
    zh: '这个网址不是网页，请下载文件后上传，或复制内容粘贴。',
    en: 'This address is no web page; download the file and upload it, or paste the text.',
  },
  'fetch/too-many-redirects': {
    zh: '网址转来转去没有结果，请在浏览器中打开后复制网页内容粘贴。',
    en: 'The address leads round in circles; open it in a browser and paste the page.',
  },
  'fetch/no-article': {
    zh: '网页里没有找到正文（可能要登录，或由脚本显示），请复制网页内容粘贴。',
    en: 'No article was found in the page (it may need a sign-in or a script); please paste the text.',
  },
  'fetch/there-already': {
    zh: '这个网址已经采集过，没有再采集。',
    en: 'This address was collected before and was not collected again.',
  },
  'fetch/failed': {
    zh: '采集失败（编号 {number}），可以重试；再次失败请告知管理员。',
    en: 'Collecting failed (number {number}); try again, then tell the administrator.',
  },
  'fetch/missing': { zh: '没有找到这次采集。', en: 'No such collecting.' },
  'fetch/not-over': { zh: '采集还在进行，请等它结束。', en: 'The collecting is still going on.' },
  'fetch/not-failed': { zh: '采集没有失败，不用重试。', en: 'The collecting has not failed; there is nothing to try again.' },
  'fetch/over': { zh: '采集已经结束。', en: 'The collecting is over.' },
  'fetch/cancelled': { zh: '采集已取消。', en: 'Collecting was cancelled.' },
  'fetch/too-many': {
    zh: '已有 {count} 个网址在采集，请稍后再试。',
    en: '{count} addresses are being collected already; try again shortly.',
  },
  'fetch/no-address': { zh: '稿件没有网址，不能重新采集。', en: 'The article has no address to collect again.' },
} satisfies Messages
