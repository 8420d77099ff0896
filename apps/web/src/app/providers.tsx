import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import englishWords from 'antd/es/locale/en_US.js'
import chineseWords from 'antd/es/locale/zh_CN.js'
import { RouterProvider } from 'react-router/dom'
import { useSpoken } from '../lib/language.js'
import { queryClient } from '../lib/query-client.js'
import { router } from './router.js'
import { theme } from './theme.js'

/** Everything the screens stand in: the component library in our ink and language, the store of answers, the addresses. */
export function Providers() {
  const { language } = useSpoken()
  return (
    <ConfigProvider locale={language === 'zh' ? chineseWords : englishWords} theme={theme} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
