import { constants } from 'node:fs'

/**
 * Opens a file for reading without following a link and without waiting: a pipe that nobody writes
 * to would hold the open for ever. Systems that lack a flag (Windows) open without it.
 */
export const READ_IN_PLACE: number =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
