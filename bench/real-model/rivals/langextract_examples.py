"""One made-up article with its extractions, in the languages of the articles: a small model answers in the language of its example."""

import langextract as lx

# What is cut out of the text stands here once; the text is put together from it.
PIECES = {
    "en": {
        "text": "{deed} from May. “{praise}” said Mayor Ines Tol. Shop owner Rui Sand {called}. Tol had praised him a week ago. {Company} Veras "
        "{warned}. {sued}. {Police} {declined}.",
        "deed": "Arlo will close Mill Bridge to cars",
        "praise": "It gives the river back to people,",
        "called": "called the plan “{funeral}”",
        "funeral": "a slow funeral for this street",
        "Company": "The bus company",
        "warned": "warned that its drivers could not turn there",
        "sued": "It sued on Monday",
        "Police": "The police",
        "declined": "declined to comment",
        "statement": "Arlo closes Mill Bridge to cars.",
        "summary": "Arlo plans to close Mill Bridge to cars from May. Mayor Ines Tol welcomes it, while shop owner Rui Sand and the bus company "
        "Veras object; Veras has sued.",
    },
    "de": {
        "text": "{deed}, und zwar ab Mai. „{praise}“, sagte Bürgermeisterin Ines Tol. Der Ladenbesitzer Rui Sand {called}. Tol hatte ihn vor "
        "einer Woche gelobt. {Company} Veras {warned}. {sued}. {Police} {declined}.",
        "deed": "Arlo sperrt die Mühlenbrücke für Autos",
        "praise": "Das gibt den Menschen den Fluss zurück",
        "called": "nannte den Plan „{funeral}“",
        "funeral": "ein langsames Begräbnis für diese Straße",
        "Company": "Das Busunternehmen",
        "warned": "warnte, seine Fahrer könnten dort nicht wenden",
        "sued": "Es klagte am Montag",
        "Police": "Die Polizei",
        "declined": "wollte sich nicht äußern",
        "statement": "Arlo sperrt die Mühlenbrücke für Autos.",
        "summary": "Arlo will die Mühlenbrücke ab Mai für Autos sperren. Bürgermeisterin Ines Tol begrüßt das, der Ladenbesitzer Rui Sand und "
        "das Busunternehmen Veras sind dagegen; Veras hat geklagt.",
    },
    "fr": {
        "text": "{deed} à partir de mai. « {praise} », a déclaré la maire Ines Tol. Le commerçant Rui Sand {called}. Tol l'avait félicité il y a "
        "une semaine. {Company} Veras {warned}. {sued}. {Police} {declined}.",
        "deed": "Arlo fermera le pont du Moulin aux voitures",
        "praise": "Cela rend le fleuve aux habitants",
        "called": "a qualifié le projet d'« {funeral} »",
        "funeral": "enterrement lent de cette rue",
        "Company": "La compagnie d'autobus",
        "warned": "a averti que ses conducteurs ne pourraient pas y faire demi-tour",
        "sued": "Elle a saisi la justice lundi",
        "Police": "La police",
        "declined": "n'a pas souhaité commenter",
        "statement": "Arlo ferme le pont du Moulin aux voitures.",
        "summary": "Arlo prévoit de fermer le pont du Moulin aux voitures à partir de mai. La maire Ines Tol s'en réjouit, tandis que le commerçant "
        "Rui Sand et la compagnie d'autobus Veras s'y opposent ; Veras a saisi la justice.",
    },
    "es": {
        "text": "{deed} a partir de mayo. «{praise}», dijo la alcaldesa Ines Tol. El comerciante Rui Sand {called}. Tol lo había elogiado hace una "
        "semana. {Company} Veras {warned}. {sued}. {Police} {declined}.",
        "deed": "Arlo cerrará el puente del Molino a los coches",
        "praise": "Esto devuelve el río a la gente",
        "called": "calificó el plan de «{funeral}»",
        "funeral": "un entierro lento para esta calle",
        "Company": "La empresa de autobuses",
        "warned": "advirtió de que sus conductores no podrían dar la vuelta allí",
        "sued": "Presentó una demanda el lunes",
        "Police": "La policía",
        "declined": "no quiso hacer comentarios",
        "statement": "Arlo cierra el puente del Molino a los coches.",
        "summary": "Arlo prevé cerrar el puente del Molino a los coches a partir de mayo. La alcaldesa Ines Tol lo celebra, mientras que el comerciante "
        "Rui Sand y la empresa de autobuses Veras se oponen; Veras ha presentado una demanda.",
    },
    "pt": {
        "text": "{deed} a partir de maio. “{praise}”, disse a prefeita Ines Tol. O comerciante Rui Sand {called}. Tol o tinha elogiado há uma semana. "
        "{Company} Veras {warned}. {sued}. {Police} {declined}.",
        "deed": "Arlo vai fechar a ponte do Moinho aos carros",
        "praise": "Isto devolve o rio às pessoas",
        "called": "chamou o plano de “{funeral}”",
        "funeral": "um enterro lento desta rua",
        "Company": "A empresa de ônibus",
        "warned": "avisou que seus motoristas não poderiam manobrar ali",
        "sued": "Ela entrou na justiça na segunda-feira",
        "Police": "A polícia",
        "declined": "não quis comentar",
        "statement": "Arlo fecha a ponte do Moinho aos carros.",
        "summary": "Arlo planeja fechar a ponte do Moinho aos carros a partir de maio. A prefeita Ines Tol comemora, enquanto o comerciante Rui Sand e a "
        "empresa de ônibus Veras são contra; Veras entrou na justiça.",
    },
}


