import fc from 'fast-check'

// The same cases on every machine: what fails in one run fails in the next, and what passed still passes.
fc.configureGlobal({ seed: 20170730 })
