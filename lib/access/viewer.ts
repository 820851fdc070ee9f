/**
 * Who asks. Passed to every operation from the first day, so that accounts add kinds here and nothing elsewhere.
 * Until accounts come, whoever reaches the loopback address is the owner.
 */
export type Viewer = { kind: 'owner'; name: string }

export const owner: Viewer = { kind: 'owner', name: 'owner' }
