"""Texts that people, copied web pages and attackers bring."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = (
    "a | b || c |",
    "# kein Titel\n- keine Liste\n> kein Zitat\n1. keine Zahl",
    "*fett* _schräg_ `code` ~~weg~~ [Text](https://example.org) ![b](x.png) <https://example.org>",
    "<script>alert(1)</script><img src=x onerror=alert(1)><!-- -->]]></p></td></table></main>",
    '"><svg onload=alert(1)> \' " & &amp; &lt;b&gt; &#10; &#x41; &copy &nbsp; &notit;',
    "</style></title></textarea><plaintext><style>@import url(//example.org)</style>",
    "javascript:alert(1) http://example.org www.example.org mailto:a@example.org",
    "#set page(width: 1pt) $x^2$ @ref <label> *stark* _betont_ `roh` // weg /* weg */ \\ ~ --- ...",
    '#panic("x") #eval("1") ] ) } \\u{41} #sys.inputs.paper',
    "مرحبا بالعالم (eins) 123, שלום עולם: zwei",
    "\u202erückwärts\u202c \u2066isoliert\u2069 \u202dvor \u2067offen \u200e\u200f\u061c",
    "A\u0308rger e\u0301 n\u0303 z\u0335\u0321\u0322\u0327\u0328\u0337\u0338\u0301\u0300",
    "👍🏽 👩‍👩‍👧‍👦 🏳️‍🌈 ☎️ ✔ 🇩🇪 ⓘ ☑",
    "汉字 日本語 한국어 ไทย हिन्दी ქართული አማርኛ",
    "Привет, Ελληνικά, Łódź, Türkçe, Ærø, İstanbul",
    "\x00\x01\x07\x08\x0b\x0c\x0e\x1b[31mrot\x1b[0m\x7f\x80\x85\x9f",
    "\r\nzwei\rdrei\u2028vier\u2029fünf\tTab  zwei Blanks \u00a0fest\u00ad weich",
    "\ud800 halb \udfff \ufffe \uffff \ufdd0 \U0001ffff \ufeff \ue000 \U000f0000",
    "x" * 10_000,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 20,
    "https://www.stadt-leverkusen.de/rathaus/integration/index.php?id=4711&x=" + "y" * 300,
    "Wort " * 2_000,
    "\n\n\noben und unten leer\n\n",
    " ",
    "\u200b",
    "„Größe“ – 100 % → ½ € ≤ 5 °C “x” ‚y‘ …",
    "{{ 7 * 7 }} {% raw %} {page} {pages} {0} %s ${x}",
    "=HYPERLINK(1) +1 -1 @SUM(A1)",
)

hostile = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE).map(lambda text: text[:40]), min_size=1, max_size=3).map(
        "".join
    ),
    st.text(alphabet=st.characters(), min_size=1, max_size=40),
    st.text(alphabet=st.characters(categories=("Cc", "Cs", "Cf", "Mn", "Zs", "Co", "So")),
            min_size=1, max_size=20),
    st.text(alphabet="<>&\"'/=;#!-[]\\ \n\tabc123", min_size=1, max_size=60),
)  # fmt: skip
