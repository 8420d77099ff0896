/** China keeps one time all year. Source: 1986年国务院令 and IANA tzdata, Asia/Shanghai +08:00 since 1991. */
const OFFSET_MS = 8 * 3_600_000

const two = (value: number): string => String(value).padStart(2, '0')

/** 2024-10-08T01:05:00Z → 2024年10月8日 09:05, the time of Asia/Shanghai. */
export function chinaTime(iso: string): string {
  const [day = '', time = ''] = new Date(Date.parse(iso) + OFFSET_MS).toISOString().split('T')
  const [year = '', month = '', date = ''] = day.split('-')
  const [hour = '', minute = ''] = time.split(':')
  return `${year}年${Number(month)}月${Number(date)}日 ${two(Number(hour))}:${two(Number(minute))}`
}
