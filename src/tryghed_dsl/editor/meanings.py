"""What the words of the language mean, in a sentence each."""

from collections.abc import Mapping

from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language

_MEANINGS: Mapping[str, tuple[str, str]] = {
    "language": (
        "The version of the language that the file is written in.",
        "Den version af sproget, som filen er skrevet i.",
    ),
    "agreement": (
        "What was agreed as a whole: its years, area and baseline.",
        "Det aftalte som helhed: år, område og udgangspunkt.",
    ),
    "revises": (
        "This file changes another one from a period on; the other stays as it was signed.",
        "Filen ændrer en anden fra en bestemt periode; den anden står, som den blev underskrevet.",
    ),
    "use": (
        "Takes declarations from a file that several specs share.",
        "Henter beskrivelser fra en fil, som flere aftalefiler deler.",
    ),
    "area": (
        "A place; it may lie in a larger one, and be a sum of parts.",
        "Et område; det kan ligge i et større og være en sum af dele.",
    ),
    "areas": ("A list of areas under one name.", "En liste af områder under ét navn."),
    "source": (
        "Who makes figures, how often, and when they come out.",
        "Hvem der laver tallene, hvor tit, og hvornår de udkommer.",
    ),
    "indicator": (
        "Something that is counted or measured, with its unit and direction.",
        "Noget, der tælles eller måles, med enhed og retning.",
    ),
    "indicators": (
        "A list of indicators under one name.",
        "En liste af indikatorer under ét navn.",
    ),
    "benchmark": (
        "A name for a reference: the same indicator elsewhere, or a calculation.",
        "Et navn for en sammenligning: samme indikator et andet sted eller en udregning.",
    ),
    "let": ("Gives a number or a calculation a name.", "Giver et tal eller en udregning et navn."),
    "condition": (
        "Gives a condition a name, and perhaps parameters.",
        "Giver en betingelse et navn og eventuelt parametre.",
    ),
    "break": (
        "From this period on the indicator is a new series; nothing is compared across it.",
        "Fra denne periode er indikatoren en ny serie; der sammenlignes ikke hen over bruddet.",
    ),
    "goal": (
        "A heading with targets below it; its verdict is the worst of theirs.",
        "En målsætning med mål under sig; dens vurdering er den værste af deres.",
    ),
    "monitor": (
        "Watches indicators without judging them.",
        "Følger indikatorer uden at bedømme dem.",
    ),
    "test": (
        "Figures, and the verdicts that they must give.",
        "Tal og de vurderinger, de skal give.",
    ),
    "given": ("A figure that the test starts from.", "Et tal, som testen går ud fra."),
    "expect": ("The verdict that the test demands.", "Den vurdering, testen kræver."),
    "replace": (
        "Puts another wording in the place of a target or an indicator.",
        "Sætter en anden ordlyd i stedet for et mål eller en indikator.",
    ),
    "retire": ("Takes a target away from now on.", "Lader et mål udgå fra nu af."),
    "effective": (
        "The period from which on the revision holds.",
        "Den periode, som revisionen gælder fra.",
    ),
    "document": (
        "The agreement's own text, in which quotes are looked up.",
        "Aftalens egen tekst, som citater slås op i.",
    ),
    "valid": (
        "The periods in which it is judged.",
        "De perioder, der bedømmes.",
    ),
    "baseline": (
        "The subject's own value in an earlier period; a stated one (`baseline 2015 = 48`) binds.",
        "Indikatorens egen værdi i en tidligere periode; et aftalt (`baseline 2015 = 48`) er "
        "bindende.",
    ),
    "confidence": (
        "A miss that chance explains is a warning, and no fail.",
        "En afvigelse, der kan skyldes tilfældigheder, giver kun advarsel.",
    ),
    "approach": (
        "The gap to a reference narrows; by how much only where `close=` says so.",
        "Afstanden til en sammenligning mindskes; hvor meget, siger kun `close=`.",
    ),
    "reach": (
        "The subject comes to a value by the deadline.",
        "Indikatoren når en værdi inden fristen.",
    ),
    "reduce": (
        "The subject falls by an amount, or a share of its start, by the deadline.",
        "Indikatoren falder med et tal eller en andel af begyndelsen inden fristen.",
    ),
    "increase": (
        "The subject rises by an amount, or a share of its start, by the deadline.",
        "Indikatoren stiger med et tal eller en andel af begyndelsen inden fristen.",
    ),
    "grow": (
        "The subject grows by a rate a year, compounded.",
        "Indikatoren vokser med en fast procent om året.",
    ),
    "improve": (
        "The subject is better than at the start, or better every year by a step.",
        "Indikatoren er bedre end ved begyndelsen eller bliver bedre hvert år med et skridt.",
    ),
    "warn": (
        "When it only warns: `warn within 5%` of a miss, `warn above 45` before one.",
        "Hvornår der kun advares: `warn within 5%` ved en afvigelse, `warn above 45` før den.",
    ),
    "within": (
        "How far a limit may be missed and only warn.",
        "Hvor meget en grænse må være overskredet og kun give advarsel.",
    ),
    "when": (
        "Where the condition does not hold the target is not judged.",
        "Er betingelsen ikke opfyldt, bedømmes målet ikke.",
    ),
    "latest": (
        "How old a figure may be that stands in for one that is missing.",
        "Hvor gammelt et tal må være, når det træder i stedet for et, der mangler.",
    ),
    "cite": ("The clause of the agreement.", "Aftalens punkt."),
    "quote": (
        "The agreement's own words; they are looked up in its document.",
        "Aftalens egne ord; de slås op i dens tekst.",
    ),
    "because": ("Why it is so.", "Hvorfor det er sådan."),
    "partly": (
        "A goal with both passes and fails is a warning.",
        "En målsætning med både opfyldte og ikke opfyldte mål giver advarsel.",
    ),
    "between": ("Held between two limits.", "Holdt mellem to grænser."),
    "from": (
        "The source of the figures; of an objective the start.",
        "Kilden til tallene; ved en udvikling begyndelsen.",
    ),
    "by": ("The deadline.", "Fristen."),
    "close": (
        "How much of the gap must close.",
        "Hvor meget af afstanden der skal lukkes.",
    ),
    "tolerance": (
        "A gap up to this counts as closed.",
        "En afstand op til dette tæller som lukket.",
    ),
    "judge": (
        "How the years on the way are judged: `path`, `end`, `pace` or `projection(5 years)`.",
        "Hvordan årene undervejs bedømmes: `path`, `end`, `pace` eller `projection(5 years)`.",
    ),
    "path": (
        "What is due on the way: `linear`, `geometric` or milestones.",
        "Hvad der skal være nået undervejs: `linear`, `geometric` eller delmål.",
    ),
    "measure": (
        "Whether a gap is in points or a ratio.",
        "Om en afstand er i point eller et forhold.",
    ),
    "lower": ("Lower figures are better.", "Lavere tal er bedre."),
    "higher": ("Higher figures are better.", "Højere tal er bedre."),
    "percent": ("A share from 0 to 100.", "En andel fra 0 til 100."),
    "fraction": ("A share from 0 to 1.", "En andel fra 0 til 1."),
    "count": ("A number of things; counts add up.", "Et antal; antal kan lægges sammen."),
    "money": ("An amount of money.", "Et pengebeløb."),
    "flow": ("Summed over a year.", "Lægges sammen over et år."),
    "stock": ("Of a year the last figure counts.", "Årets sidste tal gælder."),
    "average": ("Neither summed nor the last: it is weighed.", "Vejes, og lægges ikke sammen."),
    "precision": (
        "Figures and limits are rounded to so many decimals.",
        "Tal og grænser afrundes til så mange decimaler.",
    ),
    "design": (
        "By how much a weighted survey's answers count for fewer.",
        "Hvor meget færre svarene i en vægtet undersøgelse tæller for.",
    ),
    "published": ("When the figures come out.", "Hvornår tallene udkommer."),
    "same": ("The same indicator in another area.", "Samme indikator i et andet område."),
    "mean": (
        "The mean over periods, parts or areas.",
        "Gennemsnittet over perioder, dele, områder.",
    ),
    "median": ("The middle one.", "Den midterste."),
    "sum": ("All added up.", "Alle lagt sammen."),
    "min": ("The smallest.", "Den mindste."),
    "max": ("The largest.", "Den største."),
    "best": ("The best by the declared direction.", "Den bedste efter den angivne retning."),
    "worst": ("The worst by the declared direction.", "Den dårligste efter den angivne retning."),
    "previous": ("The value in the period before.", "Værdien i perioden før."),
    "change": ("The change from the period before.", "Ændringen fra perioden før."),
    "trend": ("The mean yearly change.", "Den gennemsnitlige årlige ændring."),
    "rank": (
        "One more than the number of areas that are better.",
        "Én mere end antallet af områder, der er bedre.",
    ),
    "normal": (
        "The band of natural variation over some periods.",
        "Båndet af naturlig variation over nogle perioder.",
    ),
    "all": ("All of the conditions have to hold.", "Alle betingelser skal være opfyldt."),
    "any": ("One of the conditions has to hold.", "Én af betingelserne skal være opfyldt."),
    "every": (
        "In every area, indicator or period.",
        "I hvert område, hver indikator eller periode.",
    ),
    "no": ("In none of them.", "I ingen af dem."),
    "not": ("The condition must not hold.", "Betingelsen må ikke være opfyldt."),
    "for": (
        "A verdict for each, or so long without a break.",
        "En vurdering for hver, eller så længe uden afbrydelse.",
    ),
    "per": ("A rate: so many per 1,000.", "En rate: så mange pr. 1.000."),
    "if": ("One value or another, by a condition.", "Den ene eller den anden værdi."),
}


def meaning(word: str, language: Language) -> str | None:
    """What a word of the language means; None where nothing is said of it."""
    pair = _MEANINGS.get(word)
    return None if pair is None else either(language, *pair)
