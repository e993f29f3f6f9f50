/** Invented, all of them. */
export const BRANDS: readonly string[] = (
  'Nordvik Aldercove Halden&Sons Brightmoor Kestrel Maplehurst Tidewater Oakline Fenwick Lumen Solvang Harrow ' +
  'Pinecrest Verano Castellan Driftwood Ember Juniper Larkspur Mirador Northfold Orchard Pebble Quill Rookery ' +
  'Saltbox Thistle Umbra Valemont Wrenfield Yarrow Zephyr Ashgrove Bellwether Cinder Dovetail Elmstead Foxglove ' +
  'Gable Hearthside Ironwood Jasper Kindling Lowland Meridian Nettle Overlook Parsons'
)
  .split(' ')
  .map((name) => name.replace('&', ' & '));
