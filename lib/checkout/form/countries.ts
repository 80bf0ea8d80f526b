/**
 * What an address needs in each country that we send to. Shared with the browser, so it stays a small
 * table: the fields' names there, how a postal code is built, and the regions where a list is expected.
 */
export type CityLabel = "townOrCity" | "city" | "suburb" | "district" | "cityAndWard";
export type PostalLabel = "postalCode" | "postcode" | "zipCode" | "eircode";
export type RegionLabel = "state" | "province" | "county" | "prefecture";

export type AddressFormat = {
  cityLabel: CityLabel;
  postal: {
    label: PostalLabel;
    example: string;
    /** Matches the code without spaces and hyphens; its groups are joined with `joint`. */
    pattern: RegExp;
    joint: string;
  } | null;
  region: {
    label: RegionLabel;
    required: boolean;
    options: readonly (readonly [string, string])[];
  } | null;
  /** The address is written from the country down to the door: the town comes before the street. */
  townFirst?: true;
  /** The order in which people of the country write the town's fields. */
  order: readonly ("postalCode" | "city" | "region")[];
};

const list = (text: string) =>
  text.split("|").map((entry): readonly [string, string] => {
    const [code = "", name = code] = entry.split("=");
    return [code, name];
  });

const states = list(
  "AL=Alabama|AK=Alaska|AZ=Arizona|AR=Arkansas|CA=California|CO=Colorado|CT=Connecticut|DE=Delaware|DC=District of Columbia|FL=Florida|GA=Georgia|HI=Hawaii|ID=Idaho|IL=Illinois|IN=Indiana|IA=Iowa|KS=Kansas|KY=Kentucky|LA=Louisiana|ME=Maine|MD=Maryland|MA=Massachusetts|MI=Michigan|MN=Minnesota|MS=Mississippi|MO=Missouri|MT=Montana|NE=Nebraska|NV=Nevada|NH=New Hampshire|NJ=New Jersey|NM=New Mexico|NY=New York|NC=North Carolina|ND=North Dakota|OH=Ohio|OK=Oklahoma|OR=Oregon|PA=Pennsylvania|PR=Puerto Rico|RI=Rhode Island|SC=South Carolina|SD=South Dakota|TN=Tennessee|TX=Texas|UT=Utah|VT=Vermont|VA=Virginia|WA=Washington|WV=West Virginia|WI=Wisconsin|WY=Wyoming",
);
const provinces = list(
  "AB=Alberta|BC=British Columbia|MB=Manitoba|NB=New Brunswick|NL=Newfoundland and Labrador|NS=Nova Scotia|NT=Northwest Territories|NU=Nunavut|ON=Ontario|PE=Prince Edward Island|QC=Quebec|SK=Saskatchewan|YT=Yukon",
);
const australianStates = list(
  "ACT=Australian Capital Territory|NSW=New South Wales|NT=Northern Territory|QLD=Queensland|SA=South Australia|TAS=Tasmania|VIC=Victoria|WA=Western Australia",
);
const brazilianStates = list(
  "AC=Acre|AL=Alagoas|AP=Amapá|AM=Amazonas|BA=Bahia|CE=Ceará|DF=Distrito Federal|ES=Espírito Santo|GO=Goiás|MA=Maranhão|MT=Mato Grosso|MS=Mato Grosso do Sul|MG=Minas Gerais|PA=Pará|PB=Paraíba|PR=Paraná|PE=Pernambuco|PI=Piauí|RJ=Rio de Janeiro|RN=Rio Grande do Norte|RS=Rio Grande do Sul|RO=Rondônia|RR=Roraima|SC=Santa Catarina|SP=São Paulo|SE=Sergipe|TO=Tocantins",
);
const mexicanStates = list(
  "AGS=Aguascalientes|BC=Baja California|BCS=Baja California Sur|CAMP=Campeche|CHIS=Chiapas|CHIH=Chihuahua|CDMX=Ciudad de México|COAH=Coahuila|COL=Colima|DGO=Durango|MEX=Estado de México|GTO=Guanajuato|GRO=Guerrero|HGO=Hidalgo|JAL=Jalisco|MICH=Michoacán|MOR=Morelos|NAY=Nayarit|NL=Nuevo León|OAX=Oaxaca|PUE=Puebla|QRO=Querétaro|QROO=Quintana Roo|SLP=San Luis Potosí|SIN=Sinaloa|SON=Sonora|TAB=Tabasco|TAMPS=Tamaulipas|TLAX=Tlaxcala|VER=Veracruz|YUC=Yucatán|ZAC=Zacatecas",
);
const prefectures = list(
  "Hokkaido|Aomori|Iwate|Miyagi|Akita|Yamagata|Fukushima|Ibaraki|Tochigi|Gunma|Saitama|Chiba|Tokyo|Kanagawa|Niigata|Toyama|Ishikawa|Fukui|Yamanashi|Nagano|Gifu|Shizuoka|Aichi|Mie|Shiga|Kyoto|Osaka|Hyogo|Nara|Wakayama|Tottori|Shimane|Okayama|Hiroshima|Yamaguchi|Tokushima|Kagawa|Ehime|Kochi|Fukuoka|Saga|Nagasaki|Kumamoto|Oita|Miyazaki|Kagoshima|Okinawa",
);

function postal(pattern: RegExp, example: string, joint = "", label: PostalLabel = "postalCode") {
  return { label, example, pattern, joint };
}

const digits4 = /^(\d{4})$/;
const digits5 = /^(\d{5})$/;
const digits6 = /^(\d{6})$/;
const threeAndTwo = /^(\d{3})(\d{2})$/;

