import type { TranslationSeed } from "./types";

export const fr: TranslationSeed = {
  categories: {
    table: {
      name: "Table",
      description: [
        "Grès et émail pour qui dîne dehors en manteau.",
        "Des assiettes qui s’empilent sur un buffet encombré, des tasses qui survivent à une plage de galets. Tout est fait pour servir deux fois par jour et être lavé par le premier venu.",
      ],
    },
    galley: {
      name: "Cuisine de bord",
      description: [
        "Des ustensiles qui n’ont rien à prouver.",
        "Dans une cuisine de bord, il n’y a de place que pour un objet de chaque sorte : chacun doit donc être juste. Voici ceux qui sont restés à nos crochets après des années d’essais.",
      ],
    },
    weather: {
      name: "Gros temps",
      description: [
        "Pour sortir quand il serait plus simple de rester.",
        "Laine, toile cirée et bouteilles chaudes : de quoi aller à la plage en février, prendre le dernier ferry et passer les dix minutes qui suivent un bain froid.",
      ],
    },
    "lamp-room": {
      name: "Lampisterie",
      description: [
        "Lumière et chaleur pour les longues soirées.",
        "Dans la lampisterie, les gardiens taillaient les mèches et astiquaient le laiton. La nôtre abrite des lanternes, de la cire d’abeille et une très bonne couverture.",
      ],
    },
    "chart-room": {
      name: "Chambre des cartes",
      description: [
        "Papier, crayons et instruments.",
        "Pour tenir un journal, tracer un plan ou savoir qu’il va pleuvoir avant la pluie. Du bon papier, du laiton honnête, des crayons qui se taillent bien.",
      ],
    },
  },
  products: {
    "quay-mug": {
      subtitle: "Tasse émaillée, 350 ml",
      description: [
        "La tasse accrochée à notre propre porte de derrière. Deux couches d’émail vitrifié sur acier, cuites à 820 °C, et un bord roulé, épais et chaud aux lèvres. Elle ne pèse presque rien, va droit sur le réchaud et, quand elle tombe sur la cale, elle s’écaille au lieu de se casser. Nous trouvons que les éclats lui vont bien.",
        "Elle contient ce qu’il faut : assez pour une soupe, pas au point que le dernier tiers refroidisse. L’anse accueille trois doigts dans un gant de laine, car c’est ainsi que nous l’avons mesurée.",
      ],
      details: [
        "Émail vitrifié sur acier de 0,8 mm, bord inox",
        "9 cm de large, 8,5 cm de haut ; 350 ml à ras bord",
        "Tous feux, four jusqu’à 250 °C ; pas de micro-ondes",
        "Lave-vaisselle. Faire tremper, ne pas récurer",
      ],
    },
    "slipway-bowl": {
      subtitle: "Bol en grès, trois tailles",
      description: [
        "Tourné dans une argile grise mouchetée et trempé une seule fois, de biais : l’émail remonte d’un côté comme une laisse de mer. Pas deux lignes pareilles. Le pied est laissé nu, poncé, et ne raye pas la table.",
        "Le petit est pour les olives et les clés. Le moyen, pour le porridge. Le grand, pour une salade à quatre, ou la pâte à pain sous un linge toute la nuit. Ils s’emboîtent.",
      ],
      details: [
        "Grès moucheté, émail à l’étain sans plomb",
        "Petit 12 × 5 cm, moyen 16 × 7 cm, grand 24 × 10 cm",
        "Lave-vaisselle, micro-ondes, four jusqu’à 200 °C",
        "Tourné à la main ; à un demi-centimètre près",
      ],
    },
    "longshore-plate": {
      subtitle: "Assiette plate en grès, 27 cm",
      description: [
        "Une assiette avec un mur à la place d’un bord : deux centimètres, bien droits, pour que rien ne s’échappe quand vous descendez le dîner au bord de l’eau. Une surface généreuse pour le poisson, assez profonde pour tout ce qui a de la sauce.",
        "Douze empilées font la hauteur d’un pain. Nous avons vérifié, car notre placard est petit aussi.",
      ],
      details: [
        "Grès, émail satiné à l’intérieur, argile nue à l’extérieur",
        "27 cm de diamètre, 2 cm de haut",
        "Lave-vaisselle, micro-ondes, four jusqu’à 200 °C",
        "Une assiette",
      ],
    },
    "tern-jug": {
      subtitle: "Pichet en grès, 900 ml",
      description: [
        "Il porte le nom de la sterne, et pas seulement pour le bec. Le bec est étiré à la main, long et fin, et coupe net la dernière goutte : ni coulure, ni torchon, ni rond sur la table. Notre potier y a passé presque un hiver.",
        "Du lait le matin, de l’eau à midi, du vin s’il le faut. Il contient aussi exactement un bouquet de lavande de mer.",
      ],
      details: [
        "Grès, émail brillant dedans et dehors",
        "23 cm de haut, 13 cm avec le bec ; 900 ml",
        "Lave-vaisselle ; pas sur le feu",
        "Bec étiré à la main",
      ],
    },
    "galley-kettle": {
      subtitle: "Bouilloire émaillée, 1,6 l",
      description: [
        "Une bouilloire basse et large, stable sur un réchaud qui bouge. Le fond fait trois millimètres et couvre tout le foyer : elle bout plus tôt qu’il n’y paraît, et le sifflet donne une note claire au lieu d’un cri.",
        "La poignée est une seule pièce de frêne, cintrée à la vapeur, et reste froide. Huilez-la deux fois l’an, ou pas ; elle grisera joliment de toute façon.",
      ],
      details: [
        "Émail vitrifié sur acier, frêne cintré, bouton en laiton",
        "22 cm de large, 21 cm de haut avec la poignée ; 1,6 l au repère",
        "Gaz, électrique et induction",
        "Vider après usage ; détartrer au vinaigre",
      ],
    },
    "native-oyster-knife": {
      subtitle: "Court, trapu, ne dérape pas",
      description: [
        "Un couteau à huîtres est un levier, pas une lame. Celui-ci est court, épais de quatre millimètres au dos, et affûté en une pointe émoussée qui trouve la charnière et tourne. La garde tient la paume à sa place.",
        "Dessiné avec une femme qui en ouvre quatre cents par jour en saison et avait un avis sur tout le reste du marché. Livré avec son mode d’emploi, long de onze mots.",
      ],
      details: [
        "Inox 420, garde en laiton, bois huilé",
        "Lame 6 cm, 16 cm en tout",
        "Rincer, sécher, huiler le manche de temps en temps",
        "Aux adultes seulement",
      ],
    },
    "pan-salt": {
      subtitle: "Fleurs de sel de mer",
      description: [
        "De l’eau de mer, une poêle ouverte et de la patience. Les flocons sont ramassés à la main quand ils sont encore creux ; c’est pourquoi ils s’écrasent entre deux doigts et n’ont pas le goût du fer.",
        "La boîte est pour la table ; elle se recharge et ne contient pas de plastique. La recharge la remplit trois fois, avec une cuillerée en plus pour les pâtes.",
      ],
      details: [
        "Sel de mer. Rien d’autre",
        "Boîte 120 g, recharge 400 g",
        "Au sec. Il se garde plus longtemps que nous",
      ],
    },
    "signal-towel": {
      subtitle: "Métis de lin, qui dit quelque chose",
      description: [
        "Trois pavillons du code international qui se sont révélés utiles en cuisine. Kilo : je souhaite entrer en communication avec vous. Lima : stoppez immédiatement. Uniform : vous courez vers un danger. Accrochez le bon à la porte du four.",
        "Tissé moitié lin, moitié coton, assez lourd pour un faitout, et teint en fil : il passe doucement et régulièrement au lieu de s’écailler comme une impression.",
      ],
      details: [
        "55 % lin, 45 % coton, teint en fil, 280 g/m²",
        "50 × 70 cm, avec une bride",
        "Laver à 60 °C ; sèche au mieux après le troisième lavage",
        "Un torchon",
      ],
    },
    "deckhand-tote": {
      subtitle: "Toile cirée, 28 l",
      description: [
        "Un sac que l’on peut poser dans une flaque. Le corps est en grosse toile de coton cirée à la main ; le fond est une seconde couche, remontée sur les côtés et cousue deux fois. Les poignées sont en cordage de coton à trois torons, épissé et non noué.",
        "Vide, il tient debout tout seul ; plein, il porte deux serviettes mouillées, une bouteille, un journal et un ananas. La cire se marque et s’assouplit. Renvoyez-le dans dix ans : nous le cirerons à nouveau pour le prix du port.",
      ],
      details: [
        "Toile de coton cirée, cordage de coton, œillets de laiton",
        "46 × 36 × 17 cm, 28 l ; les poignées passent sur un manteau",
        "Éponge et eau froide ; jamais en machine",
      ],
    },
    "cold-water-towel": {
      subtitle: "Pour les dix minutes d’après",
      description: [
        "Assez grande pour se changer dessous, assez fine pour se porter mouillée. Un côté est tissé plat, l’autre a des boucles coupées : le côté plat se débarrasse du sable d’une secousse, les boucles sèchent.",
        "Un bouton et un cordon dans un coin la tiennent sur vos épaules pendant que vous cherchez l’autre chaussette.",
      ],
      details: [
        "Coton biologique, 320 g/m²",
        "100 × 180 cm",
        "Laver à 40 °C avant usage ; sans adoucissant",
      ],
    },
    "watch-cap": {
      subtitle: "Laine d’agneau côtelée",
      description: [
        "Un bonnet simple, tricoté en rond dans une laine d’agneau qui garde un peu de suint et se rit du crachin. Deux revers pour le quai, un pour le bateau, et bien enfoncé pour rentrer.",
        "Il ne gratte pas. On nous le demande toujours, et notre réponse était plus longue autrefois.",
      ],
      details: [
        "100 % laine d’agneau, 5 fils, étiquette écrue",
        "S–M pour 54–57 cm, L–XL pour 58–62 cm",
        "Laver à la main à froid, sécher à plat, pardonner",
      ],
    },
    "night-watch-flask": {
      subtitle: "Bouteille isotherme, vraie tasse",
      description: [
        "Faite pour le quart de minuit à quatre heures. Le thé versé à dix heures est encore trop chaud à deux, et bon jusqu’à ce que le ferry accoste à six. La tasse est à double paroi et a une anse, car un dé à coudre brûlant n’est pas une tasse.",
        "Le bouchon se démonte en trois pièces sans outil, et chacune se rachète.",
      ],
      details: [
        "Inox 18/8 thermolaqué ; joint en silicone",
        "500 ml : 7 × 25 cm. 1 l : 8,5 × 31 cm",
        "Plus de 60 °C pendant 12 heures (500 ml) ou 18 heures (1 l)",
        "À la main ; laisser ouverte pour sécher",
      ],
    },
    "storm-lantern": {
      subtitle: "Brûle dans la tempête, éclaire un livre",
      description: [
        "Une lampe-tempête à l’ancienne : l’air de la flamme descend par les deux tubes latéraux, déjà tiède, et le vent qui soufflerait une bougie ne fait que la pencher. Une charge dure une nuit.",
        "Levez le verre, allumez, baissez-le, réglez jusqu’à ce qu’elle ne fume plus. Ensuite, vous pouvez la pendre à un arbre et l’oublier. Très bien aussi sur une table pendant une panne.",
      ],
      details: [
        "Acier thermolaqué, verre borosilicate, mèche de coton",
        "15 × 26 cm, 34 cm anse levée",
        "Huile de lampe ou paraffine, 12 heures avec 350 ml ; huile non fournie",
        "Dehors, ou fenêtre ouverte",
      ],
    },
    "harbour-candles": {
      subtitle: "Cire d’abeille trempée",
      description: [
        "Trempées quarante fois sur une même longue mèche, d’où les paires : coupez la boucle quand vous voulez les allumer. La cire d’abeille brûle lentement, tire vers l’or et sent l’armoire tiède.",
        "Une bougie, c’est une soirée et demie.",
      ],
      details: [
        "Pure cire d’abeille, mèche de coton",
        "2,2 × 25 cm chacune ; pour tout bougeoir courant",
        "Environ 9 heures chacune",
      ],
    },
    "forecast-blanket": {
      subtitle: "Plaid à chevrons en laine d’agneau",
      description: [
        "Pour écouter la météo marine du soir dans un fauteuil, sous quelque chose de lourd. Le chevron donne au tissu un ressort que l’uni n’a pas : il tombe près du corps et garde l’air chaud, et il est beau sur le dossier du canapé en attendant.",
        "Tissé sur métiers à navette, lavé doux et pressé. La frange est nouée à la main, quatre-vingt-douze nœuds par bout.",
      ],
      details: [
        "100 % laine d’agneau, tissée et finie dans la même filature",
        "140 × 190 cm, et 8 cm de frange",
        "Aérer souvent ; nettoyage à sec ou lavage laine à froid",
      ],
    },
    "leading-light-matches": {
      subtitle: "Soixante longues allumettes en bocal",
      description: [
        "Des allumettes de tremble de dix centimètres, assez longues pour atteindre la mèche au fond d’une lanterne sans rencontrer la flamme. Le bocal a un couvercle de liège, et le grattoir est pressé dans le verre, dessous.",
        "Elles s’épuisent chaque automne. La fabrique les fait au printemps.",
      ],
      details: [
        "Tremble, verre, liège",
        "Bocal 5,5 × 13 cm ; 60 allumettes de 10 cm",
        "Par voie de surface uniquement",
      ],
    },
    "tide-notebook": {
      subtitle: "Relié toile, 192 pages",
      description: [
        "Il s’ouvre à plat à toute page et y reste, car les cahiers sont cousus et le dos est libre. Le papier prend l’encre des deux côtés et le crayon volontiers. En marge de chaque page, une petite courbe de marée vide : ombrez-la, ou notez-y comment la journée s’est passée.",
        "Pages numérotées, un index au début, une pochette à la fin pour les billets.",
      ],
      details: [
        "Toile sur carton, cousu ; papier ivoire 100 g/m²",
        "A5, 15 × 21 cm ; 192 pages numérotées",
        "Ligné 7 mm, ou uni",
      ],
    },
    "soundings-pencils": {
      subtitle: "Cinq duretés, de 2H à 2B",
      description: [
        "Cinq crayons cerclés comme une ligne de sonde : une bande pour 2H, cinq pour 2B ; on trouve le bon sans le lire. Cèdre à encens, le seul bois qui se taille sans discuter, laqué en cinq couches fines.",
        "Ils viennent dans un tube en carton, qui logera ensuite vos pinceaux.",
      ],
      details: [
        "Cèdre à encens, graphite, laque à l’eau",
        "2H, H, HB, B, 2B",
        "17,5 cm, hexagonaux, non taillés",
      ],
    },
    "weather-glass": {
      subtitle: "Baromètre anéroïde en laiton",
      description: [
        "Un baromètre qui se lit debout, de l’autre bout de la pièce. Le mécanisme est une capsule scellée d’instrument de bord ; le boîtier est en laiton repoussé, sans vernis : il fonce où personne ne touche et brille où l’on tapote le verre.",
        "Il se règle une fois, à l’altitude de votre maison. Après cela, il aura raison sur demain plus souvent que votre téléphone.",
      ],
      details: [
        "Laiton repoussé, verre minéral, cadran émaillé",
        "14,5 cm de diamètre, 5 cm de profondeur ; une vis cachée",
        "960 à 1060 hPa, au hPa ; jusqu’à 700 m d’altitude",
        "Nous le réparerons aussi longtemps que nous serons là",
      ],
    },
    "sea-areas-print": {
      subtitle: "Sérigraphie à trois encres",
      description: [
        "Une côte imaginaire, chaque sonde et chaque feu dessinés à la main, et des zones de mer nommées d’après ceux qui ont travaillé à la boutique. Imprimé en trois aplats sur papier coton à bord frangé.",
        "Numéroté au crayon, roulé dans un tube de carton recyclé. Le petit va dans un cadre ordinaire. Le grand demande un mur.",
      ],
      details: [
        "Papier coton 300 g/m², encres à l’eau",
        "A3 : 30 × 42 cm. A2 : 42 × 59 cm",
        "A3 non limité ; 150 exemplaires en A2",
      ],
    },
  },
  labels: {
    Material: "Matière",
    Size: "Dimensions",
    Use: "Usage",
    Care: "Entretien",
    Made: "Fabrication",
    Sold: "Vente",
    Contains: "Contient",
    Keep: "Conservation",
    Keeps: "Garde au chaud",
    Burns: "Combustion",
    Safety: "Sécurité",
    Post: "Envoi",
    Ruling: "Réglure",
    Range: "Plage",
    Promise: "Promesse",
    Edition: "Tirage",
    Grades: "Duretés",
  },
  drawing: "Dessin coté",
  shipping: {
    standard: {
      name: "Standard",
      description: "Par la poste, avec suivi, dans du papier et sans plastique.",
    },
    express: {
      name: "Express",
      description: "Par coursier, remis en main propre contre signature.",
    },
    "slow-boat": {
      name: "Petit cargo",
      description: "Avec le fret hebdomadaire. Plus lent, et le plus léger pour la planète.",
    },
  },
  words: {
    Colour: "Couleur",
    Size: "Taille",
    Handle: "Manche",
    Flag: "Pavillon",
    Quantity: "Quantité",
    Ruling: "Réglure",
    Fog: "Brume",
    Ink: "Encre",
    Buoy: "Bouée",
    Chalk: "Craie",
    Kelp: "Varech",
    Ochre: "Ocre",
    Foam: "Écume",
    Ash: "Frêne",
    "Smoked oak": "Chêne fumé",
    Small: "Petit",
    Medium: "Moyen",
    Large: "Grand",
    "Tin, 120 g": "Boîte, 120 g",
    "Refill, 400 g": "Recharge, 400 g",
    Pair: "Paire",
    "Box of six": "Boîte de six",
    Lined: "Ligné",
    Plain: "Uni",
  },
};
