"""People of a district's outreach as templates see them: each with who says so, and since when."""

from __future__ import annotations

from selebaran.compose.district.outreach import present_outreach
from selebaran.compose.template.formats import Phone
from selebaran.model.outreach import Agent, Guide
from selebaran.read.project import read_project
from tests.conftest import BASE

SEEN = {"sumber": "Karangan", "diperiksa_pada": "2026-11-01"}


def test_an_agent_and_a_guide_are_shown_with_their_source_and_its_day() -> None:
    district = read_project(BASE).districts["kab-uji"].district
    agent = Agent.model_validate({"wilayah": "Desa Uji", "nama": "Nama Rekaan", "telepon": "0254 200123", **SEEN})
    guide = Guide.model_validate({"wilayah": "Desa Lain", "peran": "Kader", **SEEN})
    found = present_outreach(district.model_copy(update={"agents": (agent,), "guides": (guide,)}), (), {})
    shown = {"sumber": "Karangan", "diperiksa_pada": '<time datetime="2026-11-01">1 November 2026</time>'}
    assert agent.phone is not None
    phone = Phone(agent.phone.numbers)
    assert found["agen"] == ({"wilayah": "Desa Uji", "nama": "Nama Rekaan", "telepon": phone, **shown},)
    assert found["tim_pemandu"] == ({"peran": "Kader", "wilayah": "Desa Lain", "nama": None, "telepon": None, **shown},)


def test_what_a_district_does_not_tell_is_there_and_empty() -> None:
    found = present_outreach(read_project(BASE).districts["kab-uji"].district, (), {})
    lists = {"agen", "tim_pemandu", "pos_bantuan", "mitra", "testimoni", "perahu"}
    assert set(found) == lists | {"keadaan", "bantuan_daerah", "forum", "jangkauan_rs"}
    assert {found[name] for name in lists} == {()}
