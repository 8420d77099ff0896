import type { Roster } from '#lib/editorial'

/** A roster to begin with: renamed bodies and meetings are public facts, persons and documents are invented and show how lines are written. */
export const SAMPLE_ROSTER: Roster = [
  {
    kind: 'body',
    name: '国家金融监督管理总局',
    formerly: '中国银行保险监督管理委员会',
    from: '2023-05-18',
    note: '2023年机构改革',
  },
  { kind: 'body', name: '国家金融监督管理总局', formerly: '银保监会', from: '2023-05-18', note: '2023年机构改革' },
  { kind: 'body', name: '国家卫生健康委员会', formerly: '国家卫生和计划生育委员会', from: '2018-03-27', note: '2018年机构改革' },
  { kind: 'body', name: '国家市场监督管理总局', formerly: '国家工商行政管理总局', from: '2018-04-10', note: '2018年机构改革' },
  { kind: 'body', name: '文化和旅游部', formerly: '国家旅游局', from: '2018-04-08', note: '2018年机构改革' },
  { kind: 'meeting', name: '中国共产党第二十次全国代表大会', others: ['党的二十大'], from: '2022-10-16', to: '2022-10-22', note: '北京' },
  { kind: 'meeting', name: '党的二十届三中全会', others: ['二十届三中全会'], from: '2024-07-15', to: '2024-07-18', note: '北京' },
  { kind: 'meeting', name: '全国教育大会', others: [], from: '2024-09-09', to: '2024-09-10', note: '北京' },
  { kind: 'phrase', name: '立德树人根本任务', wrong: ['立德育人根本任务', '立德树人根本任物'], note: '' },
  { kind: 'phrase', name: '教育、科技、人才', wrong: ['教育科技、人才', '科技、教育、人才'], note: '教育科技人才一体推进的顺序' },
  { kind: 'person', name: '沈予安', office: '云岭大学校长', from: '2021-03', to: '2024-06', note: '示例，人名为虚构' },
  { kind: 'person', name: '顾望舒', office: '云岭大学校长', from: '2024-07', to: null, note: '示例，人名为虚构' },
  {
    kind: 'document',
    name: '江州省高等教育课程建设三年行动方案',
    number: '江教高〔2025〕3号',
    date: '2025-02-20',
    note: '示例，文件为虚构',
  },
  { kind: 'source', name: '教育部网站', others: ['教育部官网', '中华人民共和国教育部网站', '教育部门户网站'], note: '' },
  { kind: 'source', name: '新华社', others: ['新华网', '新华通讯社'], note: '按本刊习惯修改' },
]
