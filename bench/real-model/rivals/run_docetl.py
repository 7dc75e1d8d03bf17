"""DocETL over articles: a chain of small map operations, as its best practices advise (one simple schema each, a system
prompt, enum types, validation with retries, unnest for what is asked once an actor).

  python run_docetl.py articles.jsonl docetl.jsonl --base-url http://127.0.0.1:8080/v1 --model NAME
"""

import importlib.util
import json
import os
import tempfile

# DocETL's cache would answer a second run at once, and its tokenizer and price list come from the web unless told otherwise.
os.environ["DOCETL_HOME_DIR"] = tempfile.mkdtemp(prefix="docetl-")
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
os.environ.setdefault("OPENAI_API_KEY", "none")

_LITELLM = os.path.dirname(importlib.util.find_spec("litellm").origin)
os.environ.setdefault("TIKTOKEN_CACHE_DIR", os.path.join(_LITELLM, "litellm_core_utils", "tokenizers"))

import docetl
import litellm
from docetl.operations.utils import api
from docetl.operations.utils.llm import InvalidOutputError

from runs import ACTOR_KINDS, POLARITIES, REACTION_KINDS, STANCE_LABELS, ServerOut, arguments, language_name, run

ARTICLE = """News article in {{ input.language_name }}{% if input.title %}, headline: {{ input.title }}{% endif %}

\"\"\"
{{ input.text }}
\"\"\"
"""

EXAMPLE_ARTICLE = (
    "Arlo will close Mill Bridge to cars from May. “It gives the river back to people,” said Mayor Ines Tol. Shop owner Rui Sand "
    "called the plan “a slow funeral for this street”. The bus company Veras warned that its drivers could not turn there. It sued on "
    "Monday. The police declined to comment."
)

def as_json(example):
    return json.dumps(example, ensure_ascii=False)


EXAMPLE_ACTORS = as_json({
    "actors": [
        {"name": "Arlo", "kind": "country", "aliases": []},
        {"name": "Ines Tol", "kind": "person", "aliases": []},
        {"name": "Rui Sand", "kind": "person", "aliases": []},
        {"name": "Veras", "kind": "organization", "aliases": ["The bus company"]},
        {"name": "The police", "kind": "organization", "aliases": []},
    ],
    "main_issue": "Arlo closes Mill Bridge to cars.",
})

ACTORS = ARTICLE + f"""
List who acts in this article, and say what the article is about.

actors: everyone who says, does, wants or judges something in the article, or whom others judge. Everyone who is quoted belongs on
the list, also groups without a name ("residents", "the strikers"). In the order of the article, each actor once, at most 12. For each:
- name: the fullest name that the article gives, without title or office, spelled as in the article. Never a sentence.
- kind: person; organization (company, party, court, agency, club, union); country (also a city or region that acts); group (people
  without an organization); other.
- aliases: other names that the article uses for the same actor (surname, abbreviation, "the mayor"). No pronouns. Often empty.
Leave out places where things merely happen, and people named only in passing. When everyone is listed, end the list.

main_issue: the one event, decision or plan that the article is about, as one short sentence of at most 15 words, in
{{{{ input.language_name }}}}, that one can be for or against.

Example. For the article
"{EXAMPLE_ARTICLE}"
the answer is
{{% raw %}}{EXAMPLE_ACTORS}{{% endraw %}}
"""

STANCE = ARTICLE + """
Say where an actor of this article stands towards its main issue.

evidence: copy the words of the article, letter for letter, that show the position of the actor: part of one sentence, or one whole
sentence. Empty when the label is unstated.
label:
- support: wants it, does it, decides it, defends it, praises it or helps it.
- oppose: is against it, criticises it, fears it, fights it, sues over it or hinders it, also in polite words.
- mixed: for and against at the same time ("yes to the bridge, no to the toll"), or yes on a condition.
- neutral: the article shows the actor taking no side: declines to comment, only informs, mediates, sees both sides.
- unstated: the article does not say. Being mentioned, being affected, being attacked or being praised is unstated.
The stance belongs to the one who holds it: the target of an attack does not thereby attack. Of an actor who changes position, the
latest counts. In doubt between a side and unstated: unstated.

Example. The main issue is "Arlo closes Mill Bridge to cars", and the article says: Mayor Ines Tol praised the closure. Veras sued on
Monday. The police declined to comment. Tol also greeted Rui Sand.
Ines Tol: support, evidence "Mayor Ines Tol praised the closure". Veras: oppose, evidence "Veras sued on Monday". The police: neutral,
evidence "The police declined to comment". Rui Sand: unstated, no evidence.

Now for the article above. The main issue is: {{ input.main_issue }}
Where does {{ input.actors.name }} stand towards it?
"""

