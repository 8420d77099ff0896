import { type Actor, canInHouse, forbidden, type HouseAct } from '#lib/editorial'
import { Policy } from '../platform/guard/policy.js'

/** Refuses what belongs to the house administrator alone. */
export function admitToHouse(actor: Actor, act: HouseAct): void {
  if (!canInHouse(actor, act)) throw forbidden('people/not-allowed')
}

/** Open to whoever may do this in the house. */
export const InHouse = (act: HouseAct) => Policy((actor) => admitToHouse(actor, act))

/** Open to whoever looks after the house or administers any publication: they choose members by name. */
export const ChoosesPeople = () =>
  Policy((actor) => {
    if (!actor.houseAdministrator && !Object.values(actor.roles).some((roles) => roles.includes('administrator')))
      throw forbidden('people/not-allowed')
  })
