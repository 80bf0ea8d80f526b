export type Violation = { invariant: number; message: string };
export async function checkInvariants(): Promise<Violation[]> {
  return [];
}
