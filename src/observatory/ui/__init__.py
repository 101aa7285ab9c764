"""What every page shares: layout, words in two languages, figures and days as a person reads them, charts."""
