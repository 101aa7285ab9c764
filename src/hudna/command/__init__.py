"""The command line: reads files, shows what they claim, and looks after lexicons and gazetteers."""
