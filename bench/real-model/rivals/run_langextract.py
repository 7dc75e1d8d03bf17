"""LangExtract over articles: a description, few-shot examples with classes and attributes, and an output schema from its own helpers,
so that kinds and labels come from their lists. The whole article is one chunk: who stands where is said of all of it.

  python run_langextract.py articles.jsonl langextract.jsonl --base-url http://127.0.0.1:8080/v1 --model NAME
"""

import json
import logging

import httpx
import langextract as lx
import openai
from langextract import factory

from langextract_examples import examples_in
from runs import ACTOR_KINDS, POLARITIES, REACTION_KINDS, STANCE_LABELS, ServerOut, arguments, language_name, run

DESCRIPTION = """Extract from a news article its main issue, its actors, where each actor stands towards the main issue, the reactions \
and the key points.

Use exact text from the article for every extraction. Do not paraphrase. Begin with the main issue, then go through the article from \
its first sentence to its last and extract, in order of appearance, each actor with its reactions and its stance; end with the key points. \
Write attributes in the language of the article.

- main_issue: the words that report the one event, decision or plan that the article is about. statement: one short sentence that one \
can be for or against. summary: two or three sentences of your own, at most 60 words together, that tell the story: what happened and who did it, who objects and who agrees, \
what follows.
- actor: the name, and only the name, of everyone who says, does, wants or judges something, or whom others judge; also groups without \
a name ("residents"). The fullest name, without title. Each actor once. kind: person, organization, country, group or other. aliases: \
other names that the article uses for the same actor, no pronouns.
- stance: the words that show where one actor stands towards the main issue, at most one sentence; one for each actor whose position \
the article tells. actor: whose stance it is, by name. label: support (wants it, does it, decides it, defends, praises or helps it), \
oppose (is against it, criticises, fears, fights or hinders it), mixed (for and against at once, or yes on a condition), neutral (takes no \
side: declines to comment, only informs, mediates). Being mentioned, attacked or praised is no stance of one's own. Of an actor who \
changes position, the latest counts.
- reaction: the words of a statement or deed in answer to the news: every quotation that somebody speaks, without its quotation marks; \
every plain report ("warned that ..."); every deed (sues, strikes). speaker: who speaks or acts, by name; go back to the name behind \
"he" or "she". kind: praise (welcomes, thanks), support (backs, agrees), concern (worried, warns), criticism (blames, calls it wrong), \
rejection (says no, refuses), threat (announces harm), appeal (asks somebody to act), denial (says it is not true), measure (a deed), \
other (explains, informs, declines to comment). polarity: positive, negative or neutral towards what it is about.
- key_point: a fact that a reader must know: a decision, figure, date, condition or the strongest objection. Three to five."""


TEXT = {"type": "string"}


def choice(labels):
    return {"type": "string", "enum": labels}


def output_schema(most=60):
    item = lx.schema.extraction_item_schema
    schema = lx.schema.extractions_schema(
        item("main_issue", attributes={"statement": TEXT, "summary": TEXT}),
        item("actor", attributes={"kind": choice(ACTOR_KINDS), "aliases": {"type": "array", "items": TEXT}}),
        item("stance", attributes={"actor": TEXT, "label": choice(STANCE_LABELS)}),
        item("reaction", attributes={"speaker": TEXT, "kind": choice(REACTION_KINDS), "polarity": choice(POLARITIES)}),
        item("key_point"),
    )
    # A small model that repeats itself would run into the end of its answer, and LangExtract drops what it cannot parse.
    schema["properties"]["extractions"]["maxItems"] = most
    return schema


class Extractor:
    def __init__(self, options):
        self.options = options
        self.tally = None

    def model(self):
        """The provider that its README names for OpenAI-compatible servers; the client is ours to count calls and wait longer."""
        options = self.options
        config = factory.ModelConfig(
            model_id=options.model,
            provider="openai",
            provider_kwargs={"api_key": "none", "base_url": options.base_url, "temperature": 0.0, "max_workers": 1},
        )
        model = factory.create_model(config, output_schema=output_schema())
        hooks = {"response": [self.count]}
        http = httpx.Client(event_hooks=hooks, timeout=options.timeout)
        model._client = openai.OpenAI(
            api_key="none", base_url=options.base_url, http_client=http, timeout=options.timeout, max_retries=0
        )
        model._extra_kwargs = {"max_output_tokens": options.max_tokens}
        return model

    def count(self, response):
        if response.is_success:
            self.tally.add(json.loads(response.read()))

    def analyse(self, article, tally):
        self.tally = tally
        context = [f"Language of the article, the statement and the summary: {language_name(article)}"]
        if article.get("title"):
            context.append(f"Headline: {article['title']}")
        try:
            document = lx.extract(
                text_or_documents=article["text"],
                prompt_description=DESCRIPTION,
                examples=examples_in(article.get("language") or "en"),
                model=self.model(),
                use_schema_constraints=False,  # the model has its schema already
                additional_context="\n".join(context),
                max_char_buffer=max(1000, len(article["text"]) + 1),
                max_workers=1,
                extraction_passes=1,
                show_progress=False,
                resolver_params={"suppress_parse_errors": False},
            )
        except lx.exceptions.InferenceRuntimeError as fault:
            if is_out(fault.original):
                raise ServerOut(str(fault)) from fault
            raise
        raw = {"extractions": [plain(each) for each in document.extractions or []]}
        return raw, None if raw["extractions"] else "no extraction"


def is_out(fault):
    if isinstance(fault, openai.APITimeoutError):
        return False
    return isinstance(fault, openai.APIConnectionError) or getattr(fault, "status_code", None) in (429, 503)


def plain(extraction):
    interval = extraction.char_interval
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "attributes": extraction.attributes or {},
        "interval": [interval.start_pos, interval.end_pos] if interval and interval.end_pos is not None else None,
        "alignment": extraction.alignment_status.value if extraction.alignment_status else None,
    }


if __name__ == "__main__":
    logging.getLogger("absl").setLevel(logging.ERROR)
    options = arguments(__doc__, max_tokens=3000)
    run("langextract", options, Extractor(options).analyse)
