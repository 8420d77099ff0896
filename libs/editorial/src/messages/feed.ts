import type { Messages } from './message.js'

/** What is said of feeds and watched pages, each with what to do. */
export const feedMessages = {
  'feed/missing': { zh: '没有找到这个订阅源。', en: 'No such feed.' },
  'feed/find-missing': { zh: '没有找到其中的某条线索，请刷新后再选。', en: 'One of these finds is gone; please read the list again.' },
  'feed/too-many': { zh: '一个刊物最多 {limit} 个订阅源。', en: 'A publication takes {limit} feeds.' },
  'feed/watched-already': { zh: '这个网址已经在订阅列表中。', en: 'This address is watched already.' },
  'feed/silent': {
    zh: '很久没有新内容，比平时间隔长得多；请打开网站看看是否停更或换了地址。',
    en: 'Nothing new for much longer than usual; see whether the site has stopped or moved.',
  },
  'feed/changed': {
    zh: '网页还在，但读不出列表，可能改版了；请核对网址，或重新设置列表位置。',
    en: 'The page is there but lists nothing that can be read; check its address or say where the list stands.',
  },
  'feed/barred': {
    zh: '网站的 robots.txt 不允许自动访问，请人工查看。',
    en: 'The robots.txt of the site asks robots to stay away; please look at it by hand.',
  },
  'feed/failed': {
    zh: '读取失败（编号 {number}），到时会再试；一直失败请告知管理员。',
    en: 'It could not be read (number {number}) and will be tried again; tell the administrator if it goes on.',
  },
} satisfies Messages
