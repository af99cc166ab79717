interface Place {
  addressLine: string;
  postalCode: string;
  city: string;
}

/** An address that a phone opens in its map, and a desktop in a map of the web. */
export function mapAddress(place: Place): string {
  const query = encodeURIComponent(`${place.addressLine}, ${place.postalCode} ${place.city}`);
  return /iPhone|iPad|Android/.test(navigator.userAgent)
    ? `geo:0,0?q=${query}`
    : `https://www.openstreetmap.org/search?query=${query}`;
}