def reaction(speaker, evidence, quote, kind, polarity):
    return {"speaker": speaker, "evidence": evidence, "quote": quote, "kind": kind, "polarity": polarity}


EXAMPLE_REACTIONS = as_json({
    "reactions": [
        reaction(
            "Ines Tol",
            "“It gives the river back to people,” said Mayor Ines Tol.",
            "It gives the river back to people,",
            "praise",
            "positive",
        ),
        reaction(
            "Rui Sand",
            "Shop owner Rui Sand called the plan “a slow funeral for this street”.",
            "a slow funeral for this street",
            "criticism",
            "negative",
        ),
        reaction("Veras", "The bus company Veras warned that its drivers could not turn there.", "", "concern", "negative"),
        reaction("Veras", "It sued on Monday.", "", "measure", "negative"),
        reaction("The police", "The police declined to comment.", "", "other", "neutral"),
    ]
})

REACTIONS = ARTICLE + f"""
The actors of this article are: {{{{ input.names | join(", ") }}}}.

List the reactions: what these actors said or did in answer to the news. Every quotation that somebody speaks is a reaction, and so are
plain reports ("warned that", "called for") and deeds in answer (a suit, a strike, a recall). Go through the article from its first
sentence to its last: one item for each statement or deed, at most 12. None is an empty list. For each:
- speaker: who speaks or acts, one of the actors above. Look at the words next to the quotation ("said Tol", "he added") and go back to
  the name behind "he" or "she". Not the one who is talked about.
- evidence: the sentence of the article that shows who reacts and how, copied letter for letter.
- quote: where the evidence has quotation marks, the words between them, copied letter for letter, without the marks. Empty where nothing
  is quoted.
- kind, the closest:
  praise (welcomes, thanks, honours), support (backs, agrees, promises help), concern (worried, warns of a danger, without blame),
  criticism (blames, calls it wrong or bad), rejection (says no, refuses, contests), threat (announces harm or a consequence),
  appeal (asks or calls on somebody to act), denial (says that something is not true), measure (a deed, not words: sues, closes, signs,
  strikes), other (explains, informs, expects, declines to comment).
- polarity: positive, negative or neutral towards what it is about.
A mocking word in quotation marks, a title or a nickname is nobody's reaction.

Example. In the article
"{EXAMPLE_ARTICLE}"
the answer is
{{% raw %}}{EXAMPLE_REACTIONS}{{% endraw %}}
"""

SUMMARY = ARTICLE + """
Summarise the article in {{ input.language_name }} for a reader who will not see it.

summary: two or three sentences of your own, at most 60 words together, that tell the story: first what happened and who did it, then who objects and who agrees, then what
follows or is at stake.
key_points: three to five facts that a reader must know, each one complete sentence: decisions, figures, dates, conditions, the strongest
objection.
Say only what the article says, with its names, numbers and dates. What somebody claims is told as a claim, with the name. Use names, not
"he" or "this". No quotation marks.

Example of a summary: Arlo plans to close Mill Bridge to cars from May. Mayor Ines Tol welcomes it, while shop owner Rui Sand and the bus
company Veras object; Veras has sued.
"""


def one_of(field, allowed):
    """In a list: DocETL's evaluator answers False to a generator expression, whatever it holds."""
    return f"all([each[{field!r}] in {allowed!r} for each in output['{{key}}']])"


def operations():
    """Prompt, output schema and rules of each map."""
    return {
        "actors": {
            "prompt": ACTORS,
            # Without it the small model of the first trial wrote the last actor again until the end of its answer.
            "penalty": 0.5,
            "schema": {"actors": "list[{name: str, kind: str, aliases: list[str]}]", "main_issue": "str"},
            "validate": [
                "1 <= len(output['actors']) <= 15",
                one_of("kind", ACTOR_KINDS).format(key="actors"),
                "all([0 < len(each['name']) <= 80 for each in output['actors']])",
                "len(output['main_issue']) > 0",
            ],
        },
        "stance": {
            "prompt": STANCE,
            "schema": {"evidence": "str", "label": f"enum[{', '.join(STANCE_LABELS)}]"},
            # A rule that the evidence be words of the article was tried: of three answers that broke it, two more rounds each
            # mended none, at three times the calls.
            "validate": [],
        },
        "reactions": {
            "prompt": REACTIONS,
            "schema": {"reactions": "list[{speaker: str, evidence: str, quote: str, kind: str, polarity: str}]"},
            "validate": [
                "len(output['reactions']) <= 15",
                one_of("kind", REACTION_KINDS).format(key="reactions"),
                one_of("polarity", POLARITIES).format(key="reactions"),
            ],
        },
        "summary": {
            "prompt": SUMMARY,
            "schema": {"summary": "str", "key_points": "list[str]"},
            "validate": ["0 < len(output['summary'].split()) <= 100", "0 < len(output['key_points']) <= 8"],
        },
    }


