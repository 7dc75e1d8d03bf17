"""What both rivals share: articles in, one line out for each as soon as it is done, and a tally of the calls."""

import argparse
import importlib.metadata
import json
import os
import sys
import time
import traceback

LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch"}

ACTOR_KINDS = ["person", "organization", "country", "group", "other"]
STANCE_LABELS = ["support", "oppose", "mixed", "neutral", "unstated"]
REACTION_KINDS = ["praise", "support", "concern", "criticism", "rejection", "threat", "appeal", "denial", "measure", "other"]
POLARITIES = ["positive", "negative", "neutral"]


class ServerOut(Exception):
    """Nobody answers at the address: no fault of the rival, so the article is not written down as lost."""


class Tally:
    """Calls of the model for one article, with what it answered, also where the rival could not use the answer."""

    def __init__(self):
        self.answers = []

    def add(self, response):
        """`response` is a chat completion as a plain dict."""
        choices = response.get("choices") or [{}]
        usage = response.get("usage") or {}
        self.answers.append({
            "finish": choices[0].get("finish_reason"),
            "text": (choices[0].get("message") or {}).get("content"),
            "tokensIn": usage.get("prompt_tokens") or 0,
            "tokensOut": usage.get("completion_tokens") or 0,
        })

    def fields(self):
        return {
            "calls": len(self.answers),
            "tokensIn": sum(answer["tokensIn"] for answer in self.answers),
            "tokensOut": sum(answer["tokensOut"] for answer in self.answers),
            "answers": self.answers,
        }


def arguments(description, max_tokens):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("articles", help="JSONL with id, text, language and, where there is one, title")
    parser.add_argument("out", help="JSONL that a line is added to for each article; what stands there is not asked again")
    parser.add_argument("--base-url", required=True, help="for example http://127.0.0.1:8080/v1")
    parser.add_argument("--model", required=True, help="name under which the server knows the model")
    parser.add_argument("--timeout", type=int, default=1800, help="seconds that one answer may take")
    parser.add_argument("--max-tokens", type=int, default=max_tokens, help="longest answer; without a bound a small model can repeat itself for an hour")
    parser.add_argument("--again", action="store_true", help="ask the articles that failed once more; the last line of an id counts")
    return parser.parse_args()


def run(package, options, analyse):
    """`analyse(article, tally)` returns (raw, error): what the rival made, and what went wrong, if anything did."""
    version = importlib.metadata.version(package)
    done = finished(options.out, options.again)
    for article in lines_of(options.articles):
        if article["id"] in done:
            continue
        tally = Tally()
        started = time.monotonic()
        try:
            raw, error = analyse(article, tally)
        except ServerOut as fault:
            sys.exit(f"{options.base_url} does not answer: {fault}. Start the server, then run this again: it goes on here.")
        except Exception as fault:  # one article must not end the run
            raw, error = None, f"{type(fault).__name__}: {fault}"[:2000]
            traceback.print_exc()
        line = {"id": article["id"], "system": package, "version": version, "model": options.model}
        line |= {"seconds": round(time.monotonic() - started, 2), **tally.fields(), "raw": raw}
        if error:
            line["error"] = error
        append(options.out, line)
        print(f"{package} {article['id']}: {line['seconds']:.0f} s, {line['calls']} calls{', ' + error[:200] if error else ''}", flush=True)


def finished(path, again):
    if not os.path.exists(path):
        return set()
    last = {line["id"]: line for line in lines_of(path, is_own=True)}
    return {key for key, line in last.items() if not (again and line.get("error"))}


def lines_of(path, is_own=False):
    """A half-written last line of our own output is what a killed run leaves behind."""
    with open(path, encoding="utf-8") as file:
        for text in file:
            if not text.strip():
                continue
            try:
                yield json.loads(text)
            except json.JSONDecodeError:
                if not is_own:
                    raise


def append(path, line):
    with open(path, "ab+") as file:
        file.seek(0, os.SEEK_END)
        if file.tell() > 0:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        file.flush()
        os.fsync(file.fileno())


def language_name(article):
    tag = article.get("language") or "en"
    return LANGUAGES.get(tag.split("-")[0].lower(), tag)
