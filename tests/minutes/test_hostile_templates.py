"""A user's template is somebody's program: whatever it tries, it ends, says where, reaches nothing
but what it is given, and the built-in one still works."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from papers import paper

from facilitator.errors import BadTemplate
from facilitator.minutes import templates
from facilitator.minutes.templates import rendered

NAME = "minutes.md.j2"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "minutes" / "de").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("GEHEIM", encoding="utf-8")
    return tmp_path


def put(workspace: Path, content: str | bytes, name: str = NAME) -> Path:
    path = workspace / "templates" / "minutes" / "de" / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def use(workspace: Path, content: str | bytes) -> str:
    put(workspace, content)
    return rendered(NAME, "de", {"paper": paper("Text"), "front_matter": False}, workspace)


def refused(workspace: Path, content: str | bytes) -> str:
    with pytest.raises(BadTemplate) as caught:
        use(workspace, content)
    assert caught.value.can_use_built_in
    assert NAME in str(caught.value)
    assert "Nothing was written" in str(caught.value)
    assert len(str(caught.value)) < 800
    values = {"paper": paper("Text"), "front_matter": False}
    assert rendered(NAME, "de", values).lstrip().startswith("# Ergebnisprotokoll")
    return str(caught.value)


def test_a_harmless_one_is_used(workspace: Path) -> None:
    assert use(workspace, "{{ paper.title }} für {{ paper.language }}") == (
        "Ergebnisprotokoll: 2. Netzwerktreffen für de"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ paper.__class__ }}",
        "{{ paper.part.__globals__ }}",
        "{{ paper.part.__func__.__code__ }}",
        "{{ paper['__class__'] }}",
        "{{ paper|attr('__class__') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.system('id') }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ range.__self__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ '{0.__class__}'.format(paper) }}",
        "{{ '{0.part.__globals__}'.format(paper) }}",
        "{{ '{x.__class__}'.format_map({'x': paper}) }}",
        "{{ ('{0.__cla' ~ 'ss__}').format(paper) }}",
        "{{ ['{0.__class__}']|map('format', paper)|list|first|attr('__class__') }}",
        "{{ (paper.title|safe).format.__globals__ }}",
        "{{ lipsum }}",
        "{{ environment }}",
        "{% for x in paper.parts %}{{ x.gibt_es_nicht }}{% endfor %}",
        "{{ paper.parts.append(1) }}",
        "{% set paper.title = 'x' %}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{% include '../../../secret.txt' %}",
        "{% include '..\\\\..\\\\..\\\\secret.txt' %}",
        "{% include 'x/../../../../secret.txt' %}",
        "{% include 'shipped/../../../pyproject.toml' %}",
        "{% include 'a\x00b' %}",
        "{% extends 'minutes.md.j2' %}",
        "{% include 'minutes.md.j2' %}",
        "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' * 10 ** 9 }}",
        "{{ [0] * 999999999 }}",
        "{{ range(10 ** 9)|list }}",
        "{{ 'x'|center(10 ** 10) }}",
        "{{ 'x'|center(100000000000) }}",
        "{{ 'x'|indent(100000000000) }}",
        "{{ '%99999999999d'|format(1) }}",
        "{{ '%.*f'|format(2000000000, 1.5) }}",
        "{{ '{:>99999999999}'.format(1) }}",
        "{{ 'x'.ljust(100000000000) }}",
        "{{ ('a'.ljust(30000).replace('a', 'b'.ljust(30000)).replace(' ', 'c'.ljust(30000))) }}",
        "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
        "{{ " + "-" * 50_000 + "1 }}",
        "{% if 1 %}" * 500 + "x" + "{% endif %}" * 500,
        "{% for a in [1] %}" * 60 + "x" + "{% endfor %}" * 60,
        "{{ 1|" + "|".join(["string"] * 20_000) + " }}",
        "{{ 'x' ",
        "{% block a %}{% endblock %}{% block a %}{% endblock %}",
        "{{ paper.title|unbekannt }}",
        b"eins\n\xff\xfe\n",
        b"{{ paper.title }}\n" * 100_000,
    ],
    ids=lambda template: str(template)[:40],
)  # fmt: skip
def test_it_is_refused_in_words(workspace: Path, template: str | bytes) -> None:
    said = refused(workspace, template)
    assert "GEHEIM" not in said
    assert "root:" not in said


@pytest.mark.parametrize(
    ("template", "line", "problem"),
    [
        ("eins\n{{ 'x' * 1000000000 }}", 2, "too large a factor"),
        ("eins\n\n{{ ''.__class__ }}", 3, "unsafe"),
        ("eins\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 2, "calls itself"),
        ("eins\nzwei\n{{ '%99999999999d'|format(1) }}", 3, "memory"),
        ("eins\n{{ 'x'|center(100000000000) }}", 2, "memory"),
        ("\n\n\n{{ nirgends }}", 4, "'nirgends' is undefined"),
        (b"eins\nzwei\nM\xfcller\n", 3, "not UTF-8"),
    ],
)
def test_it_says_where(workspace: Path, template: str | bytes, line: int, problem: str) -> None:
    said = refused(workspace, template)
    assert f"line {line}," in said
    assert problem in said


@pytest.mark.parametrize(
    "template",
    [
        # no loop of the template: filters that work for minutes on a small text
        "{% set r = range(99999)|list %}{{ (r * 999)|map('string')|join('')|length }}",
        "{% set x = range(90000)|list %}{{ x|reverse|select('in', x)|list|length }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    ],
)
def test_it_is_ended_at_its_limit(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, template: str
) -> None:
    monkeypatch.setattr(templates, "SECONDS", 0.5)
    monkeypatch.setattr(templates, "_GRACE", 0.5)
    said = refused(workspace, template)
    assert "takes longer" in said or "memory" in said


def test_what_would_fill_a_disk_is_refused(workspace: Path) -> None:
    hundred_million = "{{ ('%1000s'|format('x') * 1000)|safe }}" * 100
    assert "far too long a text" in refused(workspace, hundred_million)


@pytest.mark.parametrize("target", ["secret.txt", "/etc/passwd"])
@pytest.mark.parametrize("name", [NAME, "teil.j2"])
def test_a_link_leads_nowhere(workspace: Path, target: str, name: str) -> None:
    put(workspace, "{% include 'teil.j2' %}")
    link = workspace / "templates" / "minutes" / "de" / name
    link.unlink(missing_ok=True)
    link.symlink_to(workspace / target)
    with pytest.raises(BadTemplate, match="a link that leads out") as caught:
        rendered(NAME, "de", {"paper": paper(), "front_matter": False}, workspace)
    assert name in str(caught.value)


def test_a_folder_of_a_town_may_be_a_link_itself(workspace: Path, tmp_path: Path) -> None:
    shared = tmp_path / "laufwerk"
    (workspace / "templates" / "minutes" / "de").rmdir()
    shared.mkdir()
    (workspace / "templates" / "minutes" / "de").symlink_to(shared)
    put(workspace, "unten", "teil.j2")
    assert use(workspace, "oben {% include 'teil.j2' %}") == "oben unten"


def test_a_pipe_and_a_folder_are_no_templates(workspace: Path) -> None:
    place = workspace / "templates" / "minutes" / "de" / "teil.j2"
    os.mkfifo(place)
    with pytest.raises(BadTemplate, match="it is no file"):
        use(workspace, "{% include 'teil.j2' %}")
    place.unlink()
    place.mkdir()
    with pytest.raises(BadTemplate, match="it is no file"):
        use(workspace, "{% include 'teil.j2' %}")


def test_texts_no_file_can_hold_reach_it_all_the_same(workspace: Path) -> None:
    put(workspace, "{{ paper.title }}")
    values = {"paper": paper("halb \ud800"), "front_matter": False}
    assert "Ergebnisprotokoll" in rendered(NAME, "de", values, workspace)
