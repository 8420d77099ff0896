import { Segmented } from 'antd'
import { useTexts } from '../../lib/language.js'

/** Whose password it is: the desk's own, or that of the unit's directory. */
export type Keeper = 'house' | 'directory'

interface KeeperChoiceProps {
  readonly directory: string
  readonly chosen: Keeper
  readonly onChoose: (keeper: Keeper) => void
}

/** Fetched only where the unit has a directory, so that the door stays light for everyone else. */
export function KeeperChoice({ directory, chosen, onChoose }: KeeperChoiceProps) {
  const { elsewhere } = useTexts()
  return (
    <Segmented<Keeper>
      block
      aria-label={elsewhere.which}
      value={chosen}
      options={[
        { value: 'house', label: elsewhere.house },
        { value: 'directory', label: directory },
      ]}
      onChange={onChoose}
    />
  )
}
