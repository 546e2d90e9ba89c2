"""A place is written into a configuration so that it means that place alone, or it is refused."""

from __future__ import annotations

import pytest

from selebaran.publish.serving.apache import apache_files
from selebaran.publish.serving.caddy import caddy_files
from selebaran.publish.serving.hosts import Hosts, Site
from selebaran.publish.serving.nginx import nginx_files
from selebaran.publish.serving.where import NotWritable, Where, quoted
from tests.web_servers import running

SITE = "dinkesuji.example"
ONE = Hosts((Site(SITE, f"situs/{SITE}"),))


@pytest.mark.parametrize("write", [caddy_files, nginx_files, apache_files])
@pytest.mark.parametrize(
    "folder",
    [
        '/srv/"; return 200',
        "/srv/$host",
        "/srv/{env.HOME}",
        "/srv/${HOME}",
        "/srv/%{ENV:x}",
        "/srv/a\\",
        "/srv/a\nuser root;",
    ],
)
def test_a_folder_that_would_say_more_than_its_name_is_refused(write: type, folder: str) -> None:
    with pytest.raises(NotWritable):
        write(Where(ONE, folder))


def test_blanks_and_marks_that_mean_nothing_between_quotation_marks_are_written() -> None:
    assert quoted("/srv/situs dinas; #1 (baru)/é") == '"/srv/situs dinas; #1 (baru)/é"'


def test_nginx_reads_such_a_folder_as_it_is(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("situs; #1 'baru'") / "situs" / SITE
    root.mkdir(parents=True)
    (root / "index.html").write_text("ada", "utf-8")
    for folder in root.relative_to("/").parents:  # for a server that runs as another user
        if folder.name.startswith(("situs", "pytest")):
            ("/" / folder).chmod(0o755)
    root.chmod(0o755)
    where = Where(ONE, str(root.parent.parent), behind_proxy=True)
    with running("nginx", where) as server:
        assert server.ask(SITE, "/", tls=False).body == b"ada"
