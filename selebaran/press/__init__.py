"""Edition -> PDFs and images. The only importer of weasyprint; it sees composed pieces and nothing else."""
