"""Papers of office programs: Word, OpenDocument, Excel, Rich Text and e-mails, each read to lines in a file of its own."""
