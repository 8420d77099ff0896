/** What whoever looks after the house sees of its work. */
export const houseTexts = {
  jobs: '排版任务',
  jobsHint: '全部刊物的任务。失败的看原因，改好后重试。',
  noJobs: '没有这样的任务。',
  which: '看哪些任务',
  open: '未完成和失败的',
  job: '任务',
  state: '状态',
  since: '提出于',
  reason: '进度或原因',
}
