"""Workflows for GitHub and GitLab: build, publish and hand out one site, each day too; and the facts, each week.

A repository has one site there, so its district is a variable of the repository.
"""

from __future__ import annotations

from selebaran.publish.serving.headers import ABOUT

PUBLISH = "terbit.yml"
GITHUB = ".github/workflows/selebaran-"
TAKEN = """situs=$(.venv/bin/selebaran release list "$DAERAH" | head -n 1 | cut -d " " -f 1)"""
"""The host of the site: that of the release that was just made."""
SAVED = """git add districts/_edisi
{indent}git diff --cached --quiet || git commit --quiet --message "Edisi yang terbit\""""

GITHUB_PUBLISH = f"""# {ABOUT}
# Menerbitkan satu situs ke GitHub Pages. Isi variabel repositori DAERAH dengan slug, misalnya kab-serang.
name: Terbit
on:
  push:
    branches: [main]
    paths-ignore: ["districts/_edisi/**"]
  workflow_dispatch:
  workflow_call:
permissions: {{}}
concurrency:
  group: selebaran-terbit
defaults:
  run:
    shell: bash
jobs:
  terbit:
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      actions: read
      contents: write  # districts/_edisi disimpan
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.pasang.outputs.page_url }}}}
    env:
      DAERAH: ${{{{ vars.DAERAH }}}}
    steps:
      - uses: actions/checkout@v4
      - name: Izinkan dinding pekerja (selebaran walls)
        run: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
      - run: make setup
      - name: Bangun dan terbitkan
        run: .venv/bin/selebaran build "$DAERAH" --publish --one-line | tee -a "$GITHUB_STEP_SUMMARY"
      - name: Simpan catatan edisi
        run: |
          git config user.name selebaran
          git config user.email selebaran@users.noreply.github.com
          {SAVED.format(indent=" " * 10)}
          git push --quiet
      - name: Salin situsnya, tanpa yang sudah dikecilkan
        run: |
          {TAKEN}
          cp -RL "dist/situs/$situs" keluar
          find keluar '(' -name '*.gz' -o -name '*.br' ')' -delete
      - uses: actions/upload-pages-artifact@v4
        with:
          path: keluar
      - id: pasang
        uses: actions/deploy-pages@v4
"""
GITHUB_DAILY = f"""# {ABOUT}
# Setiap hari pukul 00.17 WIB: situsnya disusun lagi untuk hari itu. Jam di sini UTC.
name: Harian
on:
  schedule:
    - cron: "17 17 * * *"
permissions: {{}}
jobs:
  terbit:
    permissions:
      actions: read
      contents: write
      pages: write
      id-token: write
    uses: ./{GITHUB}{PUBLISH}
"""
GITHUB_WEEKLY = f"""# {ABOUT}
# Setiap Senin pukul 06.23 WIB: fakta yang harus diperiksa lagi. Gagal (surel dari GitHub) bila ada yang sudah lewat.
name: Fakta
on:
  schedule:
    - cron: "23 23 * * 0"
  workflow_dispatch:
permissions:
  contents: read
defaults:
  run:
    shell: bash
jobs:
  fakta:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v4
      - run: make setup
      - run: .venv/bin/selebaran facts due | tail -n 1 | tee -a "$GITHUB_STEP_SUMMARY"
"""
GITLAB_SETUP = """image: debian:bookworm-slim
  before_script:
    - apt-get update -qq
    - apt-get install -y -qq --no-install-recommends ca-certificates git make python3-venv
    - make setup"""
GITLAB_PUBLISH = f"""# {ABOUT}
# Menerbitkan satu situs ke GitLab Pages. Variabel CI/CD: DAERAH (slug, misalnya kab-serang), dan SELEBARAN_TOKEN
# (project access token dengan write_repository, masked dan protected) untuk menyimpan catatan edisi.
pages:
  {GITLAB_SETUP}
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $TUGAS == "harian"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "web"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "push"
  resource_group: selebaran-terbit
  script:
    - .venv/bin/selebaran build "$DAERAH" --publish --one-line
    - git config user.name selebaran
    - git config user.email selebaran@noreply.invalid
    - |
      {SAVED.format(indent=" " * 6)}
    - git push --quiet --push-option=ci.skip
      "https://selebaran:$SELEBARAN_TOKEN@$CI_SERVER_HOST/$CI_PROJECT_PATH.git" "HEAD:$CI_DEFAULT_BRANCH"
    - {TAKEN}
    - cp -RL "dist/situs/$situs" public
  artifacts:
    paths: [public]
"""
GITLAB_WEEKLY = f"""# {ABOUT}
# Setiap minggu: fakta yang harus diperiksa lagi. Gagal bila ada yang sudah lewat.
selebaran-fakta:
  {GITLAB_SETUP}
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $TUGAS == "mingguan"
  script:
    - .venv/bin/selebaran facts due
"""
GITLAB_SCHEDULES = f"""#!/bin/sh
# {ABOUT}
# GitLab menyimpan jadwal di servernya, bukan di repositori. Sekali saja; perlu glab yang sudah masuk (glab auth login).
set -eu
cabang=${{1:-main}}
glab schedule create --cron "17 0 * * *" --cronTimeZone Asia/Jakarta --ref "$cabang" \\
    --description "Selebaran: terbitan harian" --variable TUGAS:harian
glab schedule create --cron "23 6 * * 1" --cronTimeZone Asia/Jakarta --ref "$cabang" \\
    --description "Selebaran: fakta mingguan" --variable TUGAS:mingguan
"""


def github_files() -> dict[str, str]:
    """What publishes a site from GitHub, by its place in the repository."""
    return {f"{GITHUB}{PUBLISH}": GITHUB_PUBLISH}


def github_schedule() -> dict[str, str]:
    """The same each day, and the facts each week."""
    return {f"{GITHUB}harian.yml": GITHUB_DAILY, f"{GITHUB}fakta.yml": GITHUB_WEEKLY}


def gitlab_files() -> dict[str, str]:
    """What publishes a site from GitLab; .gitlab-ci.yml includes it."""
    return {".gitlab/selebaran-terbit.yml": GITLAB_PUBLISH}


def gitlab_schedule() -> dict[str, str]:
    """The facts each week, and the script that tells GitLab when."""
    return {".gitlab/selebaran-fakta.yml": GITLAB_WEEKLY, "jadwal.sh": GITLAB_SCHEDULES}
