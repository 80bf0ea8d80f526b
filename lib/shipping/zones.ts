/** Where a zone leads: countries ("DE"), regions of them ("US-AK"); neither: the rest of the world. */
export type Zone = { id: string; countries: readonly string[]; regions: readonly string[] };

type Place = { country: string; region: string };

/**
 * The zones that an address is in. Who names its region comes before who names its country, and both before
 * the rest of the world: so Alaska can cost more than the states around it. Pure.
 */
export function zonesOf(zones: readonly Zone[], { country, region }: Place): Set<string> {
  const place = `${country}-${region.trim().toUpperCase()}`;
  const byRegion = zones.filter(({ regions }) => regions.includes(place));
  const byCountry = zones.filter(({ countries }) => countries.includes(country));
  const others = zones.filter(({ countries, regions }) => countries.length + regions.length === 0);
  const nearest = [byRegion, byCountry, others].find(({ length }) => length > 0) ?? [];
  return new Set(nearest.map(({ id }) => id));
}
