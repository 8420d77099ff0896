import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { FarProvider, ProviderList } from '#lib/editorial'
import { beginErrand } from '../../lib/api/session.js'
import { useTexts } from '../../lib/language.js'
import { useSay } from '../../ui/say.js'
import styles from './session.module.css'

interface ProviderButtonsProps {
  readonly offered: ProviderList['items']
  readonly to: string
}

/** A button for each site one can sign in on and come back from; none where none is set up. */
export function ProviderButtons({ offered, to }: ProviderButtonsProps) {
  const { elsewhere } = useTexts()
  const say = useSay()
  const leave = useMutation({
    mutationFn: (provider: FarProvider) => beginErrand(provider, to),
    onSuccess: ({ address }) => location.assign(address),
    onError: say.problem,
  })
  const far = offered.flatMap(({ provider, name }) => (provider === 'ldap' ? [] : [{ provider, name: name ?? elsewhere.names[provider] }]))
  if (far.length === 0) return null
  return (
    <>
      <p className={styles.or}>{elsewhere.or}</p>
      {far.map(({ provider, name }) => (
        <Button key={provider} block disabled={leave.isPending || leave.isSuccess} onClick={() => leave.mutate(provider)}>
          {elsewhere.enter(name)}
        </Button>
      ))}
    </>
  )
}
