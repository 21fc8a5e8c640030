import type { LexiconData } from '../Lexicon.ts'

/**
 * German words of public administration and of workshops about it. Made by hand from general knowledge of the field;
 * no word was added because of a labelled pair of the half that is measured.
 */
export const germanLexicon: LexiconData = {
  stopWords: `der die das den dem des ein eine einen einem einer eines und oder aber auch sowie sich ich du er sie es wir
    ihr ihnen ihm ihn mich mir uns euch man mein meine meinen meiner dein deine sein seine seinen seiner seinem ihre
    ihren ihrem ihrer unser unsere unseren unserer dieser diese dieses diesen diesem jener welche welcher welches welchen
    in im ins an am auf aufs aus bei beim mit nach von vom vor zu zum zur für fürs durch über unter um gegen zwischen
    während wegen wg per als wie da dass daß weil wenn damit denn so hier dort dann noch schon mal eben halt doch ja nur
    etwa ist sind war waren sei bin bist wird werden wurde wurden worden würde würden wäre hat haben hatte hatten habe kann
    können könnte könnten soll sollen sollte sollten muss müssen musste müsste müssten darf dürfen mag möchte möchten will
    wollen wollte lassen lässt lass bleibt bleiben selbst selber etwas was wer wo wann warum wieso dazu dafür daran darauf
    darüber davon dabei daher deshalb deren dessen denen sehr ganz gar bereits immer wieder eher sonst sogar bzw usw etc zb
    ab bis seit statt anstatt sondern zwar also nun jetzt je pro via hin her ihrerseits jeweils jeweilige jeweiligen eh
    ohnehin dort einfach`,
  lightWords: `geben gibt machen macht brauchen braucht benötigen anbieten bereitstellen erstellen entwickeln nutzen
    bekommen erhalten wünschen wunsch stehen stellen gehen kommen finden zeigen setzen schaffen führen liegen
    halten bringen nehmen viele viel alle alles jeder jede jedes jeden jedem mehrere einige manche andere anderen gut
    gute guten besser neu neue neuen neuer eigene eigenen klein kleine groß große fest feste konkret gemeinsam zusammen
    oft häufig manchmal meist meistens mindestens spätestens möglichst direkt gleich nötig notwendig wichtig möglich
    person personen menschen leute mensch thema themen sache ding bereich zukünftig künftig regelmäßig dauerhaft
    verfügbar vorhanden existieren angebot möglichkeit tun gelten gerne mehr weniger erst früh
    online digital digitale elektronisch schalten durchführen einführen umsetzen einrichten versehen
    insbesondere z.b. zwei drei vier fünf zehn`,
  negations: `nicht nichts kein keine keinen keinem keiner keines keins ohne nie niemals niemand niemanden niemandem kaum
    weder selten wenig wenige fehlen fehlt fehlend fehlende fehlender fehlendes fehlten mangel mangelnd mangelnde
    mangelnder mangelndes mangels nirgends nirgendwo unmöglich abwesend vermissen ob`,
  negatingPrefixes: ['un', 'nicht', 'miss'],
  negatingEndings: ['los', 'lose', 'loser', 'loses', 'losen'],
  notNegated: `kostenlos kostenlose kostenlosen kostenloser und uns unter unterlage unterlagen unternehmen unternehmer
    unternehmerin unterstützen unterstützung unterschrift unterschriften unterschreiben unterschied unterwegs
    untertitel unterricht union universität uni unfall umgehend los loslegen loslassen verlosung missbrauch unterweisung
    untersuchung untersuchen unterhaltung unterkunft unsere unser arbeitslos arbeitslose arbeitslosigkeit nahtlos
    reibungslos problemlos lückenlos mühelos endlos endlose zahllos zweifellos unbedingt`,
  directions: { an: 'to', für: 'to', von: 'from', vom: 'from', durch: 'from', seitens: 'from' },
  opposites: [
    [
      'mehr erhöhen ausweiten ausbauen steigern verstärken aufstocken zunehmen vermehrt',
      'weniger senken kürzen abbauen verringern reduzieren einschränken zurückfahren abnehmen vermindern',
    ],
    [
      'beibehalten behalten erhalten fortführen weiterführen bewahren stärken',
      'abschaffen einstellen aufgeben streichen beenden abschalten entfernen ersetzen auflösen',
    ],
    [
      'früh früher frühzeitig vorab vorher rechtzeitig schon',
      'spät später nachher nachträglich hinterher verspätet zuletzt',
    ],
    ['vor', 'nach'],
    [
      'zentral zentrale zentraler zentrales zentralisieren',
      'dezentral dezentrale dezentraler dezentrales dezentralisieren',
    ],
    [
      'einheitlich einheitliche einheitlicher gemeinsam',
      'unterschiedlich unterschiedliche verschieden verschiedene getrennt individuell individuelle',
    ],
    ['freiwillig freiwillige', 'verpflichtend verpflichten pflicht verbindlich verbindliche zwingend vorgeschrieben'],
    ['schnell schneller zügig rasch kurz kurze kurzer kürzer', 'langsam langsamer lang lange langer länger dauert'],
    [
      'einfach leicht leichter unkompliziert verständlich',
      'schwer schwierig kompliziert umständlich aufwendig unverständlich',
    ],
    ['öffnen offen öffentlich freigeben', 'schließen geschlossen sperren intern vertraulich'],
    ['analog papier persönlich', 'online digital'],
    ['intern interne internen', 'extern externe externen'],
    ['förmlich siezen formell sachlich', 'locker duzen informell emotional'],
    ['kostenlos kostenfrei gebührenfrei gratis umsonst', 'kostenpflichtig gebührenpflichtig bezahlt'],
    ['erlauben zulassen ermöglichen', 'verbieten untersagen verhindern'],
    ['anonym', 'namentlich personalisiert'],
    [
      'alt alte älter ältere älteren senior seniorin senioren seniorinnen rentner rentnerin',
      'jung junge jünger jüngere jugendlich jugendliche',
    ],
    ['immer stets', 'nie niemals selten'],
    ['alle alles jeder jede', 'niemand keiner'],
    ['anfang beginn beginnen starten', 'ende enden beenden abschluss'],
    ['hoch höher hohe', 'niedrig niedriger gering geringe geringer'],
    ['positiv vorteil vorteile nutzen chance', 'negativ nachteil nachteile risiko'],
    ['bekannt bekannte', 'unbekannt unbekannte'],
    ['vertrauen vertraut', 'misstrauen misstraut'],
    ['stadt städtisch städtische großstadt', 'ländlich ländliche dorf dörfer'],
    ['klein kleine kleiner', 'groß große größer'],
    ['gut gute besser', 'schlecht schlechte schlechter'],
    ['viel viele', 'wenig wenige'],
    ['erst zuerst', 'zuletzt'],
    ['kommen', 'verlassen gehen'],
    ['geben', 'nehmen wegnehmen'],
    ['öffentlich', 'privat private'],
    ['automatisch', 'manuell händisch'],
    ['einzeln', 'gebündelt bündeln'],
    ['bundesweit', 'lokal regional'],
  ],
  abbreviations: [
    'eid|online-ausweis|onlineausweis|elektronischer identitätsnachweis|elektronischer personalausweis|epa ausweis|npa|online-ausweisfunktion|online-ausweisfunktion|elektronische identität|digitaler ausweis|ausweis online-funktion',
    'bundid|bund-id|nutzerkonto bund|nutzerkonto des bundes|bundeskonto|bundesnutzerkonto',
    'ki|künstliche intelligenz|ai',
    'dsgvo|datenschutz-grundverordnung|datenschutzgrundverordnung|ds-gvo',
    'ozg|onlinezugangsgesetz|online-zugangs-gesetz',
    'kmu|kleine und mittlere unternehmen|kleine und mittlere betriebe|mittelstand|mittelständische unternehmen',
    'ihk|industrie- und handelskammer|industrie- und handelskammern',
    'hwk|handwerkskammer|handwerkskammern',
    'dgs|deutsche gebärdensprache|gebärdensprache',
    'ma|mitarbeitende|mitarbeiter|mitarbeiterin|mitarbeiterinnen|beschäftigte|personal|belegschaft|angestellte|kollegen und kolleginnen|kolleginnen und kollegen',
    'faq|häufige fragen|häufig gestellte fragen|oft gestellte fragen|fragen und antworten',
    'bva|bundesverwaltungsamt',
    'bmi|bundesinnenministerium|bundesministerium des innern',
    'öpnv|öffentlicher nahverkehr|öffentlicher personennahverkehr|bus und bahn|nahverkehr',
    'pr|öffentlichkeitsarbeit|presse- und öffentlichkeitsarbeit',
    'pm|pressemitteilung|pressemeldung|presseinformation|medieninformation',
    'sb|sachbearbeitung|sachbearbeiter|sachbearbeiterin|sachbearbeitende',
    'efa|einer für alle|eine für alle',
    'fim|föderales informationsmanagement',
    'pin|geheimzahl|persönliche identifikationsnummer',
    'pdf|pdf-datei',
    'sms|kurznachricht|textnachricht',
    'app|applikation|anwendung fürs handy|handy-app|smartphone-app',
    'kita|kindertagesstätte|kindergarten|kindertageseinrichtung',
    'uni|universität|hochschule|fachhochschule|fh',
    'azubi|auszubildende|auszubildender|lehrling',
    'info|information',
    'doku|dokumentation',
    'orga|organisation',
    'reha|rehabilitation',
    'steuer-id|steueridentifikationsnummer|steuerliche identifikationsnummer',
    'vhs|volkshochschule',
    'jc|jobcenter',
    'aa|agentur für arbeit|arbeitsagentur|arbeitsamt',
    'kfz|kraftfahrzeug|auto|pkw|fahrzeug',
    'ü65|über 65|ab 65',
    'dst|deutscher städtetag|städtetag',
    'dlt|deutscher landkreistag|landkreistag',
    'lk|landkreis|kreis',
    'oe|organisationseinheit',
    'ref|referat',
    'max|maximal|höchstens',
    'min|mindestens|minimal',
    'std|stunde',
    'tel|telefon|telefonisch|telefonnummer',
    'nr|nummer',
    'str|straße',
    'ag|arbeitsgruppe|arbeitskreis|ak',
    'ngo|nichtregierungsorganisation|zivilgesellschaftliche organisation',
    'rz|rechenzentrum|it-dienstleister',
    'kpi|kennzahl|kennziffer|erfolgskennzahl|messgröße',
    'fv|fachverfahren',
    '2fa|zwei-faktor-authentifizierung|zwei-faktor-anmeldung|zweiter faktor',
    'mfk|multifunktionskonto',
    'bafög|bundesausbildungsförderungsgesetz|ausbildungsförderung',
    'insta|instagram',
    'lp|landingpage|landeseite|zielseite',
    'cms|redaktionssystem',
    'qr-code|qr|strichcode zum scannen',
    'yt|youtube',
    'ust|umsatzsteuer',
    'wg|wohngemeinschaft',
    'ea|einheitlicher ansprechpartner',
  ],
  synonyms: [
    'senior|seniorin|ältere menschen|ältere|ältere personen|alte menschen|hochbetagte|ältere generation|rentner|rentnerin|ruheständler|generation 60 plus|ältere bürger|lebensältere',
    'behörde|amt|ämter|verwaltung|dienststelle|öffentliche stelle',
    'unternehmen|firma|firmen|betrieb|betriebe|wirtschaft',
    'studierende|student|studentin|studis|studi|studenten',
    'sorge|angst|befürchtung|furcht|fürchten|befürchten|bedenken|ungutes gefühl|unbehagen|scheu',
    'arbeitsplatz|job|stelle|arbeitsstelle',
    'handy|smartphone|mobiltelefon|mobilgerät|mobil|mobile endgeräte|telefon unterwegs',
    'startseite|homepage|einstiegsseite',
    'webseite|website|internetseite|webauftritt|internetauftritt|netzauftritt|homepage',
    'internet|netz|web',
    'merkblatt|infoblatt|informationsblatt|handzettel|faltblatt|flyer|flugblatt|broschüre|prospekt',
    'plakat|poster|aushang',
    'film|video|clip|kurzfilm|erklärfilm|erklärvideo|kurzvideo|videoclip',
    'kampagne|werbekampagne|werbeaktion|öffentlichkeitskampagne',
    'werben|bewerben|werbung machen|bekannt machen|bekanntmachen|bekannter machen|promoten',
    'hotline|servicetelefon|telefonhotline|service-hotline|beratungstelefon|infotelefon|telefonservice|telefonische beratung|callcenter|bürgertelefon',
    'warteschleife|wartezeit am telefon',
    'schulen|schulung|fortbildung|fortbilden|weiterbildung|weiterbilden|qualifizieren|qualifizierung|training|trainieren|lehrgang|kurs|seminar|workshop',
    'informieren|information|benachrichtigen|unterrichten|bescheid geben|bescheid sagen|in kenntnis setzen|aufklären',
    'anmelden|einloggen|login|log-in|authentifizieren|anmeldung am konto',
    'ausfüllen|eingeben|befüllen',
    'formular|vordruck|antragsformular|maske|eingabemaske',
    'abbrechen|abbruch|abspringen|aufgeben',
    'umständlich|kompliziert|zu viele schritte|unübersichtlich|schwierig|mühsam|aufwendig|schwerfällig|zu aufwändig',
    'verstehen|verständlich|begreifen|nachvollziehen|nachvollziehbar',
    'leichte sprache|einfache sprache|leicht verständliche sprache|klare sprache|verständliche sprache|bürgernahe sprache|alltagssprache',
    'amtsdeutsch|behördendeutsch|verwaltungsdeutsch|beamtendeutsch|juristendeutsch|behördensprache|verwaltungssprache|amtssprache|fachchinesisch',
    'fachbegriff|fachwort|fremdwort|fachausdruck|rechtsbegriff',
    'zweisprachig|in zwei sprachen',
    'mehrsprachig|in mehreren sprachen|verschiedene sprachen|vielsprachig|viele sprachen|fremdsprachen|in anderen sprachen',
    'erstellen|anfertigen|erarbeiten|verfassen|ausarbeiten|produzieren|gestalten',
    'zuständig|verantwortlich|zuständigkeit|verantwortung|verantwortlichkeit',
    'kennen|bekannt|wissen|bekanntheit|kenntnis',
    'kostenlos|gratis|kostenfrei|gebührenfrei|umsonst|unentgeltlich',
    'kosten|gebühr|preis|entgelt|ausgaben',
    'geld|budget|mittel|finanzierung|finanzielle mittel|etat',
    'dauern|dauer|bearbeitungszeit|zeitaufwand',
    'schnell|zügig|rasch|flott|prompt|zeitnah|umgehend|sofort|unverzüglich',
    'vertrauen|zutrauen',
    'datenschutz|schutz der daten|schutz persönlicher daten|privatsphäre|datensicherheit',
    'barrierefrei|barrierefreiheit|zugänglich|zugänglichkeit',
    'bildschirmleser|screenreader|vorlesesoftware|bildschirmvorleser',
    'hochladen|upload|uploaden|einreichen|übermitteln',
    'herunterladen|download|downloaden',
    'nachweis|beleg|bescheinigung|unterlage|dokument',
    'anlage|anhang|beigefügte unterlage',
    'unterschrift|unterschreiben|unterzeichnen|signatur|signieren',
    'papier|papierform|ausdruck|ausdrucken|drucken',
    'post|postweg|brief|postalisch|schreiben per post|briefpost',
    'email|mail|elektronische post',
    'bürger|bürgerin|bürgerschaft|bevölkerung|einwohner|einwohnerin',
    'kommune|gemeinde|kommunal|stadt und gemeinde|städte und gemeinden|rathaus vor ort',
    'rathaus|stadtverwaltung|gemeindeverwaltung|stadthaus',
    'bürgerbüro|bürgeramt|bürgerservice|bürgerzentrum|kundenzentrum',
    'schalter|tresen|theke|service-punkt',
    'land|bundesland|landesebene',
    'bund|bundesebene',
    'land auf dem dorf|ländlicher raum|ländliche region|ländliche gebiete|auf dem land',
    'zugewanderte|migrant|migrantin|migranten|menschen mit migrationshintergrund|eingewanderte|zuwanderer|menschen mit zuwanderungsgeschichte|neuzugewanderte',
    'geflüchtete|flüchtling|schutzsuchende',
    'menschen mit behinderung|behinderte|menschen mit beeinträchtigung|menschen mit einschränkung|menschen mit handicap',
    'gehörlos|taub|hörbehindert',
    'blind|sehbehindert|sehbeeinträchtigt',
    'gründer|gründerin|gründende|existenzgründer|existenzgründerin|start-up|startup|existenzgründung',
    'eltern|mutter und vater|mütter und väter|familie mit kind|junge familie',
    'alleinerziehende|alleinerziehend|ein-eltern-familie',
    'jugendliche|junge menschen|junge leute|jungen menschen|teenager|heranwachsende',
    'schüler|schülerin|schulkind',
    'lehrkraft|lehrer|lehrerin|lehrende',
    'arzt|ärztin|hausarzt|praxis|arztpraxis',
    'hebamme|geburtshelferin|entbindungspfleger',
    'ehrenamtliche|ehrenamtlich|freiwillige|engagierte|freiwillige helfer',
    'digitallotse|digitalpate|digitalhelfer|digitalbegleiter|digitalmentor|internetlotse|techniklotse',
    'multiplikator|multiplikatorin|vermittler|mittler|botschafter|botschafterin|fürsprecher',
    'presse|medien|journalist|journalistin',
    'lokalzeitung|regionalzeitung|lokalpresse|regionalpresse|lokale zeitung|tageszeitung|zeitung vor ort|örtliche presse|lokalmedien',
    'soziale medien|social media|soziale netzwerke|sozialen netzwerken|social-media-kanäle',
    'newsletter|rundbrief|infobrief|rundmail|rundschreiben',
    'ansprechpartner|ansprechperson|ansprechpartnerin|kontaktperson|fester kontakt|ansprechstelle',
    'führungskraft|leitung|vorgesetzte|chef|chefin|führungsebene|leitungsebene|hausleitung',
    'vorlage|muster|mustertext|textbaustein|template|vordruck zum anpassen',
    'leitfaden|handreichung|handbuch|anleitung|ratgeber|wegweiser|arbeitshilfe|leitlinie',
    'checkliste|prüfliste|abhakliste',
    'test|erproben|erprobung|ausprobieren|pilotieren|pilot|probelauf|testen|testphase',
    'start|go-live|livegang|inbetriebnahme|einführung|freischaltung',
    'rückmeldung|feedback|resonanz|bewertung der nutzer',
    'umfrage|befragung|erhebung|befragen',
    'messen|auswerten|auswertung|evaluieren|evaluation|erheben|erfolgsmessung|messung',
    'statistik|nutzungszahlen|zugriffszahlen|fallzahlen|zahlen zur nutzung',
    'monatlich|jeden monat|einmal im monat|im monatstakt',
    'jährlich|jedes jahr|einmal im jahr|alle zwölf monate',
    'wöchentlich|jede woche|einmal pro woche',
    'halbjährlich|zweimal im jahr|alle sechs monate',
    'hilfe|unterstützung|helfen|unterstützen|begleitung|begleiten|beistand|assistenz',
    'beraten|beratung|sprechstunde|beratungsgespräch',
    'persönlich|von angesicht zu angesicht|mit einem menschen|vor ort',
    'suchen|suche|auffinden|auffindbar|auffindbarkeit',
    'termin|terminvergabe|terminbuchung',
    'wartezeit|warten|schlange stehen|anstehen|lange schlange',
    'nervig|nerven|lästig|ärgerlich|ärgern|ärger|frustrierend|frust|störend',
    'unsicher|unsicherheit|verunsichert|verunsicherung|ungewiss',
    'fehler|irrtum|falsch',
    'absturz|abstürzen|hängt sich auf|stürzt ab|fehlermeldung|systemfehler',
    'zwischenspeichern|zwischenspeicherung|zwischenstand speichern|später weitermachen|später fortsetzen|entwurf speichern',
    'bearbeitungsstand|stand der bearbeitung|status des antrags|antragsstatus|bearbeitungsstatus|stand des antrags|sachstand',
    'bescheid|entscheidung|bewilligung',
    'antrag|beantragen|antragstellung',
    'antragsteller|antragstellerin|antragstellende',
    'nutzer|nutzerin|nutzende|anwender|anwenderin|user|anwendende',
    'bezahlen|zahlen|zahlung|bezahlung|bezahlfunktion',
    'einmal|once-only|nur einmal',
    'einheitlich|gleich|standardisiert|standard|vereinheitlichen|einheitlichkeit|harmonisieren',
    'anreiz|belohnung|bonus|vorteil|vergünstigung|prämie|rabatt|belohnen',
    'ersparen|sparen|einsparung|ersparnis|einsparen',
    'weg|gang zum amt|behördengang|amtsgang|weg aufs amt|weg zum amt|fahrt zum amt',
    'öffnungszeit|sprechzeit|öffnungsstunden',
    'rund um die uhr|jederzeit|24 stunden|zu jeder zeit|tag und nacht|24/7',
    'umzug|umziehen|wohnungswechsel|umgezogen',
    'geburt|nachwuchs|neugeborenes|baby',
    'führerschein|fahrerlaubnis',
    'gewerbeanmeldung|gewerbe anmelden|anmeldung eines gewerbes',
    'kammer|wirtschaftskammer',
    'verband|verein|interessenverband',
    'steuerberater|steuerberaterin|steuerkanzlei|steuerbüro',
    'schnittstelle|anbindung|anschluss|api',
    'software|programm|anwendung|fachanwendung',
    'medienbruch|bruch zwischen papier und digital|medienwechsel',
    'digitalkompetenz|digitale kompetenz|medienkompetenz|digitale fähigkeiten|digitale kenntnisse',
    'internetzugang|internetanschluss|netzabdeckung|internetverbindung|breitband|schnelles internet|empfang',
    'endgerät|gerät|hardware',
    'computer|rechner|pc|laptop|notebook',
    'zielgruppe|adressat|zielpublikum',
    'botschaft|kernbotschaft|aussage|slogan|claim|leitspruch',
    'logo|dachmarke|marke|markenzeichen',
    'bild|foto|fotografie|abbildung|grafik|illustration',
    'messe|ausstellung',
    'veranstaltung|event|infoveranstaltung|informationsveranstaltung|infoabend',
    'austausch|vernetzen|vernetzung|netzwerk|erfahrungsaustausch',
    'zusammenarbeiten|zusammenarbeit|kooperieren|kooperation|partnerschaft|kooperationspartner|partner',
    'einbinden|einbeziehen|beteiligen|beteiligung|mitnehmen|einbindung|mitwirken',
    'erreichen|ansprechen|ansprache|erreichbar|kontaktieren',
    'bündeln|zusammenfassen|zusammenführen|in einem|aus einer hand|alles an einem ort|zentral an einer stelle',
    'ablehnen|ablehnung|verweigern|abgelehnt|weigern|zurückweisen',
    'beschwerde|beschweren|reklamation|kritik',
    'erinnern|erinnerung|reminder|mahnen',
    'hinweisen|hinweis|aufmerksam machen|verweisen|verweis',
    'link|verlinken|verlinkung|verknüpfung',
    'auslegen|ausliegen|auslage',
    'verteilen|ausgeben|aushändigen|austeilen|verteilung',
    'veröffentlichen|bekanntgeben|publizieren',
    'zusätzlicher aufwand|mehraufwand|mehrarbeit|zusätzliche arbeit|zusatzarbeit|mehr arbeit',
    'zeitnot|zeitdruck',
    'gesetz|recht|rechtlich|gesetzlich|vorschrift|rechtslage',
    'abzocke|betrug|betrügen|betrüger',
    'sicher|sicherheit',
    'selbstständig|selbstständige|freiberufler|freiberuflerin|solo-selbstständige',
    'barriere|hürde|hemmnis|hindernis|hemmschwelle',
    'zufrieden|zufriedenheit',
    'verbessern|optimieren|verbesserung|optimierung',
    'vereinfachen|vereinfachung|erleichtern|verschlanken|entbürokratisieren',
    'aktualisieren|aktuell halten|auf dem neuesten stand|pflegen|aktualität',
    'veraltet|überholt|altmodisch',
    'benutzen|nutzen|verwenden|gebrauchen|anwenden',
    'rentenbescheid|rente',
    'ausland|im ausland|auslands',
    'beispiel|praxisbeispiel|gute praxis|best practice|erfolgsgeschichte|leuchtturm|erfolgsbeispiel',
    'abgleich|abstimmen|abstimmung|absprechen|absprache|koordinieren|koordination',
  ],
  kinds: {
    people: `eltern senior unternehmen studierende mitarbeitende bürger kommune gründer steuerberater hebamme azubi
      jugendliche schüler lehrkraft arzt zugewanderte geflüchtete alleinerziehende selbstständige handwerker rentner
      presse kammer verband verein ehrenamtliche digitallotse multiplikator führungskraft land bund landkreis jobcenter
      krankenkasse personalrat behörde hochschule schule kita bibliothek kanzlei notar landwirt pflegende angehörige
      familie vermieter mieter arbeitgeber arbeitnehmer kind vater mutter frau mann nutzer klinik apotheke bank`,
    means: `plakat flyer film newsletter radio radiospot podcast messe stand brief email chat telefon hotline chatbot app
      webseite anzeige zeitung instagram youtube tiktok facebook linkedin veranstaltung schulung leitfaden checkliste
      umfrage interview workshop webinar sprechstunde beratung karte überweisung lastschrift fax post sms roadshow
      intranet aushang qr-code vorlage pressemitteilung influencer fernsehen kino bus spiel wettbewerb gutschein
      faq sprachassistent avatar tutorial hausbesuch postkarte poststelle beilage banner suchanfrage formular
      eid elster passwort bundid zertifikat`,
    services: `elterngeld kindergeld wohngeld bafög bürgergeld gewerbeanmeldung kfz führerschein personalausweis reisepass
      ummeldung umzug geburtsurkunde führungszeugnis rente bauantrag hundesteuer grundsteuer steuererklärung
      kita-platz schwerbehindertenausweis aufenthaltstitel einbürgerung eheschließung sterbeurkunde unterhaltsvorschuss`,
    qualities: `schnell langsam einfach schwierig teuer kostenlos sicher bekannt verständlich barrierefrei zuverlässig
      aktuell vollständig persönlich freundlich einheitlich mehrsprachig voll laut leer`,
  },
  compoundParts: `antrag formular online digital daten schutz bürger büro amt service telefon eltern geld kinder kind gewerbe
    anmeldung abmeldung ummeldung unternehmen konto nutzer steuer berater beratung kammer verband verein gründer
    gründung senioren jugend schul schule hochschul hochschule studien studierenden semester information info blatt
    material vorlage muster text baustein presse mitteilung meldung stelle arbeit kreis gruppe verwaltung
    mitarbeitende mitarbeiter beschäftigte personal rat kommunikation leitfaden kampagne werbe werbung mittel film
    video erklär kurz clip bild foto plakat flyer zeitung zeitschrift fach wort begriff sprache barriere gebärden
    leser bildschirm schulung angebot veranstaltung messe stand abend tag woche monat jahr zeit warte wartezeit
    zimmer raum bereich schleife sprech stunde termin vergabe buchung nachweis unterlagen bescheid bescheinigung
    ausweis pass führer schein zulassung kraft fahrzeug wohn wohnung umzug geburt urkunde klinik arzt praxis
    apotheke kranken kasse versicherung renten rente pflege hilfe unterstützung begleitung paten pate lotse lotsen
    mentor netz netzwerk partner treffen austausch runde umfrage befragung rückmeldung auswertung messung nutzung
    zahlen kenn zahl quote ziel bekanntheit zugang zugangs test tests pilot projekt phase start schnittstelle
    software anwendung verfahren portal seite startseite internet webseite web app handy mobil gerät sicherheit
    betrug vertrauen bedenken angst sorge hürde pflicht unterschrift papier medien bruch post brief wurf kasten
    sendung karte code aushang brett rathaus land bund länder kommunen kommunal stadt städte gemeinde gemeinden
    landkreis bezirk regional lokal handwerk industrie handels wirtschaft förderung förder programm topf gebühr
    gebühren kosten preis rechner such suche maschine ergebnis frage fragen antwort antworten liste check prüfung
    status bearbeitung dauer abschluss abbruch ausfüll eingabe feld fehler hinweis meldungen anzeige anzeigen spot
    radio fernsehen sender podcast newsletter mail adresse nummer ansprech person familien familie mütter väter
    ausbildung beruf erst einschreibung bibliothek dorf laden bus filiale bank sparkasse marke dach logo botschaft
    kern slogan beispiel geschichte erfolg bericht stamm tisch kanzlei kanzleien verlust platz arbeitsplatz job
    mandanten wohngeld rahmen vereinbarung vertrag gesetz recht führung kräfte leitung gehalt einkommen öffnung
    alter tüte mappe baum leit finanz rück sach haupt grund schlüssel spiel fest markt hof hund bau vor ort verkehr
    gesundheit sozial kultur sport umwelt energie wasser heim haus amts behörde staat europa welt wissen lern lehr
    kurs unterricht prozess ablauf plan planung konzept strategie bedarf analyse erhebung rechnung zahlung
    überweisung verbot klärung fahrt brücke tour besuch gespräch einladung anruf ansage ton stimme buch heft tasche
    kalender uhr pause essen kaffee café garten straße bahn auto rad fuß weg`,
  irregular: `gibt=geben gebt=geben gab=geben hilft=helfen half=helfen geholfen=helfen spricht=sprechen gesprochen=sprechen
    weiß=wissen weißt=wissen wusste=wissen gewusst=wissen liest=lesen gelesen=lesen sieht=sehen gesehen=sehen
    nimmt=nehmen genommen=nehmen trifft=treffen getroffen=treffen findet=finden gefunden=finden fand=finden
    versteht=verstehen verstanden=verstehen verständnis=verstehen steht=stehen gestanden=stehen geht=gehen
    gegangen=gehen ging=gehen kommt=kommen gekommen=kommen schreibt=schreiben geschrieben=schreiben
    unterschrieben=unterschreiben unterschrift=unterschreiben angeboten=anbieten bietet=bieten geboten=bieten
    bekam=bekommen erhält=erhalten verliert=verlieren verloren=verlieren verlust=verlieren vergisst=vergessen
    bricht=brechen abgebrochen=abbrechen bricht=brechen wirbt=werben geworben=werben werbung=werben beworben=bewerben
    empfiehlt=empfehlen empfohlen=empfehlen wirft=werfen geworfen=werfen läuft=laufen gelaufen=laufen
    hält=halten gehalten=halten fällt=fallen gefallen=fallen fährt=fahren gefahren=fahren trägt=tragen
    getragen=tragen lädt=laden geladen=laden hochgeladen=hochladen eingeladen=einladen einladung=einladen
    schlägt=schlagen vorgeschlagen=vorschlagen vorschlag=vorschlagen
    dreht=drehen gedreht=drehen wächst=wachsen fängt=fangen angefangen=anfangen anfang=anfangen
    begonnen=beginnen begann=beginnen beginn=beginnen kommunizieren=kommunikation kommuniziert=kommunikation
    beantragen=antrag beantragt=antrag beantragung=antrag anträge=antrag teilnahme=teilnehmen angst=ängste
    ängstlich=ängste schloss=schließen geschlossen=schließen verbunden=verbinden verbindung=verbinden
    gewonnen=gewinnen gewinnt=gewinnen bewusst=bewusst kannte=kennen gekannt=kennen kennt=kennen
    erkannt=erkennen benannt=benennen genannt=nennen gesandt=senden versand=versenden gezogen=ziehen
    umgezogen=umziehen umzug=umziehen umzüge=umziehen bezogen=beziehen zugang=zugang brachte=bringen gebracht=bringen
    dachte=denken gedacht=denken getan=tun tut=tun blieb=bleiben geblieben=bleiben stieg=steigen gestiegen=steigen
    hing=hängen ausgehängt=aushang aushängen=aushang aushänge=aushang entscheidung=entscheiden entschieden=entscheiden
    schutz=schützen geschützt=schützen nutzung=nutzen benutzt=benutzen spät=spät frühe=früh früher=früh
    einbindung=einbinden eingebunden=einbinden bezahlung=bezahlen zahlung=zahlen hilfen=hilfe hilfe=helfen
    suche=suchen wahl=wählen auswahl=auswählen sprache=sprache mitarbeiterinnen=mitarbeitende
    mitarbeiter=mitarbeitende mitarbeiterin=mitarbeitende mitarbeitern=mitarbeitende beschäftigten=beschäftigte
    studenten=studierende studentinnen=studierende student=studierende studentin=studierende
    gründende=gründer gründenden=gründer nutzende=nutzer nutzenden=nutzer nutzerinnen=nutzer
    migration=migration organisieren=organisation organisiert=organisation
    höher=hoch hohe=hoch hohen=hoch besser=gut bessere=gut`,
}
