// Every call of the API in words: a name of a few words, and what it does and asks in two sentences.
import type { CommandName } from '../../domain/commands/commands.js';

export interface CallWords {
  summary: string;
  description: string;
}

const words = (summary: string, description: string): CallWords => ({ summary, description });

export const commandWords: Record<CommandName, CallWords> = {
  'start-phase': words(
    'Begin een fase',
    'De procesleider legt vast op welke dag een fase begon. Elke fase waar deze volgens het procesplan op wacht, moet dan klaar zijn.',
  ),
  'complete-phase': words(
    'Rond een fase zonder go/no-go-moment af',
    'De procesleider legt vast op welke dag zo’n fase klaar was. Elk bezoek dat de fase noemt, is dan gemaakt of met reden overgeslagen.',
  ),
  'rework-phase': words(
    'Neem een fase na een no-go opnieuw op',
    'Daarmee begint een nieuwe ronde van fase en go/no-go-moment. De vorige ronde blijft te lezen.',
  ),
  'visit-body': words(
    'Leg een bezoek vast, of sla het over met reden',
    'Een bezoek aan een orgaan tijdens een fase, met wat er is gehoord. De bevindingen ziet alleen dat orgaan en de procesleider.',
  ),
  'record-publication': words(
    'Leg een bekendmaking vast',
    'Waar een orgaan zijn eigen besluit bekendmaakte, of waar bekend is gemaakt wat samen is besloten. Ook nadat de fase van de bekendmaking klaar is.',
  ),
  'plan-phase': words(
    'Verplaats een geplande datum van een fase',
    'Legt vast wanneer de fase nu gepland staat, en waarom. De vorige datum blijft staan; te laat zijn wordt nooit geweigerd.',
  ),
  'record-meeting': words(
    'Leg vast wat er van een overleg werd',
    'Een overleg dat op een dag werd verwacht, is gehouden, verplaatst of vervallen. Waarden horen bij de doelen die de fase noemt.',
  ),
  'submit-gate': words(
    'Leg een vraag voor',
    'De procesleider legt het go/no-go-moment voor aan wie volgens het procesplan besluiten. Vanaf die dag staat vast wie dat zijn.',
  ),
  'withdraw-gate': words(
    'Neem een voorlegging terug',
    'De vraag ligt daarna niet meer voor, met de reden erbij. Wat er al was besloten, blijft te lezen.',
  ),
  'revise-proposal': words(
    'Leg een nieuwe versie voor',
    'Eerdere besluiten gaan over de vorige versie en tellen niet meer mee. Organen met een tekstueel mandaat hoeven niet opnieuw te besluiten.',
  ),
  'record-receipt': words(
    'Leg vast dat een orgaan het ontving',
    'Vanaf die dag loopt de eigen termijn van dat orgaan. Waar het procesplan geen termijn vanaf ontvangst kent, kan dit niet.',
  ),
  'schedule-item': words(
    'Leg vast wanneer een orgaan het behandelt',
    'Zegt op welke vergadering het staat, en hoe ver het in het orgaan is. Een orgaan dat nog niet besloot, staat daarna als ingepland.',
  ),
  'extend-term': words(
    'Verleng een termijn',
    'Van één orgaan of van alle, met de reden en wie dat besloot. Wat is besloten, blijft staan; wie te laat was en het zo niet meer is, is niet meer te laat. Een termijn die nog niet loopt, begint er niet door.',
  ),
  'lay-paper': words(
    'Leg een gevraagd stuk vast',
    'Een stuk dat het procesplan hier vraagt, met naam en adres. Een later stuk komt in de plaats van een eerder; beide blijven te lezen. Zolang een verplicht stuk ontbreekt, kan het geen go zijn.',
  ),
  'state-criterion': words(
    'Stel vast of aan een criterium is voldaan',
    'Door wie het procesplan daarvoor noemt, met bewijs en dag. Zolang aan een verplicht criterium niet is voldaan, kan het geen go zijn. Wat eerder is vastgesteld, blijft te lezen.',
  ),
  'change-electorate': words(
    'Wijzig wie besluiten',
    'Organen komen erbij, gaan weg of gaan samen, met de reden, de grond, het overleg en de dag waarop elk orgaan bericht kreeg. Een orgaan dat al besloot, kan alleen zelf uittreden. Een conclusie daarna zegt ook hoe het zonder de wijziging had gestaan.',
  ),
  'leave-gate': words(
    'Leg vast dat een orgaan uittreedt',
    'De secretaris of griffier zegt dat het eigen orgaan hier niet meer meebesluit. Alleen zo gaat een orgaan weg dat al heeft besloten. Het besluit zelf blijft in het logboek.',
  ),
  'amend-rule': words(
    'Wijzig de besluitregel',
    'Alleen met een overleg, een reden en wie ermee instemden. De vorige regel blijft te lezen.',
  ),
  'notify-amendment': words(
    'Leg vast dat alle organen bericht kregen',
    'Van een gewijzigde besluitregel moet elk orgaan weten. Tot dat vastligt, staat erbij dat het bericht ontbreekt.',
  ),
  'rule-gate': words(
    'Leg de conclusie vast',
    'De voorzitter legt vast wat het overleg concludeerde: go, no-go of aanhouden. Een go kan alleen als de besluitregel op go uitkomt.',
  ),
  'split-gate': words(
    'Leg een splitsing vast',
    'Een deel van de organen gaat verder met de ene mogelijkheid, een deel met een andere. Dat kan alleen waar het procesplan het toelaat.',
  ),
  'reopen-gate': words(
    'Open een go/no-go-moment opnieuw',
    'De ronde en de besluiten daarin blijven, en de vorige conclusie blijft te lezen. Latere fasen krijgen een opmerking en worden niet teruggedraaid.',
  ),
  'record-decision': words(
    'Leg vast wat een orgaan besloot',
    'De secretaris of griffier legt het voor het eigen orgaan vast, de procesleider met bewijs voor elk orgaan. Met `corrects` verbetert u wat er stond, met `revises` besloot het orgaan opnieuw.',
  ),
  'confirm-decision': words(
    'Bevestig of betwist wat de regio vastlegde',
    'Het orgaan zelf zegt of het klopt wat de procesleider vastlegde. Betwisten vraagt een reden.',
  ),
  'withdraw-decision': words(
    'Trek een besluit in',
    'Het orgaan heeft daarna niet besloten. Het ingetrokken besluit blijft met de reden te lezen.',
  ),
  'release-decision': words(
    'Maak een besluit bekend',
    'Een besloten besluit wordt zichtbaar voor de regio of voor iedereen. Dat kan ook vanaf een latere dag.',
  ),
  'adopt-list': words(
    'Leg vast dat de besluitenlijst is vastgesteld',
    'Tot die dag is een besluit voorlopig. Waar de lijst is gepubliceerd, kan er meteen bij.',
  ),
  'lift-secrecy': words(
    'Leg vast dat geheimhouding is opgeheven',
    'Van welk stuk, op welke dag en door wie. Hief een ander orgaan haar op dan daartoe bevoegd is, dan krijgt het besluit de opmerking `secrecy-lifted-by-other`.',
  ),
  'answer-point': words(
    'Beantwoord een punt van een zienswijze',
    'Elk punt van een zienswijze krijgt een eigen antwoord. Het staat daarna bij het besluit van het orgaan.',
  ),
  'answer-remark': words(
    'Beantwoord een aandachtspunt',
    'Elk aandachtspunt bij een akkoord krijgt een eigen antwoord. Het staat daarna bij het besluit van het orgaan.',
  ),
  'answer-condition': words(
    'Beantwoord een voorwaarde',
    'De voorzitter neemt een voorwaarde over, neemt die mee naar een latere fase of wijst die af. Het orgaan zelf zegt of de voorwaarde is vervuld, vervalt of wordt betwist.',
  ),
  'record-fact': words(
    'Leg een feit van buiten vast',
    'Iets buiten het traject waarop een fase wacht, met de bron. Daarna hoeft die fase er niet meer op te wachten.',
  ),
  'record-mandate': words(
    'Leg een mandaat vast',
    'Wie namens een orgaan mag besluiten, voor wat, vanaf wanneer en door welk besluit. Legt de procesleider het vast, dan staat erbij dat het orgaan het nog niet bevestigde.',
  ),
  'end-mandate': words(
    'Leg vast dat een mandaat eerder eindigt',
    'De laatste dag waarop het mandaat geldt, met de reden. Een besluit van daarna krijgt de opmerking `mandate-ended`.',
  ),
  'confirm-mandate': words(
    'Bevestig of betwist een mandaat dat de regio vastlegde',
    'Het orgaan zelf zegt of het mandaat zo is gegeven. Een betwist mandaat dekt geen besluit; betwisten vraagt een reden.',
  ),
  'merge-parties': words(
    'Leg een herindeling vast',
    'Gemeenten gaan samen verder, zoals het register van gemeenten het zegt: dat geeft de dag en de namen. Het telt één keer, voor alle momenten die open staan en die nog komen. De opvolger heeft daar de zetel en het gewicht van haar voorgangers, en nog niet besloten. Wat is afgesloten, blijft zoals het was.',
  ),
  'migrate-dossier': words(
    'Breng een traject over naar een ander procesplan',
    'Alles wat is vastgelegd gaat mee, of er gebeurt niets. Met `dryRun` is het antwoord wat het zou doen.',
  ),
  'stop-dossier': words(
    'Stop een traject voor zijn einde',
    'Er kan daarna niets meer worden vastgelegd. Alles blijft te lezen, met de reden erbij.',
  ),
};

