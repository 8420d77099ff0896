/** Before every route. */
export const apiPrefix = '/api/v1'
