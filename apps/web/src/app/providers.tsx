import { LoadingOutlined } from '@ant-design/icons'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import englishWords from 'antd/es/locale/en_US.js'
import chineseWords from 'antd/es/locale/zh_CN.js'
import { RouterProvider } from 'react-router/dom'
import { useSpoken } from '../lib/language.js'
import { queryClient } from '../lib/query-client.js'
import { router } from './router.js'
import { theme } from './theme.js'

/** A busy button keeps its name: the library's own sign adds an English word to it, and stays in the page when its way out is interrupted. */
const button = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> }

/** Everything the screens stand in: the component library in our ink and language, the store of answers, the addresses. */
export function Providers() {
  const { language } = useSpoken()
  return (
    <ConfigProvider locale={language === 'zh' ? chineseWords : englishWords} theme={theme} button={button}>
      <App component={false} message={{ maxCount: 1 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
