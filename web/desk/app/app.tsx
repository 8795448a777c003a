import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import './app.css'
import { makeQueryClient } from './query-client.ts'
import { makeRouter } from './router.tsx'
import { AntdTheme } from './theme/antd-theme.tsx'

export function App(): ReactElement {
  const [client] = useState(makeQueryClient)
  const [router] = useState(() => makeRouter(client))
  return (
    <QueryClientProvider client={client}>
      <AntdTheme>
        <RouterProvider router={router} />
      </AntdTheme>
    </QueryClientProvider>
  )
}
