/** A PostgreSQL URL that node-postgres and libpq both understand; a socket directory goes percent-encoded as host. */
export function connectionUrl(target: {
  user: string
  password: string
  host: string
  port: number
  database: string
}): string {
  const { user, password, host, port, database } = target
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  return `postgresql://${login}@${encodeURIComponent(host)}:${port}/${encodeURIComponent(database)}`
}

/** The same server and login, another database. */
export function urlForDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

/** The same server and database, another login. */
export function urlForUser(url: string, user: string, password: string): string {
  const changed = new URL(url)
  if (changed.host === '') {
    // postgresql:///db?host=/socket has no place for a login before the host.
    changed.searchParams.set('user', user)
    changed.searchParams.set('password', password)
  } else {
    changed.username = encodeURIComponent(user)
    changed.password = encodeURIComponent(password)
  }
  return changed.href
}
