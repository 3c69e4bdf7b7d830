"""One file per question that is put to a report; siblings with the same first word serve it."""
