"""Edition -> web root. The only importer of mkdocs; MkDocs sees composed pages and nothing else."""
