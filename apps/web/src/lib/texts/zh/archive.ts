/** 往期: what was released. */
export const archiveTexts = {
  title: '往期',
  year: (year: number) => `${year}年`,
  unknownYear: '未编号',
  empty: '还没有发布过。',
  files: '文件',
  import: '导入往期',
}