/** The other calls, by their operation. */
export const callWords: Record<string, CallWords> = {
  'tokens-signIn': words(
    'Meld u aan en krijg een token voor twaalf uur',
    'Stuur het token daarna mee als `Authorization: Bearer`. Een onbekend adres en een verkeerd wachtwoord krijgen hetzelfde antwoord.',
  ),
  'tokens-signOut': words(
    'Meld u af',
    'Het token werkt daarna niet meer. Andere tokens van dezelfde persoon blijven werken.',
  ),
  'tokens-me': words(
    'Wie u bent en welke rollen u hebt',
    'Uw naam, uw e-mailadres en uw rollen. Ook rollen die nog niet of niet meer gelden staan erbij.',
  ),
  'turns-list': words(
    'Wat er van u wordt gevraagd, in alle trajecten',
    'Wat u in uw rollen te doen hebt, sinds wanneer en uiterlijk wanneer; ook wat nog niet kan, met wat eraan in de weg staat. Op begindatum van het traject, in bladzijden; een bladzijde kan korter zijn dan gevraagd zolang `next` niet null is.',
  ),
  'forecasts-one': words(
    'Wanneer een traject op zijn vroegst klaar kan zijn',
    'Met de kalenders die zijn ingevuld, voorbereiding, termijnen en agenda’s, en met wat is besloten: per fase de vroegste en de uiterste dag, per orgaan de eerste vergadering die kan en de laatste op tijd, de langste weg en de speling. Wie nog moet besluiten, zegt in deze rekensom ja in de eerste vergadering die kan. `lacks` noemt van wie geen kalender bekend is; dan is er geen datum. `assumed` is waar als een kalender is aangenomen voor de demonstratie. `forecast` is null als er niets meer te verwachten is.',
  ),
  'searches-find': words(
    'Zoek in alle trajecten die u mag zien',
    'In titels, nummers, toelichtingen, voorwaarden, aandachtspunten, bevindingen en namen van stukken. Alle woorden moeten bij elkaar staan; hoofdletters, accenten en meervoud maken niet uit. Eerst trajecten die zo heten, dan de nieuwste regels.',
  ),
  'workflows-list': words(
    'De procesplannen, elk in de nieuwste versie',
    'Iedereen die is aangemeld, ziet alle procesplannen. Oudere versies staan bij het procesplan zelf.',
  ),
  'workflows-one': words(
    'Een procesplan, in de nieuwste of een andere versie',
    'Partijen, fasen, go/no-go-momenten en besluitregels. Ook staat erbij hoe het procesplan is gecontroleerd.',
  ),
  'dossiers-start': words(
    'Start een traject',
    'De procesleider begint een traject volgens een procesplan; zonder `version` het nieuwste. Daarmee is nog geen fase begonnen.',
  ),
  'dossiers-list': words(
    'De trajecten die u mag zien',
    'Op begindatum, in bladzijden. Een traject waarin u geen rol hebt, staat er niet bij.',
  ),
  'dossiers-one': words(
    'Een traject, nu of op een dag',
    'De fasen, hoe elk go/no-go-moment staat en wat nu de volgende stap is. Met `asOf` en `knownAt` leest u hoe het stond.',
  ),
  'dossiers-events': words(
    'Wat er is vastgelegd, in volgorde',
    'Elke logregel met de eigen hash, die op de vorige volgt. Wat voor u besloten is, is leeg.',
  ),
  'dossiers-gate': words(
    'Een go/no-go-moment, in deze of een eerdere ronde',
    'De besluiten, de voorwaarden, wie er nog mist en waarom de stand zo is. Ook eerdere conclusies en versies van het voorstel staan erin.',
  ),
  'papers-upload': words(
    'Upload een stuk',
    'Eén bestand, als `multipart/form-data` in het veld `file`: PDF, DOCX, ODT, XLSX, PNG, JPEG of WebP, hoogstens 25 MB. Een feit verwijst er daarna naar met `file`; zonder zo’n feit verdwijnt het na een dag.',
  ),
  'papers-one': words('Een stuk zelf', 'Voor wie een feit mag zien dat ernaar verwijst; voor anderen is het er niet.'),
  'papererasures-erase': words(
    'Wis de inhoud van een stuk',
    'De inhoud verdwijnt overal waar dit stuk staat; de naam en de hash blijven, met de dag en de reden. Hetzelfde bestand wordt daarna geweigerd. Niet terug te draaien; nog een keer verandert niets.',
  ),
  'toldotherwise-list': words(
    'Wat sinds een nieuwe versie van Sluis anders is gelezen',
    'Van elk orgaan dat er anders voor staat dan in de eerste uitgave: hoe het stond, hoe het staat en waarom. Ook wat de voorzitter al heeft gezien, staat erbij.',
  ),
  'toldotherwise-see': words(
    'Zeg dat u hebt gezien wat anders is gelezen',
    'De voorzitter van een go/no-go-moment heeft gezien wat daar anders staat; daarna staat het niet meer op de pagina’s. Nog een keer verandert niets.',
  ),
  'securitylog-list': words(
    'Het beveiligingslogboek',
    'Alleen voor beheerders. Wie zich aanmeldde, wie werd geweigerd, en wat er aan mensen en rollen is veranderd; het nieuwste eerst, in bladzijden. De regels vormen één keten van hashes; dat u ze las, staat er daarna ook in.',
  ),
  'people-list': words('De mensen en hun rollen', 'Alleen voor beheerders. Op e-mailadres, in bladzijden.'),
  'people-add': words(
    'Voeg iemand toe',
    'Alleen voor beheerders. De persoon kan pas iets na een rol en een eenmalige link.',
  ),
  'people-assign': words(
    'Geef iemand een rol',
    'Alleen voor beheerders, en nooit voor zichzelf. Een rol geldt voor één orgaan, van een dag tot een dag.',
  ),
  'people-end': words(
    'Beëindig een rol',
    'Alleen voor beheerders; de rol geldt tot en met de genoemde dag, die alleen naar voren kan. De persoon wordt overal afgemeld.',
  ),
  'people-roles': words(
    'Wat van iemand en zijn rollen is vastgelegd',
    'Alleen voor beheerders. Elke logregel met wie, wanneer en waarom, in volgorde; alle mensen samen vormen één keten van hashes.',
  ),
  'people-correct': words(
    'Verbeter een naam of e-mailadres',
    'Alleen voor beheerders, met een reden. Hoe het eerst luidde, blijft in het logboek staan.',
  ),
  'people-erase': words(
    'Wis wie iemand is',
    'Alleen voor beheerders, met een reden; niet terug te draaien. Naam, adres en redenen verdwijnen, de rollen eindigen vandaag en aanmelden kan niet meer. Wat de persoon vastlegde, blijft.',
  ),
  'people-invite': words(
    'Maak een eenmalige link om een wachtwoord te kiezen',
    'Alleen voor beheerders; de link werkt 24 uur. Het is ook de weg voor wie een wachtwoord vergat. Wie hem maakte en wanneer er een wachtwoord mee is gekozen, staat in het logboek van de persoon.',
  ),
};