/** Postal code, then town: most of the world. */
function plain(code: AddressFormat["postal"], cityLabel: CityLabel = "townOrCity"): AddressFormat {
  return { cityLabel, postal: code, region: null, order: ["postalCode", "city"] };
}

const formats: Readonly<Record<string, AddressFormat>> = {
  AT: plain(postal(digits4, "1010")),
  AU: {
    cityLabel: "suburb",
    postal: postal(digits4, "2000", "", "postcode"),
    region: { label: "state", required: true, options: australianStates },
    order: ["city", "region", "postalCode"],
  },
  BE: plain(postal(digits4, "1000")),
  BG: plain(postal(digits4, "1000")),
  BR: {
    cityLabel: "city",
    postal: postal(/^(\d{5})(\d{3})$/, "01310-100", "-"),
    region: { label: "state", required: true, options: brazilianStates },
    order: ["city", "region", "postalCode"],
  },
  CA: {
    cityLabel: "city",
    postal: postal(/^([ABCEGHJ-NPRSTVXY]\d[A-Z])(\d[A-Z]\d)$/, "K1A 0B1", " "),
    region: { label: "province", required: true, options: provinces },
    order: ["city", "region", "postalCode"],
  },
  CH: plain(postal(digits4, "8001")),
  CY: plain(postal(digits4, "1010")),
  CZ: plain(postal(threeAndTwo, "110 00", " ")),
  DE: plain(postal(digits5, "10115")),
  DK: plain(postal(digits4, "1050")),
  EE: plain(postal(digits5, "10111")),
  ES: {
    ...plain(postal(digits5, "28001")),
    region: { label: "province", required: false, options: [] },
    order: ["postalCode", "city", "region"],
  },
  FI: plain(postal(digits5, "00100")),
  FR: plain(postal(digits5, "75001")),
  GB: {
    cityLabel: "townOrCity",
    postal: postal(/^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[A-Z]{2})$/, "SW1A 1AA", " ", "postcode"),
    region: null,
    order: ["city", "postalCode"],
  },
  GR: plain(postal(threeAndTwo, "105 52", " ")),
  HK: {
    cityLabel: "district",
    postal: null,
    region: null,
    order: ["city"],
  },
  HR: plain(postal(digits5, "10000")),
  HU: plain(postal(digits4, "1051")),
  IE: {
    cityLabel: "townOrCity",
    postal: postal(/^([AC-FHKNPRTV-Y]\d[\dW])([\dAC-FHKNPRTV-Y]{4})$/, "D02 AF30", " ", "eircode"),
    region: { label: "county", required: false, options: [] },
    order: ["city", "region", "postalCode"],
  },
  IS: plain(postal(/^(\d{3})$/, "101")),
  IT: {
    ...plain(postal(digits5, "00144")),
    region: { label: "province", required: false, options: [] },
    order: ["postalCode", "city", "region"],
  },
  JP: {
    cityLabel: "cityAndWard",
    postal: postal(/^(\d{3})(\d{4})$/, "100-0001", "-"),
    region: { label: "prefecture", required: true, options: prefectures },
    order: ["postalCode", "region", "city"],
    townFirst: true,
  },
  KR: plain(postal(digits5, "04524")),
  KW: plain(postal(digits5, "13001")),
  LT: plain(postal(digits5, "01100")),
  LU: plain(postal(digits4, "1111")),
  LV: plain(postal(digits4, "1010")),
  MT: plain(postal(/^([A-Z]{3})(\d{4})$/, "VLT 1010", " ")),
  MX: {
    cityLabel: "city",
    postal: postal(digits5, "06600"),
    region: { label: "state", required: true, options: mexicanStates },
    order: ["postalCode", "city", "region"],
  },
  NL: plain(postal(/^(\d{4})([A-Z]{2})$/, "1012 AB", " ")),
  NO: plain(postal(digits4, "0150")),
  NZ: {
    cityLabel: "townOrCity",
    postal: postal(digits4, "6011", "", "postcode"),
    region: null,
    order: ["city", "postalCode"],
  },
  PL: plain(postal(/^(\d{2})(\d{3})$/, "00-950", "-")),
  PT: plain(postal(/^(\d{4})(\d{3})$/, "1000-205", "-")),
  RO: plain(postal(digits6, "010011")),
  SE: plain(postal(threeAndTwo, "111 22", " ")),
  SG: plain(postal(digits6, "018956"), "city"),
  SI: plain(postal(digits4, "1000")),
  SK: plain(postal(threeAndTwo, "811 01", " ")),
  US: {
    cityLabel: "city",
    postal: postal(/^(\d{5})(\d{4})?$/, "94107", "-", "zipCode"),
    region: { label: "state", required: true, options: states },
    order: ["city", "region", "postalCode"],
  },
};

export const countryCodes: readonly string[] = Object.keys(formats);

const fallback = plain(null);

export function addressFormat(country: string): AddressFormat {
  return formats[country] ?? fallback;
}

/**
 * The code as the country writes it ("sw1a1aa" → "SW1A 1AA", "１０００００１" → "100-0001"), or null
 * when it is no postal code there.
 */
export function normalPostalCode(country: string, typed: string): string | null {
  const { postal: rule } = addressFormat(country);
  if (rule === null) return typed.trim();
  const compact = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}−]/gu, "");
  const groups = rule.pattern.exec(compact)?.slice(1).filter(Boolean);
  return groups === undefined ? null : groups.join(rule.joint);
}
