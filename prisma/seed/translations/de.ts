import type { TranslationSeed } from "./types";

export const de: TranslationSeed = {
  categories: {
    table: {
      name: "Tisch",
      description: [
        "Steinzeug und Emaille für Leute, die im Mantel draußen essen.",
        "Teller, die sich auf einer vollen Anrichte stapeln, Becher, die einen Kiesstrand überleben. Alles hier ist dafür gemacht, zweimal am Tag benutzt und vom Nächstbesten abgewaschen zu werden.",
      ],
    },
    galley: {
      name: "Kombüse",
      description: [
        "Küchengerät, das nichts beweisen muss.",
        "In eine Kombüse passt von allem nur eines, also muss jedes stimmen. Das hier blieb nach Jahren des Probierens an unseren Haken hängen.",
      ],
    },
    weather: {
      name: "Wetter",
      description: [
        "Für draußen, wenn drinnen bequemer wäre.",
        "Wolle, gewachstes Segeltuch und heiße Flaschen: Sachen für den Strand im Februar, die späte Fähre und die zehn Minuten nach dem kalten Bad.",
      ],
    },
    "lamp-room": {
      name: "Lampenraum",
      description: [
        "Licht und Wärme für lange Abende.",
        "Im Lampenraum stutzten die Wärter Dochte und putzten Messing. In unserem gibt es Laternen, Bienenwachs und eine sehr gute Decke.",
      ],
    },
    "chart-room": {
      name: "Kartenraum",
      description: [
        "Papier, Stifte und Instrumente.",
        "Um Logbuch zu führen, einen Plan zu zeichnen oder vom Regen zu wissen, bevor er da ist. Gutes Papier, ehrliches Messing, Stifte, die sich gut spitzen lassen.",
      ],
    },
  },
  products: {
    "quay-mug": {
      subtitle: "Emaillebecher, 350 ml",
      description: [
        "Der Becher, der an unserer eigenen Hintertür hängt. Zwei Schichten Emaille auf Stahl, bei 820 °C gebrannt, mit einem gerollten Rand, der sich dick und warm anfühlt. Er wiegt fast nichts, kommt direkt auf den Campingkocher, und wenn er auf die Rampe fällt, platzt etwas ab, statt dass er zerbricht. Wir finden, das steht ihm.",
        "Es passt ordentlich etwas hinein: genug für Suppe, nicht so viel, dass das letzte Drittel kalt wird. In den Henkel passen drei Finger im Wollhandschuh, denn so haben wir gemessen.",
      ],
      details: [
        "Emaille auf 0,8 mm Stahl, Rand aus Edelstahl",
        "9 cm breit, 8,5 cm hoch; randvoll 350 ml",
        "Jeder Herd, Backofen bis 250 °C; nicht für die Mikrowelle",
        "Spülmaschine. Einweichen, nicht scheuern",
      ],
    },
    "slipway-bowl": {
      subtitle: "Steinzeugschale in drei Größen",
      description: [
        "Aus gesprenkeltem grauem Ton gedreht und einmal schräg eingetaucht, sodass die Glasur an einer Seite wie eine Flutmarke hochläuft. Keine Linie gleicht der anderen. Der Fuß ist roh und glatt geschliffen und zerkratzt keinen Tisch.",
        "Klein ist für Oliven und Autoschlüssel. Mittel ist Haferbrei. Groß ist Salat für vier oder Brotteig über Nacht unter einem Tuch. Sie passen ineinander.",
      ],
      details: [
        "Gesprenkeltes Steinzeug, bleifreie Zinnglasur",
        "Klein 12 × 5 cm, Mittel 16 × 7 cm, Groß 24 × 10 cm",
        "Spülmaschine, Mikrowelle, Backofen bis 200 °C",
        "Von Hand gedreht; die Maße schwanken um einen halben Zentimeter",
      ],
    },
    "longshore-plate": {
      subtitle: "Essteller aus Steinzeug, 27 cm",
      description: [
        "Ein Essteller mit Wand statt Rand: zwei Zentimeter, senkrecht, damit nichts entkommt, wenn du das Abendessen hinunter ans Wasser trägst. Viel ebene Fläche für Fisch und tief genug für alles mit Soße.",
        "Zwölf davon sind gestapelt so hoch wie ein Laib Brot. Wir haben nachgemessen, denn unser Schrank ist auch klein.",
      ],
      details: [
        "Steinzeug, innen matt glasiert, außen roher Ton",
        "27 cm Durchmesser, 2 cm hoch",
        "Spülmaschine, Mikrowelle, Backofen bis 200 °C",
        "Ein Teller",
      ],
    },
    "tern-jug": {
      subtitle: "Krug aus Steinzeug, 900 ml",
      description: [
        "Nach der Seeschwalbe benannt, und nicht nur wegen des Schnabels. Die Tülle ist von Hand lang und dünn gezogen und schneidet den letzten Tropfen sauber ab: kein Tropfen, kein Lappen, kein Ring auf dem Tisch. Unser Töpfer brauchte dafür fast einen Winter.",
        "Morgens Milch, mittags Wasser und Wein, wenn es so weit kommt. Außerdem fasst er genau einen Strauß Strandflieder.",
      ],
      details: [
        "Steinzeug, innen und außen glänzend glasiert",
        "23 cm hoch, 13 cm mit Tülle; fasst 900 ml",
        "Spülmaschine; nicht für den Herd",
        "Tülle von Hand gezogen",
      ],
    },
    "galley-kettle": {
      subtitle: "Emaillekessel für den Herd, 1,6 l",
      description: [
        "Ein niedriger, breiter Kessel, der auf einem schwankenden Herd gut steht. Der Boden ist drei Millimeter dick und bedeckt die ganze Platte, also kocht er früher, als er aussieht, und die Pfeife gibt einen klaren Ton statt eines Schreis.",
        "Der Griff ist ein Stück Esche, unter Dampf zum Bogen gebogen, und bleibt kühl. Öle ihn zweimal im Jahr, oder lass es; grau und schön wird er so oder so.",
      ],
      details: [
        "Emaille auf Stahl, dampfgebogene Esche, Messingknopf",
        "22 cm breit, 21 cm hoch mit Griff; 1,6 l bis zur Marke",
        "Gas, Elektro und Induktion",
        "Nach Gebrauch leeren; mit Essig entkalken",
      ],
    },
    "native-oyster-knife": {
      subtitle: "Kurz, kräftig, rutscht kaum ab",
      description: [
        "Ein Austernmesser ist ein Hebel und keine Klinge. Dieses ist kurz, am Rücken vier Millimeter dick und zu einer stumpfen Spitze geschliffen, die das Scharnier findet und dreht. Die Parierstange hält die Hand, wo sie hingehört.",
        "Entworfen mit einer Frau, die in der Saison vierhundert am Tag öffnet und zu allem anderen auf dem Markt eine Meinung hatte. Ihre Anleitung liegt bei. Sie ist elf Wörter lang.",
      ],
      details: [
        "Edelstahl 420, Parierstange aus Messing, geöltes Holz",
        "Klinge 6 cm, insgesamt 16 cm",
        "Abspülen, trocknen, den Griff ab und zu ölen",
        "Nur an Erwachsene",
      ],
    },
    "pan-salt": {
      subtitle: "Meersalzflocken",
      description: [
        "Meerwasser, eine offene Pfanne und Geduld. Die Flocken werden von Hand abgezogen, solange sie noch hohl sind; darum lassen sie sich zwischen zwei Fingern zerdrücken und schmecken nicht nach Eisen.",
        "Die Dose gehört auf den Tisch, lässt sich nachfüllen und ist frei von Plastik. Die Nachfüllschachtel füllt sie dreimal, und ein Löffel für die Nudeln bleibt übrig.",
      ],
      details: [
        "Meersalz. Sonst nichts",
        "Dose 120 g, Nachfüllschachtel 400 g",
        "Trocken. Es hält länger als wir",
      ],
    },
    "signal-towel": {
      subtitle: "Halbleinen, mit Aussage",
      description: [
        "Drei Flaggen des internationalen Signalbuchs, die sich in der Küche bewährt haben. Kilo: Ich möchte mit Ihnen Verbindung aufnehmen. Lima: Stoppen Sie sofort. Uniform: Sie begeben sich in Gefahr. Häng die passende an die Ofentür.",
        "Gewebt aus halb Leinen, halb Baumwolle, schwer genug für einen Suppentopf und im Garn gefärbt, also verblasst es gleichmäßig und langsam, statt abzublättern wie ein Druck.",
      ],
      details: [
        "55 % Leinen, 45 % Baumwolle, garngefärbt, 280 g/m²",
        "50 × 70 cm, mit Schlaufe",
        "Bei 60 °C waschen; trocknet nach der dritten Wäsche am besten",
        "Ein Tuch",
      ],
    },
    "deckhand-tote": {
      subtitle: "Gewachstes Segeltuch, 28 l",
      description: [
        "Eine Tasche, die du in eine Pfütze stellen kannst. Der Korpus ist schweres Baumwolltuch, von Hand gewachst; der Boden ist eine zweite Lage davon, an den Seiten hochgezogen und doppelt vernäht. Die Griffe sind aus dreischäftigem Baumwolltau, gespleißt und nicht geknotet.",
        "Leer steht sie von allein, voll trägt sie zwei nasse Handtücher, eine Flasche, eine Zeitung und eine Ananas. Das Wachs bekommt Spuren und wird weicher. Schick sie in zehn Jahren zurück, und wir wachsen sie für das Porto neu.",
      ],
      details: [
        "Gewachstes Baumwolltuch, Baumwolltau, Messingösen",
        "46 × 36 × 17 cm, 28 l; die Griffe gehen über einen Mantelärmel",
        "Mit kaltem Wasser abwischen; nie in die Maschine",
      ],
    },
    "cold-water-towel": {
      subtitle: "Für die zehn Minuten danach",
      description: [
        "Groß genug, um sich darunter umzuziehen, dünn genug, um es nass zu tragen. Auf einer Seite glatt gewebt, auf der anderen geschorene Schlingen: Die glatte Seite ist mit einem Schütteln sandfrei, die Schlingen trocknen ab.",
        "In einer Ecke sind Knopf und Kordel, damit es auf den Schultern bleibt, während du die andere Socke suchst.",
      ],
      details: [
        "Bio-Baumwolle, 320 g/m²",
        "100 × 180 cm",
        "Vor dem ersten Gebrauch bei 40 °C waschen; kein Weichspüler",
      ],
    },
    "watch-cap": {
      subtitle: "Gerippte Lammwolle",
      description: [
        "Eine schlichte gerippte Mütze, rund gestrickt aus Lammwolle, in der etwas Fett geblieben ist, sodass Nieselregen abperlt. Zweimal umgeschlagen für den Kai, einmal fürs Boot, und für den Heimweg ganz heruntergezogen.",
        "Sie kratzt nicht. Das werden wir immer gefragt, und früher war unsere Antwort länger.",
      ],
      details: [
        "100 % Lammwolle, fünffach, ungefärbtes Etikett",
        "S–M für 54–57 cm, L–XL für 58–62 cm",
        "Kühl von Hand waschen, liegend trocknen, verzeihen",
      ],
    },
    "night-watch-flask": {
      subtitle: "Isolierflasche mit richtigem Becher",
      description: [
        "Gemacht für die Wache von Mitternacht bis vier. Tee, der um zehn hineinkommt, ist um zwei noch zu heiß zum Trinken und gut, bis die Fähre um sechs anlegt. Der Becher ist doppelwandig und hat einen Henkel, denn ein heißer Fingerhut ist kein Becher.",
        "Der Verschluss lässt sich ohne Werkzeug in drei Teile zerlegen, und jedes gibt es einzeln nachzukaufen.",
      ],
      details: [
        "Edelstahl 18/8, pulverbeschichtet; Silikondichtung",
        "500 ml: 7 × 25 cm. 1 l: 8,5 × 31 cm",
        "Über 60 °C für 12 Stunden (500 ml) oder 18 Stunden (1 l)",
        "Von Hand; zum Trocknen offen lassen",
      ],
    },
    "storm-lantern": {
      subtitle: "Brennt im Sturm und taugt zum Lesen",
      description: [
        "Eine Sturmlaterne nach altem Muster: Die Luft für die Flamme kommt schon warm durch die beiden seitlichen Rohre, und Wind, der eine Kerze ausbläst, lässt sie nur schief stehen. Eine Füllung reicht eine Nacht.",
        "Glas mit dem Hebel anheben, anzünden, Glas senken und herunterdrehen, bis sie nicht mehr rußt. Danach kannst du sie in einen Baum hängen und vergessen. Auch bei Stromausfall auf dem Tisch sehr gut.",
      ],
      details: [
        "Pulverbeschichteter Stahl, Glas aus Borosilikat, Baumwolldocht",
        "15 × 26 cm, 34 cm mit aufgestelltem Bügel",
        "Lampenöl oder Paraffin, 12 Stunden mit 350 ml; Öl nicht enthalten",
        "Im Freien oder bei offenem Fenster",
      ],
    },
    "harbour-candles": {
      subtitle: "Gezogenes Bienenwachs",
      description: [
        "Vierzigmal an einem langen Docht getaucht, darum kommen sie paarweise: Schneide die Schlaufe durch, wenn du sie anzünden willst. Bienenwachs brennt langsam, leuchtet golden und riecht nach einem warmen Schrank.",
        "Eine Kerze ist anderthalb Abende.",
      ],
      details: [
        "Reines Bienenwachs, Baumwolldocht",
        "Je 2,2 × 25 cm; passt in übliche Halter",
        "Je etwa 9 Stunden",
      ],
    },
    "forecast-blanket": {
      subtitle: "Fischgrat-Decke aus Lammwolle",
      description: [
        "Um im Sessel unter etwas Schwerem den späten Seewetterbericht zu hören. Fischgrat gibt dem Stoff eine Federung, die glattes Gewebe nicht hat; er schmiegt sich an, hält warme Luft und macht sich bis dahin gut auf der Sofalehne.",
        "Auf Schützenwebstühlen gewebt, weich gewaschen und gepresst. Die Fransen sind von Hand geknüpft, zweiundneunzig Knoten je Ende.",
      ],
      details: [
        "100 % Lammwolle, in einer Weberei gewebt und veredelt",
        "140 × 190 cm und 8 cm Fransen",
        "Oft lüften; reinigen oder kühl im Wollprogramm",
      ],
    },
    "leading-light-matches": {
      subtitle: "Sechzig lange Streichhölzer im Glas",
      description: [
        "Zehn Zentimeter lange Hölzer aus Espe, lang genug für einen Docht unten in der Laterne, ohne der Flamme zu begegnen. Das Glas hat einen Korkdeckel, und die Reibfläche ist in den Boden gepresst.",
        "Jeden Herbst sind sie ausverkauft. Die Fabrik macht sie im Frühjahr.",
      ],
      details: [
        "Espe, Glas, Kork",
        "Glas 5,5 × 13 cm; 60 Hölzer von 10 cm",
        "Nur auf dem Land- und Seeweg",
      ],
    },
    "tide-notebook": {
      subtitle: "In Leinen gebunden, 192 Seiten",
      description: [
        "Es liegt auf jeder Seite flach und bleibt so, denn die Lagen sind geheftet und der Rücken ist frei. Das Papier nimmt Tinte auf beiden Seiten und Bleistift gern. Auf jeder Seite steht am Rand eine kleine leere Tidenkurve: mal sie aus, oder zeichne ein, wie der Tag lief.",
        "Nummerierte Seiten, vorn ein Register, hinten eine Tasche für Fahrkarten.",
      ],
      details: [
        "Buchleinen auf Pappe, geheftet; Papier 100 g/m², elfenbein",
        "A5, 15 × 21 cm; 192 nummerierte Seiten",
        "Liniert, 7 mm, oder blanko",
      ],
    },
    "soundings-pencils": {
      subtitle: "Fünf Härten, 2H bis 2B",
      description: [
        "Fünf Bleistifte, geringelt wie eine Lotleine: ein Streifen für 2H, fünf für 2B, so findest du den richtigen, ohne zu lesen. Weihrauchzeder, das einzige Holz, das sich ohne Widerrede spitzen lässt, in fünf dünnen Schichten lackiert.",
        "Sie kommen in einer Papphülse, die danach Pinseln ein gutes Zuhause ist.",
      ],
      details: [
        "Weihrauchzeder, Graphit, Lack auf Wasserbasis",
        "2H, H, HB, B, 2B",
        "17,5 cm, sechskantig, ungespitzt",
      ],
    },
    "weather-glass": {
      subtitle: "Dosenbarometer aus Messing",
      description: [
        "Ein Barometer, das du im Stehen von der anderen Seite des Zimmers abliest. Das Werk ist eine geschlossene Dose für Schiffsinstrumente; das Gehäuse ist gedrücktes Messing ohne Lack, sodass es dunkelt, wo niemand hinfasst, und glänzt, wo du ans Glas klopfst.",
        "Einmal stellst du es auf die Höhe deines Hauses über dem Meer ein. Danach hat es mit morgen öfter recht als dein Telefon.",
      ],
      details: [
        "Gedrücktes Messing, Mineralglas, emailliertes Zifferblatt",
        "14,5 cm Durchmesser, 5 cm tief; eine verdeckte Schraube",
        "960 bis 1060 hPa, auf 1 hPa; bis 700 m über dem Meer",
        "Wir reparieren es, solange es uns gibt",
      ],
    },
    "sea-areas-print": {
      subtitle: "Siebdruck in drei Farben",
      description: [
        "Eine erfundene Küste, jede Tiefe und jedes Feuer von Hand gezeichnet, die Seegebiete nach Leuten benannt, die im Laden gearbeitet haben. Gedruckt in drei flächigen Farben auf Baumwollpapier mit Büttenrand.",
        "Mit Bleistift nummeriert, gerollt in einer Hülse aus Altpapier. Das kleine passt in einen gewöhnlichen Rahmen. Das große verlangt eine Wand.",
      ],
      details: [
        "Baumwollpapier 300 g/m², Farben auf Wasserbasis",
        "A3: 30 × 42 cm. A2: 42 × 59 cm",
        "A3 offen; 150 Stück A2",
      ],
    },
  },
  labels: {
    Material: "Material",
    Size: "Maße",
    Use: "Gebrauch",
    Care: "Pflege",
    Made: "Herstellung",
    Sold: "Verkauf",
    Contains: "Enthält",
    Keep: "Lagerung",
    Keeps: "Hält warm",
    Burns: "Brennt",
    Safety: "Sicherheit",
    Post: "Versand",
    Ruling: "Lineatur",
    Range: "Bereich",
    Promise: "Versprechen",
    Edition: "Auflage",
    Grades: "Härten",
  },
  drawing: "Maßzeichnung",
  shipping: {
    standard: {
      name: "Standard",
      description: "Mit der Post, mit Sendungsnummer, in Papier und ohne Plastik.",
    },
    express: {
      name: "Express",
      description: "Per Kurier, Übergabe an der Tür gegen Unterschrift.",
    },
    "slow-boat": {
      name: "Bummelboot",
      description: "Mit der wöchentlichen Fracht. Langsamer, und am leichtesten für die Welt.",
    },
  },
  words: {
    Colour: "Farbe",
    Size: "Größe",
    Handle: "Griff",
    Flag: "Flagge",
    Quantity: "Menge",
    Ruling: "Lineatur",
    Fog: "Nebel",
    Ink: "Tinte",
    Buoy: "Boje",
    Chalk: "Kreide",
    Kelp: "Tang",
    Ochre: "Ocker",
    Foam: "Gischt",
    Ash: "Esche",
    "Smoked oak": "Räuchereiche",
    Small: "Klein",
    Medium: "Mittel",
    Large: "Groß",
    "Tin, 120 g": "Dose, 120 g",
    "Refill, 400 g": "Nachfüllung, 400 g",
    Pair: "Paar",
    "Box of six": "Sechserschachtel",
    Lined: "Liniert",
    Plain: "Blanko",
  },
};
