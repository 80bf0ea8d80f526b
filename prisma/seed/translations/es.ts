import type { TranslationSeed } from "./types";

export const es: TranslationSeed = {
  categories: {
    table: {
      name: "Mesa",
      description: [
        "Gres y esmalte para quien cena fuera con el abrigo puesto.",
        "Platos que se apilan en un aparador lleno, tazas que sobreviven a una playa de guijarros. Todo está hecho para usarse dos veces al día y que lo lave quien esté más cerca.",
      ],
    },
    galley: {
      name: "Cocina de a bordo",
      description: [
        "Utensilios que no tienen nada que demostrar.",
        "En la cocina de un barco solo cabe uno de cada cosa, así que cada cosa tiene que ser la buena. Estos son los que se quedaron en nuestros ganchos tras años de probar otros.",
      ],
    },
    weather: {
      name: "Mal tiempo",
      description: [
        "Para salir cuando sería más fácil no hacerlo.",
        "Lana, lona encerada y termos: cosas para la playa en febrero, el último ferri y los diez minutos de después de un baño frío.",
      ],
    },
    "lamp-room": {
      name: "Cuarto de faroles",
      description: [
        "Luz y calor para las tardes largas.",
        "En el cuarto de faroles, los fareros recortaban mechas y pulían el latón. En el nuestro hay faroles, cera de abeja y una manta muy buena.",
      ],
    },
    "chart-room": {
      name: "Cuarto de derrota",
      description: [
        "Papel, lápices e instrumentos.",
        "Para llevar un diario, dibujar un plano o saber que viene la lluvia antes de que llegue. Buen papel, latón honrado, lápices que se afilan bien.",
      ],
    },
  },
  products: {
    "quay-mug": {
      subtitle: "Taza esmaltada, 350 ml",
      description: [
        "La taza que cuelga junto a nuestra puerta trasera. Dos capas de esmalte vítreo sobre acero, cocidas a 820 °C, con un borde enrollado que se nota grueso y cálido en los labios. No pesa casi nada, va directa al hornillo y, si se cae en la rampa, se desconcha en vez de romperse. Creemos que los desconchones la mejoran.",
        "Cabe lo justo: bastante para una sopa, no tanto como para que el último tercio se enfríe. En el asa entran tres dedos con guante de lana, porque así la medimos.",
      ],
      details: [
        "Esmalte vítreo sobre acero de 0,8 mm, borde inoxidable",
        "9 cm de ancho, 8,5 cm de alto; 350 ml hasta el borde",
        "Cualquier fuego, horno hasta 250 °C; no apta para microondas",
        "Lavavajillas. Remojar, no restregar",
      ],
    },
    "slipway-bowl": {
      subtitle: "Cuenco de gres en tres tamaños",
      description: [
        "Torneado en arcilla gris moteada y sumergido una sola vez, en ángulo, de modo que el esmalte sube por un lado como la marca de la marea. No hay dos líneas iguales. El pie queda sin esmaltar, lijado, y no raya la mesa.",
        "El pequeño es para aceitunas y llaves. El mediano, para gachas. El grande, para una ensalada de cuatro o la masa del pan bajo un paño toda la noche. Encajan unos en otros.",
      ],
      details: [
        "Gres moteado, esmalte de estaño sin plomo",
        "Pequeño 12 × 5 cm, mediano 16 × 7 cm, grande 24 × 10 cm",
        "Lavavajillas, microondas, horno hasta 200 °C",
        "Torneado a mano; las medidas varían medio centímetro",
      ],
    },
    "longshore-plate": {
      subtitle: "Plato llano de gres, 27 cm",
      description: [
        "Un plato con pared en lugar de borde: dos centímetros, rectos, para que nada se escape cuando bajas la cena a la orilla. Un campo amplio y plano para el pescado, y hondo para todo lo que lleve salsa.",
        "Doce apilados miden lo que una hogaza. Lo comprobamos, porque nuestro armario también es pequeño.",
      ],
      details: [
        "Gres, esmalte satinado por dentro, arcilla desnuda por fuera",
        "27 cm de diámetro, 2 cm de alto",
        "Lavavajillas, microondas, horno hasta 200 °C",
        "Un plato",
      ],
    },
    "tern-jug": {
      subtitle: "Jarra de gres, 900 ml",
      description: [
        "Lleva el nombre del charrán, y no solo por el pico. El pico se estira a mano, largo y fino, y corta limpia la última gota: ni goteo, ni trapo, ni cerco en la mesa. A nuestro alfarero le llevó casi un invierno.",
        "Leche por la mañana, agua a mediodía y vino si se tercia. También cabe exactamente un ramo de siempreviva azul.",
      ],
      details: [
        "Gres, esmalte brillante por dentro y por fuera",
        "23 cm de alto, 13 cm con el pico; 900 ml",
        "Lavavajillas; no poner al fuego",
        "Pico estirado a mano",
      ],
    },
    "galley-kettle": {
      subtitle: "Hervidor esmaltado, 1,6 l",
      description: [
        "Un hervidor bajo y ancho que se asienta bien en un fuego que se mueve. La base mide tres milímetros y cubre todo el quemador, así que hierve antes de lo que parece, y el silbato da una nota clara en vez de un grito.",
        "El asa es una sola pieza de fresno, curvada al vapor, y no se calienta. Acéitala dos veces al año, o no; se pone gris y bonita igual.",
      ],
      details: [
        "Esmalte vítreo sobre acero, fresno curvado, pomo de latón",
        "22 cm de ancho, 21 cm de alto con el asa; 1,6 l hasta la marca",
        "Gas, eléctrica e inducción",
        "Vaciar tras usar; descalcificar con vinagre",
      ],
    },
    "native-oyster-knife": {
      subtitle: "Corto, recio, difícil que resbale",
      description: [
        "Un cuchillo de ostras es una palanca y no una hoja. Este es corto, de cuatro milímetros en el lomo, y acaba en una punta roma que encuentra la bisagra y gira. La guarda mantiene la palma en su sitio.",
        "Diseñado con una mujer que abre cuatrocientas al día en temporada y tenía opinión sobre todo lo demás del mercado. Viene con sus instrucciones, que tienen once palabras.",
      ],
      details: [
        "Acero inoxidable 420, guarda de latón, madera aceitada",
        "Hoja de 6 cm, 16 cm en total",
        "Aclarar, secar, aceitar el mango de vez en cuando",
        "Solo a adultos",
      ],
    },
    "pan-salt": {
      subtitle: "Escamas de sal marina",
      description: [
        "Agua de mar, una sartén abierta y paciencia. Las escamas se recogen a mano mientras aún están huecas; por eso se deshacen entre dos dedos y no saben a hierro.",
        "La lata es para la mesa, se rellena y no lleva plástico. La caja de recarga la llena tres veces, y sobra una cucharada para la pasta.",
      ],
      details: [
        "Sal marina. Nada más",
        "Lata de 120 g, recarga de 400 g",
        "En seco. Dura más que nosotros",
      ],
    },
    "signal-towel": {
      subtitle: "Medio lino, dice algo",
      description: [
        "Tres banderas del código internacional que resultaron útiles en la cocina. Kilo: deseo comunicar con usted. Lima: pare inmediatamente. Uniform: se dirige usted hacia un peligro. Cuelga la adecuada en la puerta del horno.",
        "Tejido con mitad lino y mitad algodón, con cuerpo para secar una olla, y teñido en hilo, así que pierde color poco a poco y por igual en vez de pelarse como un estampado.",
      ],
      details: [
        "55 % lino, 45 % algodón, teñido en hilo, 280 g/m²",
        "50 × 70 cm, con presilla",
        "Lavar a 60 °C; seca mejor tras el tercer lavado",
        "Un paño",
      ],
    },
    "deckhand-tote": {
      subtitle: "Lona encerada, 28 l",
      description: [
        "Una bolsa que puedes dejar en un charco. El cuerpo es lona gruesa de algodón, encerada a mano; la base es una segunda capa de lo mismo, doblada por los lados y cosida dos veces. Las asas son de cabo de algodón de tres cordones, empalmado y no anudado.",
        "Vacía se tiene en pie sola; llena lleva dos toallas mojadas, un termo, un periódico y una piña. La cera se marca y se ablanda. Mándala de vuelta dentro de diez años y la enceraremos otra vez por lo que cueste el envío.",
      ],
      details: [
        "Lona de algodón encerada, cabo de algodón, ojales de latón",
        "46 × 36 × 17 cm, 28 l; las asas pasan sobre la manga de un abrigo",
        "Esponja y agua fría; nunca a máquina",
      ],
    },
    "cold-water-towel": {
      subtitle: "Para los diez minutos de después",
      description: [
        "Lo bastante grande para cambiarse debajo y fina para llevarla mojada. Por un lado es tejido liso y por el otro rizo cortado: el liso suelta la arena de una sacudida, el rizo seca.",
        "En una esquina hay un botón y un cordón, para que no se caiga de los hombros mientras buscas el otro calcetín.",
      ],
      details: [
        "Algodón ecológico, 320 g/m²",
        "100 × 180 cm",
        "Lavar a 40 °C antes de usar; sin suavizante",
      ],
    },
    "watch-cap": {
      subtitle: "Lana de cordero acanalada",
      description: [
        "Un gorro sencillo, tejido en redondo con lana de cordero que conserva algo de su grasa y se sacude la llovizna. Dos vueltas para el muelle, una para el barco, y bien calado para volver a casa.",
        "No pica. Siempre lo preguntan, y antes dábamos una respuesta más larga.",
      ],
      details: [
        "100 % lana de cordero, 5 cabos, etiqueta sin teñir",
        "S–M para 54–57 cm, L–XL para 58–62 cm",
        "Lavar a mano en frío, secar en plano, perdonar",
      ],
    },
    "night-watch-flask": {
      subtitle: "Termo con una taza de verdad",
      description: [
        "Hecho para la guardia de medianoche a las cuatro. El té que entra a las diez aún quema a las dos, y sigue bueno hasta que el ferri atraca a las seis. La taza es de doble pared y tiene asa, porque un dedal ardiendo no es una taza.",
        "El tapón se desmonta en tres piezas sin herramientas, y todas se venden sueltas.",
      ],
      details: [
        "Acero inoxidable 18/8 lacado; junta de silicona",
        "500 ml: 7 × 25 cm. 1 l: 8,5 × 31 cm",
        "Más de 60 °C durante 12 horas (500 ml) o 18 horas (1 l)",
        "A mano; dejar abierto para secar",
      ],
    },
    "storm-lantern": {
      subtitle: "Arde en un temporal, alumbra un libro",
      description: [
        "Un farol de tormenta a la antigua: el aire de la llama baja ya templado por los dos tubos, y el viento que apagaría una vela solo la inclina. Una carga dura una noche.",
        "Levanta el globo con la palanca, enciéndelo, bájalo y regula hasta que deje de humear. Después puedes colgarlo de un árbol y olvidarlo. También muy bueno en la mesa durante un apagón.",
      ],
      details: [
        "Acero lacado, globo de borosilicato, mecha de algodón",
        "15 × 26 cm, 34 cm con el asa levantada",
        "Aceite de lámpara o parafina, 12 horas con 350 ml; aceite no incluido",
        "Al aire libre o con una ventana abierta",
      ],
    },
    "harbour-candles": {
      subtitle: "Cera de abeja por inmersión",
      description: [
        "Sumergidas cuarenta veces en una misma mecha larga, por eso vienen en pares: corta el lazo cuando vayas a encenderlas. La cera de abeja arde despacio, tira a dorado y huele a armario tibio.",
        "Una vela es una tarde y media.",
      ],
      details: [
        "Cera de abeja pura, mecha de algodón",
        "2,2 × 25 cm cada una; para cualquier candelero corriente",
        "Unas 9 horas cada una",
      ],
    },
    "forecast-blanket": {
      subtitle: "Manta de espiga en lana de cordero",
      description: [
        "Para oír el parte marítimo de la noche en un sillón, debajo de algo que pese. La espiga da al tejido un muelle que el liso no tiene: cae ceñido y guarda el aire caliente, y mientras tanto queda bien en el respaldo del sofá.",
        "Tejida en telares de lanzadera, lavada hasta quedar suave y prensada. El fleco se anuda a mano, noventa y dos nudos por lado.",
      ],
      details: [
        "100 % lana de cordero, tejida y acabada en una sola fábrica",
        "140 × 190 cm, y un fleco de 8 cm",
        "Airear a menudo; tintorería o lavado de lana en frío",
      ],
    },
    "leading-light-matches": {
      subtitle: "Sesenta cerillas largas en un tarro",
      description: [
        "Cerillas de álamo de diez centímetros, lo bastante largas para llegar a la mecha en el fondo de un farol sin toparse con la llama. El tarro tiene tapa de corcho, y el rascador está prensado en el vidrio, por debajo.",
        "Se agotan todos los otoños. La fábrica las hace en primavera.",
      ],
      details: [
        "Álamo, vidrio, corcho",
        "Tarro de 5,5 × 13 cm; 60 cerillas de 10 cm",
        "Solo por correo de superficie",
      ],
    },
    "tide-notebook": {
      subtitle: "Encuadernado en tela, 192 páginas",
      description: [
        "Se abre plano por cualquier página y ahí se queda, porque los pliegos van cosidos y el lomo queda libre. El papel admite tinta por las dos caras y lápiz con gusto. En el margen de cada página hay una pequeña curva de marea en blanco: sombréala o anota cómo fue el día.",
        "Páginas numeradas, un índice al principio, un bolsillo al final para los billetes.",
      ],
      details: [
        "Tela sobre cartón, cosido; papel marfil de 100 g/m²",
        "A5, 15 × 21 cm; 192 páginas numeradas",
        "Rayado de 7 mm, o liso",
      ],
    },
    "soundings-pencils": {
      subtitle: "Cinco grados, de 2H a 2B",
      description: [
        "Cinco lápices con franjas, como un escandallo: una para 2H, cinco para 2B, así encuentras el que quieres sin leerlo. Cedro de incienso, la única madera que se afila sin discutir, lacado en cinco capas finas.",
        "Vienen en un tubo de cartón, que después será buena casa para pinceles.",
      ],
      details: [
        "Cedro de incienso, grafito, laca al agua",
        "2H, H, HB, B, 2B",
        "17,5 cm, hexagonales, sin afilar",
      ],
    },
    "weather-glass": {
      subtitle: "Barómetro aneroide de latón",
      description: [
        "Un barómetro que se lee de pie, desde el otro lado de la habitación. El mecanismo es una cápsula sellada de instrumentos de barco; la caja es de latón repujado, sin barniz, así que se oscurece donde nadie la toca y brilla donde das golpecitos al cristal.",
        "Se ajusta una vez, a la altura de tu casa sobre el mar. Después acertará con el mañana más a menudo que tu teléfono.",
      ],
      details: [
        "Latón repujado, cristal mineral, esfera esmaltada",
        "14,5 cm de diámetro, 5 cm de fondo; un tornillo oculto",
        "De 960 a 1060 hPa, de 1 en 1; hasta 700 m de altitud",
        "Lo reparamos mientras sigamos aquí",
      ],
    },
    "sea-areas-print": {
      subtitle: "Serigrafía a tres tintas",
      description: [
        "Una costa imaginaria, con cada sonda y cada luz dibujadas a mano, y zonas marítimas con el nombre de quienes han trabajado en la tienda. Impresa a tres tintas planas en papel de algodón con barbas.",
        "Numerada a lápiz, enrollada en un tubo de cartón reciclado. La pequeña cabe en un marco corriente. La grande pide una pared.",
      ],
      details: [
        "Papel de algodón de 300 g/m², tintas al agua",
        "A3: 30 × 42 cm. A2: 42 × 59 cm",
        "A3 abierta; 150 ejemplares en A2",
      ],
    },
  },
  labels: {
    Material: "Material",
    Size: "Medidas",
    Use: "Uso",
    Care: "Cuidados",
    Made: "Elaboración",
    Sold: "Venta",
    Contains: "Contiene",
    Keep: "Conservación",
    Keeps: "Mantiene",
    Burns: "Combustión",
    Safety: "Seguridad",
    Post: "Envío",
    Ruling: "Pauta",
    Range: "Rango",
    Promise: "Promesa",
    Edition: "Edición",
    Grades: "Grados",
  },
  drawing: "Dibujo acotado",
  shipping: {
    standard: {
      name: "Estándar",
      description: "Por correo, con seguimiento, en papel y sin plástico.",
    },
    express: { name: "Exprés", description: "Por mensajero, con firma en la puerta." },
    "slow-boat": {
      name: "Barco lento",
      description: "Con la carga semanal. Más lento, y el más ligero para el mundo.",
    },
  },
  words: {
    Colour: "Color",
    Size: "Tamaño",
    Handle: "Mango",
    Flag: "Bandera",
    Quantity: "Cantidad",
    Ruling: "Pauta",
    Fog: "Niebla",
    Ink: "Tinta",
    Buoy: "Boya",
    Chalk: "Tiza",
    Kelp: "Alga",
    Ochre: "Ocre",
    Foam: "Espuma",
    Ash: "Fresno",
    "Smoked oak": "Roble ahumado",
    Small: "Pequeño",
    Medium: "Mediano",
    Large: "Grande",
    "Tin, 120 g": "Lata, 120 g",
    "Refill, 400 g": "Recarga, 400 g",
    Pair: "Par",
    "Box of six": "Caja de seis",
    Lined: "Rayado",
    Plain: "Liso",
  },
};
