import type { feedTexts as chinese } from '../zh/feed.js'

export const feedTexts: typeof chinese = {
  title: 'Feeds',
  lead: 'Feeds (RSS, Atom, JSON) or pages that list articles: looked at on time; what is new waits among the articles for an editor to decide.',
  add: 'Add a feed',
  none: 'No feeds yet.',
  name: 'Name',
  address: 'Address',
  addressHint: 'A feed, or a page that lists articles; the first visit finds out which',
  every: 'How often',
  interval: (minutes) =>
    minutes < 60
      ? `every ${minutes} minutes`
      : minutes === 60
        ? 'every hour'
        : minutes < 1440
          ? `every ${minutes / 60} hours`
          : minutes === 1440
            ? 'every day'
            : 'every week',
  waiting: 'Waiting',
  asked: 'Last looked at',
  paused: 'Paused',
  healths: {
    new: 'Not yet visited',
    good: 'Good',
    silent: 'Silent',
    changed: 'Page has changed',
    failing: 'Cannot be had',
    barred: 'Asks us to stay away',
  },
  visit: 'Look now',
  visiting: 'On its way; the result follows.',
  pause: 'Pause',
  goOn: 'Go on',
  remove: 'Delete',
  removeAsk: (name) => `Delete the feed “${name}”? Articles already collected stay.`,
  rules: 'Columns suggested for titles with these words',
  ruleWords: (at) => `Words of rule ${at}`,
  wordsHint: 'Words with blanks between them',
  ruleColumn: (at) => `Column of rule ${at}`,
  column: 'Column',
  dropRule: (at) => `Remove rule ${at}`,
  addRule: 'Add a rule',
  finds: 'New',
  findsCount: (count) => `New: ${count}`,
  suggests: (column) => `Suggested: ${column}`,
  keep: 'Collect',
  pass: 'Pass over',
  passAll: 'Pass over all',
}
