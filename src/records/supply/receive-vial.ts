import type { EntityManager } from 'typeorm';
import { StockVial } from './stock-vial.entity';
import { VialMovement } from './vial-movement.entity';

/** A vial comes full: its content is its first movement. */
export async function receiveVial(
  tx: EntityManager,
  {
    units,
    movedBy,
    ...vial
  }: Pick<StockVial, 'id' | 'lotId' | 'serial'> & { readonly units: number; readonly movedBy: string },
): Promise<void> {
  await tx.insert(StockVial, { ...vial, version: 1 });
  await tx.insert(VialMovement, {
    vialId: vial.id,
    fromAccount: 'supply',
    toAccount: 'vial',
    units,
    movedBy,
  });
}
