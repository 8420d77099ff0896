import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from '../lib/language.js'
import '../ui/desk.css'
import { layTokens } from '../ui/tokens.js'
import { Providers } from './providers.js'

layTokens(document.documentElement)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Providers />
    </LanguageProvider>
  </StrictMode>,
)
