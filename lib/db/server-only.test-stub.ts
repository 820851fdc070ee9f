// `server-only` throws outside Next's server bundle; under vitest this empty module stands in its place.
export {}