UNREACHABLE = (api.APIConnectionError, api.ServiceUnavailableError, api.RateLimitError)
MOST_UNREACHABLE = 3


class Chain:
    def __init__(self, options):
        self.options = options
        self.tally = None
        self.unreachable = 0
        docetl.default_model = f"openai/{options.model}"
        docetl.max_threads = 1
        docetl.bypass_cache = True
        docetl.system_prompt = {"dataset_description": "news articles", "persona": "a careful news editor"}
        ask = api.completion

        def counted(**request):
            try:
                response = ask(**request)
            except UNREACHABLE as fault:
                self.unreachable += 1
                # DocETL itself asks a server that is out again and again, for ever.
                if self.unreachable > MOST_UNREACHABLE:
                    raise RuntimeError(str(fault)) from fault
                raise
            except litellm.InternalServerError as fault:
                if "Connection error" in str(fault):
                    self.unreachable = MOST_UNREACHABLE + 1
                raise
            self.tally.add(response.model_dump())
            return response

        api.completion = counted

    def analyse(self, article, tally):
        self.tally = tally
        self.unreachable = 0
        faults = []
        base = {"text": article["text"], "title": article.get("title") or "", "language_name": language_name(article)}
        actors = self.ask("actors", [base], faults)[0] or {"actors": [], "main_issue": ""}
        cast = {actor["name"]: actor for actor in actors["actors"]}
        names = list(cast)
        rows = [base | {"main_issue": actors["main_issue"], "actors": actor} for actor in cast.values()]
        stances = self.ask("stance", rows, faults)
        reactions = self.ask("reactions", [base | {"names": names}], faults)[0]
        summary = self.ask("summary", [base], faults)[0]
        raw = {
            "actors": actors["actors"],
            "main_issue": actors["main_issue"],
            "stances": [{"actor": name, **stance} for name, stance in zip(names, stances) if stance],
            "reactions": (reactions or {}).get("reactions", []),
            **(summary or {}),
        }
        return raw, "; ".join(faults)

    def ask(self, name, rows, faults):
        """One map over rows, row by row: what a row lost is told, and does not take the others with it."""
        return [self.ask_row(name, row, faults) for row in rows]

    def ask_row(self, name, row, faults):
        operation = operations()[name]
        before = len(self.tally.answers)
        penalty = operation.get("penalty", 0)
        # DocETL gives up what it cannot parse. Nearly always that is a list without an end: once more, against repetition.
        for tried in (penalty, penalty + 0.5):
            try:
                made = self.collect(name, operation, row, tried)
            except Exception as fault:
                if self.unreachable > MOST_UNREACHABLE:
                    raise ServerOut(str(fault)[:300]) from fault
                if isinstance(fault, InvalidOutputError) and tried == penalty:
                    continue
                faults.append(f"{name}: {type(fault).__name__}: {getattr(fault, 'message', fault)}"[:300])
                return None
            if made:
                return {key: made[0][key] for key in operation["schema"]}
            return self.last_answer(name, operation, before, faults)

    def collect(self, name, operation, row, penalty):
        frame = docetl.from_list([row]).map(
            name=name,
            prompt=operation["prompt"],
            output={"schema": operation["schema"], "mode": "structured_output"},
            validate=operation["validate"] or None,
            num_retries_on_validate_failure=1,
            timeout=self.options.timeout * 3,  # of all rounds of validation together
            max_retries_per_timeout=0,
            litellm_completion_kwargs={
                "api_base": self.options.base_url,
                "temperature": 0,
                "max_tokens": self.options.max_tokens,
                "frequency_penalty": penalty,
                "timeout": self.options.timeout,
                "max_retries": 0,
            },
        )
        return frame.collect()

    def last_answer(self, name, operation, before, faults):
        """DocETL drops an answer that never passed its rules. The last one that has the form counts here all the same."""
        for answer in reversed(self.tally.answers[before:]):
            made = with_form(answer["text"], operation["schema"])
            if made is not None:
                return made
        faults.append(f"{name}: no answer passed the validation")
        return None


def with_form(text, schema):
    try:
        made = json.loads(text)
    except (TypeError, ValueError):
        return None
    return made if isinstance(made, dict) and all(key in made for key in schema) else None


if __name__ == "__main__":
    options = arguments(__doc__, max_tokens=1500)
    run("docetl", options, Chain(options).analyse)
