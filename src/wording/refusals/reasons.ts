// Why a field cannot be as it was sent and what to do, after its name.
import type { Reason, ReasonFacts } from '../../domain/reasons.js';
import type { RuleFault } from '../../domain/rule-faults.js';
import { longDay } from '../language/dates.js';
import { faultsInWords } from '../gates/plan-faults.js';
import { ruleFaultWords, saidBy, type FaultWords } from '../gates/rule-faults.js';

/** Each once, though it may be so for several electorates. */
const eachOnce = (faults: readonly RuleFault[]): string => [...new Set(faults.map(ruleFaultWords))].join('; ');

const words: FaultWords<ReasonFacts> = {
  'no-address': 'is geen link; begin met https://',
  'neither-link-nor-paper': 'ontbreekt; noem een link, of kies een bestand',
  'paper-empty': 'is een leeg bestand; kies een bestand waar iets in staat',
  'paper-together-too-large': 'past er niet meer bij: samen hoogstens 100 MB; stuur dit stuk apart',
  'paper-too-large': 'is groter dan 25 MB; maak het kleiner, of noem een link naar het stuk',
  'paper-of-other-kind': 'is geen PDF, DOCX, ODT, XLSX, PNG, JPEG of WebP; sla het stuk op als PDF en kies dat bestand',
  'paper-named-otherwise': 'heet anders dan wat erin zit; geef het bestand zijn eigen achtervoegsel, of kies een ander',
  'paper-encrypted':
    'is beveiligd met een wachtwoord, zodat anderen het niet kunnen lezen; sla het op zonder beveiliging',
  'paper-erased': 'is gewist omdat het hier niet mocht staan; kies een bestand zonder die gegevens',
  'paper-name-too-long': 'heeft een naam van meer dan 200 tekens; geef het bestand een kortere naam',
  'paper-name-odd': 'heeft een naam die hier niet kan; geef het bestand een naam van gewone letters en cijfers',
  'paper-broken-off': 'is niet helemaal aangekomen; kies het bestand opnieuw',
  'paper-not-kept': 'past niet meer in de opslag; kies het later opnieuw, of noem een link naar het stuk',
  'paper-not-now': 'kon nu niet worden bewaard; kies het bestand opnieuw',
  'paper-not-yours': 'is niet bewaard, omdat u niet was aangemeld of dit hier niet mag; kies het bestand opnieuw',
  'rule-does-not-fit': ({ faults }) => `kan hier niet: ${eachOnce(faults)}`,
  'rule-outgrown': ({ faults }) =>
    `past hier niet: ${faults.map(ruleFaultWords).join('; ')}; wijzig eerst de besluitregel`,
  'branch-rule-does-not-fit': ({ gate, faults }) =>
    `kan niet verder bij ${gate}: ${faults.map(ruleFaultWords).join('; ')}`,
  'many-rules': ({ max }) => `bevat meer dan ${max} regels; vereenvoudig de regel`,
  'not-all-agreed': ({ lacking }) =>
    `noemt niet allen die besluiten; noem ook ${lacking.join(', ')}, of laat agreedBy weg`,
  'nothing-to-tell': 'kan hier niet: er is niets waarvan nog bericht moet komen',
  'no-papers-asked': 'kan hier niet: het procesplan vraagt bij dit moment geen stukken; noem het bij het voorleggen',
  'no-criteria': 'kan hier niet: het procesplan noemt bij dit moment geen criteria',
  'paper-twice': 'staat er twee keer; kies bij elk gevraagd stuk één document',
  'no-own-terms': 'kan hier niet: niemand heeft hier een eigen termijn',
  'no-term-runs':
    'kan hier niet: er loopt nog geen termijn die verlengd kan worden; leg eerst de ontvangst vast, of noem bij het voorleggen een uiterste datum',
  'nothing-changes': 'wijzigt niets aan wie besluiten; kies wie niet meer meedoet of wie erbij komt',
  'nobody-left': 'kan hier niet: er blijft niemand over',
  'twice-or-idle': 'wordt hier twee keer genoemd of verandert niet; noem elk orgaan één keer',
  'does-not-count': 'telt in de besluitregel niet mee; kies een orgaan uit de groep waar de regel over gaat',
  'no-ground-of-change': 'ontbreekt; noem op welke grond het kan, in de wet of de regeling',
  'not-told-of-change': 'ontbreekt; geef eerst elk orgaan bericht, en noem dan die dag',
  'has-decided': ({ body }) =>
    `kan niet: ${body} heeft in deze ronde besloten; het kan alleen zelf uittreden, door zijn secretaris of griffier`,
  'keeps-to-itself': ({ body }) =>
    `kan niet: ${body} legde iets vast dat nog niet is vrijgegeven; het kan alleen zelf uittreden, door zijn secretaris of griffier`,
  'version-not-yet': ({ decidedOn }) =>
    `lag op ${decidedOn} nog niet voor; kies een versie van die dag of eerder, of verbeter de datum`,
  'day-with-own':
    'past niet bij own: dan weet niemand anders het tot het wordt vrijgegeven; laat het weg, of kies region of public vanaf die dag',
  'mandate-ends': ({ on }) => `ligt na ${longDay(on)}, waar het mandaat al eindigt; kies die dag of eerder`,
  'no-ground-of-closure': 'ontbreekt; schrijf op waarom anderen dit besluit nog niet mogen zien',
  'version-of-the-day': () =>
    'ontbreekt: op deze dag kwam er een nieuwe versie van het voorstel; zeg over welke versie het orgaan besloot',
  'other-text': ({ bodies }) =>
    `ontbreekt: ${bodies.join(', ')} ging akkoord met een andere tekst dan voorligt; schrijf op waarom het toch een go is`,
  'not-awaited': ({ bodies }) =>
    `ontbreekt: ${bodies.join(', ')} besluit later, of gaf een besluit nog niet vrij; schrijf op waarom daar niet op gewacht wordt`,
  'no-such-answer': () => 'past bij geen van de antwoorden; kies een besluit dat bij een van de antwoorden hoort',
  'narrower-release':
    'is minder ruim dan het besluit dat u corrigeert, en dat is al bekend; laat dit weg, of kies ruimer',
  'no-wider-release': ({ allowed }) => `maakt het besluit niet ruimer bekend; kies ${allowed.join(' of ')}`,
  'other-word':
    'is het tegendeel van wat er staat; zeg dat deze regel er niet is geweest (never), en bevestig of betwist daarna opnieuw',
  'known-to-all': 'verandert niets: iedereen mag dit besluit al weten; laat het zo',
  'ends-at-gate': 'kan hier niet: deze fase eindigt met een go; leg het go/no-go-moment van deze fase voor',
  'has-no-gate': 'kan hier niet: deze fase heeft geen go/no-go-moment; rond de fase af',
  'past-planned-end': ({ until }) => `ligt na het geplande einde, ${until}; verplaats ook het einde`,
  'nothing-recurs': 'kan hier niet: in deze fase komt geen overleg terug; kies een fase waarin dat wel zo is',
  'nothing-published':
    'kan hier niet: in deze fase wordt niets bekendgemaakt; kies de fase van de bekendmaking of de inschrijving',
  'after-the-phase': ({ passedOn }) => `is na de afronding van de fase; kies ${passedOn} of eerder`,
  'day-of-other-meeting': ({ expectedOn }) =>
    `is al de dag van het overleg dat op ${expectedOn} werd verwacht; kies een andere dag`,
  'day-of-a-meeting': 'is al de dag van een overleg; kies een andere dag, of leg vast dat dit overleg vervalt',
  'no-outside-facts': 'kan hier niet: dit procesplan kent geen feiten van buiten',
  'after-its-use': ({ used, phase }) =>
    `ligt na ${used}, toen ${phase} op dit feit verder ging; kies die dag of eerder`,
  'by-itself':
    'kan hier niet: het besluit zelf sluit dit moment; leg het besluit vast, en verbeter of herzie het als het anders is',
  'no-split': 'kan hier niet: dit go/no-go-moment kent geen splitsing; leg een conclusie vast',
  'few-parts': 'heeft ten minste twee delen',
  'part-twice': 'staat er al',
  'in-two-parts': 'staat in meer dan één deel',
  'in-two-variants': 'staat in meer dan één variant',
  'parts-lack': ({ bodies }) => `mist ${bodies.join(', ')}`,
  'chose-otherwise': ({ option }) => `koos ${option}`,
  'more-votes-than-seats': ({ group, votes, seats }) =>
    `is te weinig: ${group} heeft ${seats} zetels, en er staan ${votes} stemmen en afwezigen; verbeter de stemmen of de zetels`,
  'names-its-own-parties': 'kan hier niet: dit procesplan noemt zijn eigen partijen; laat dit veld weg',
  'parties-are-open': ({ least }) =>
    `ontbreekt: dit procesplan laat de partijen open; noem ten minste ${least} gemeenten`,
  'few-parties': ({ count, least }) => `heeft er ${count === 0 ? 'geen' : count}; noem ten minste ${least} gemeenten`,
  'not-in-register': 'is geen gemeente uit het register; schrijf de naam als in een adres, zoals aa-en-hunze',
  'party-twice': 'staat er twee keer; noem elke gemeente één keer',
  'parties-do-not-fit': ({ faults }) => `passen niet in dit procesplan: ${faultsInWords(faults)}`,
  'no-party': 'doet in dit traject niet mee; noem gemeenten die meedoen',
  'is-no-more': ({ on }) => `is er in dit traject niet meer sinds ${longDay(on)}; noem de opvolger`,
  'merged-otherwise': ({ on, successors }) =>
    on === null
      ? 'bestaat volgens het register nog; wacht tot het register de herindeling heeft, of wijzig per moment wie besluiten'
      : `ging volgens het register op ${longDay(on)} verder als ${successors.join(', ') || 'geen andere gemeente'}; noem die`,
  'other-day-of-merger': ({ on, other }) =>
    `ging volgens het register op ${longDay(on)} verder, en een andere op ${longDay(other)}; leg elke herindeling apart vast`,
  'merges-too': ({ parties }) =>
    `is niet volledig: volgens het register gaat dan ook ${parties.join(', ')} daarin verder; noem die ook`,
  'takes-part-already': 'doet al mee; noem deze gemeente ook bij wie samengaan, als het er een van is',
  'merges-nothing': 'verandert niets: dat is dezelfde gemeente; noem ook wie erin opgaat',
  'same-plan': 'is de versie die dit traject al volgt; kies een andere',
  'parties-not-named': 'laat zijn partijen open, en dit traject noemt ze niet; kies een ander procesplan',
  'asks-more-parties': ({ least }) => `vraagt ten minste ${least} gemeenten; kies een ander procesplan`,
  'no-phase-of-now': ({ phases }) => `is geen fase van het procesplan van nu; noem een van ${phases.join(', ')}`,
  'role-overlaps': ({ from, until }) =>
    until === null
      ? `valt samen met dezelfde rol, die al geldt vanaf ${longDay(from)}; laat die zo, of beëindig die rol eerst`
      : `valt samen met dezelfde rol, die al geldt van ${longDay(from)} t/m ${longDay(until)}; kies een dag daarna`,
  'only-shortens': ({ until }) =>
    `ligt na het einde dat deze rol al heeft, ${longDay(until)}; kies een dag daarvoor, of geef de rol opnieuw vanaf een latere dag`,
  'address-taken': 'hoort al bij iemand anders; kies een ander adres',
  'address-of': ({ name }) => `hoort al bij ${name}; gebruik die naam, of een ander adres`,
  'own-role': 'is van uzelf; niemand geeft zichzelf een rol, vraag een andere beheerder',
  'names-nothing': 'ontbreekt; noem de naam of het adres zoals het moet zijn',
  'sheet-empty': 'heeft geen regels; plak ook de regel met kopjes, of kies een bestand waar iets in staat',
  'sheet-headings-only': 'heeft geen regels onder de kopjes; zet daar een rij voor elk besluit of elke persoon',
  'sheet-undecided': 'noemt alleen organen die nog niet besloten; vul Besluit en Datum in bij wie wel besloot',
  'sheet-large': 'is te groot; hoogstens 2 MB: laat plaatjes en andere tabbladen weg, of deel het op',
  'sheet-long': ({ max }) =>
    `is te lang: hoogstens ${max.toLocaleString('nl')} tekens; laat kolommen weg die hier niet nodig zijn, of deel het op. Wat er nu staat, is het begin`,
  'sheet-many-rows': ({ max }) => `heeft meer dan ${max} regels; deel het op`,
  'sheet-wide': ({ max }) => `heeft meer dan ${max} kolommen; laat weg wat hier niet nodig is`,
  'sheet-cell-long': ({ max }) => `heeft een cel met meer dan ${max} tekens; maak die korter`,
  'sheet-protected': 'is beveiligd met een wachtwoord; sla het op zonder wachtwoord',
  'sheet-older-kind': 'is een bestand van voor Excel 2007; sla het op als .xlsx of .csv',
  'sheet-other-kind': 'is geen Excel-bestand of CSV; sla het op als .xlsx of .csv, of plak de cellen',
  'sheet-broken': 'is beschadigd; open het in Excel, sla het opnieuw op, of plak de cellen',
  'sheet-quote': ({ row }) =>
    `heeft in regel ${row} een aanhalingsteken dat niet wordt gesloten; haal dat weg of sluit het`,
  'ruling-lost': ({ gate, round, ruling, on }) =>
    `zou een conclusie verliezen: ${ruling === 'split' ? 'de splitsing' : 'de conclusie'} van ${longDay(on)} ` +
    `over "${gate}", ronde ${round}; wijs een fase met een go/no-go-moment aan die ervoor in de plaats komt`,
  'record-lost': ({ phase, place }) =>
    `zou verliezen wat bij "${phase}" is vastgelegd; ` +
    (place === undefined
      ? 'wijs een fase aan die het overneemt'
      : `"${place}" heeft er geen plaats voor, wijs een andere fase aan`),
  'body-lost': ({ titles }) =>
    `kent organen niet die hier besloten of gevraagd zijn: ${titles.join(', ')}; neem ze op in dat procesplan`,
  'phase-taken': ({ phase }) =>
    `krijgt een plaats die "${phase}" al inneemt; wijs voor een van beide een andere fase aan`,
  'status-impossible': ({ phase, place }) =>
    `kan niet: wat er met "${phase}" is gebeurd, kan bij "${place}" niet; wijs een andere fase aan`,
  'other-region': ({ region, other }) => `hoort bij ${other}; kies een procesplan van ${region}`,
};

export const reasonWords = (reason: Reason): string => saidBy(words, reason);
