/** What Postgres lists the connections of this process under. */
export const applicationName = `waqai ${process.pid}`
