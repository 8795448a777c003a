import '@yinuo/web-shared/styles.css'
import { applyTheme } from '@yinuo/web-shared'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

applyTheme()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
