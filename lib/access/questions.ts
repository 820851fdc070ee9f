import type { Viewer } from './viewer'

/** May the viewer log incidents, and change or delete those that are there? */
export const mayRecord = (viewer: Viewer): boolean => viewer.kind === 'owner'
