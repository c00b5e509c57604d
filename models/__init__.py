"""Language: text in; spans, vectors, labels and scores out. Nothing here knows what is stored."""
