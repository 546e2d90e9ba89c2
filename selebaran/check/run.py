"""All checks of what is shared."""

from __future__ import annotations

from selebaran.check.addresses import check_addresses
from selebaran.check.campaign import check_campaign
from selebaran.check.clear import check_clear
from selebaran.check.derived import check_derived
from selebaran.check.drawings import check_drawings
from selebaran.check.glossary import check_glossary
from selebaran.check.language import check_language
from selebaran.check.links import check_links
from selebaran.check.made_up import check_made_up
from selebaran.check.pieces import check_pieces
from selebaran.check.search import check_search
from selebaran.check.synonyms import check_synonyms
from selebaran.check.templates import check_templates
from selebaran.check.temporary import check_temporary
from selebaran.jobs.stages import staged
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry


@staged("periksa")
def check_shared(registry: Registry) -> list[Problem]:
    """Every fault of shared pages, facts, drawings and pieces, in the order of their places."""
    found = [*check_templates(registry), *check_links(registry), *check_drawings(registry), *check_glossary(registry)]
    found += [*check_synonyms(registry), *check_pieces(registry), *check_derived(registry), *check_campaign(registry)]
    found += [*check_search(registry), *check_made_up(registry), *check_addresses(registry), *check_temporary(registry)]
    faults = {*registry.shared_problems, *found}
    faulty = {fault.place.file for fault in faults if fault.is_error}
    return sorted({*faults, *check_language(registry, faulty), *check_clear(registry, faulty)})
