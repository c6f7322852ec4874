"""Many councils in PostgreSQL: the time of searches over one or all of them. __main__ fills a database and measures."""

__all__: list[str] = []
