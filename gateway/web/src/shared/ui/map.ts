interface Place {
  addressLine: string;
  postalCode: string;
  city: string;
}

/** An address that a phone opens in its map, and a desktop in a map of the web. */
export function mapAddress(place: Place): string {
  const query = encodeURIComponent(`${place.addressLine}, ${place.postalCode} ${place.city}`);
  if (navigator.userAgent.includes('Android')) {
    return `geo:0,0?q=${query}`;
  }
  return /iPhone|iPad/.test(navigator.userAgent)
    ? `https://maps.apple.com/?q=${query}`
    : `https://www.openstreetmap.org/search?query=${query}`;
}
