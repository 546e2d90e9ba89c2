/** Made of the records' schemas by scripts/form.py. */
declare module "validators"
