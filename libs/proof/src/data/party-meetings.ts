/** Congresses and plenary sessions with the day they ended: public record. A paper that names one as the latest was written before the next. */
export interface Meeting {
  readonly name: string
  readonly pattern: RegExp
  /** ISO. */
  readonly ended: string
  readonly isCongress: boolean
}

const congress = (name: string, ended: string): Meeting => ({
  name: `党的${name}`,
  pattern: new RegExp(`党的${name}`, 'g'),
  ended,
  isCongress: true,
})

/** 二中、三中、四中全会 may follow one 十九届. */
const plenum = (congressName: string, number: string, ended: string): Meeting => ({
  name: `${congressName}${number}全会`,
  pattern: new RegExp(`${congressName}(?:[一二三四五六七]中、)*${number}(?=、|全会)`, 'g'),
  ended,
  isCongress: false,
})

export const MEETINGS: readonly Meeting[] = [
  congress('十八大', '2012-11-14'),
  plenum('十八届', '三中', '2013-11-12'),
  plenum('十八届', '四中', '2014-10-23'),
  plenum('十八届', '五中', '2015-10-29'),
  plenum('十八届', '六中', '2016-10-27'),
  congress('十九大', '2017-10-24'),
  plenum('十九届', '二中', '2018-01-19'),
  plenum('十九届', '三中', '2018-02-28'),
  plenum('十九届', '四中', '2019-10-31'),
  plenum('十九届', '五中', '2020-10-29'),
  plenum('十九届', '六中', '2021-11-11'),
  congress('二十大', '2022-10-22'),
  plenum('二十届', '二中', '2023-02-28'),
  plenum('二十届', '三中', '2024-07-18'),
  plenum('二十届', '四中', '2025-10-23'),
]
