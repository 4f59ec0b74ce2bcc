import type { EntityManager } from 'typeorm';
import { Patient } from '../patient.entity';
import { findableText } from '../search/search-words';

/** What the search finds a patient by, and every record that was merged into this one. */
export async function withMergedText(
  tx: EntityManager,
  patient: Parameters<typeof findableText>[0] & Pick<Patient, 'id'>,
): Promise<string> {
  const merged = await tx.find(Patient, {
    select: { searchText: true },
    where: { mergedInto: patient.id },
    order: { id: 'ASC' },
  });
  return [findableText(patient), ...merged.map(({ searchText }) => searchText)].join('');
}