def examples_in(tag):
    """The example in a language, by its BCP 47 tag; the English one where there is none."""
    pieces = PIECES.get(tag.split("-")[0].lower(), PIECES["en"])
    called = pieces["called"].format(**pieces)
    texts = pieces | {"called": called}
    text = pieces["text"].format(**texts)
    police = f"{pieces['Police']} {pieces['declined']}"
    company = f"{pieces['Company']} Veras {pieces['warned']}."
    return [
        lx.data.ExampleData(
            text=text,
            extractions=[
                extraction(
                    "main_issue", text[: text.index(".") + 1], statement=pieces["statement"], summary=pieces["summary"]
                ),
                extraction("actor", "Arlo", kind="country", aliases=[]),
                extraction("stance", pieces["deed"], actor="Arlo", label="support"),
                extraction("actor", "Ines Tol", kind="person", aliases=["Tol"]),
                extraction("reaction", pieces["praise"], speaker="Ines Tol", kind="praise", polarity="positive"),
                extraction("stance", pieces["praise"].rstrip(","), actor="Ines Tol", label="support"),
                extraction("actor", "Rui Sand", kind="person", aliases=[]),
                extraction("reaction", pieces["funeral"], speaker="Rui Sand", kind="criticism", polarity="negative"),
                extraction("stance", called, actor="Rui Sand", label="oppose"),
                extraction("actor", "Veras", kind="organization", aliases=[pieces["Company"]]),
                extraction("reaction", pieces["warned"], speaker="Veras", kind="concern", polarity="negative"),
                extraction("reaction", pieces["sued"], speaker="Veras", kind="measure", polarity="negative"),
                extraction("stance", pieces["sued"], actor="Veras", label="oppose"),
                extraction("actor", pieces["Police"], kind="organization", aliases=[]),
                extraction("reaction", pieces["declined"], speaker=pieces["Police"], kind="other", polarity="neutral"),
                extraction("stance", police, actor=pieces["Police"], label="neutral"),
                extraction("key_point", text[: text.index(".") + 1]),
                extraction("key_point", company),
                extraction("key_point", f"{pieces['sued']}."),
            ],
        )
    ]


def extraction(extraction_class, text, **attributes):
    return lx.data.Extraction(extraction_class=extraction_class, extraction_text=text, attributes=attributes or None)
