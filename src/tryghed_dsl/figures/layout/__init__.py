"""How figures stand in rows and columns: from cells to figures by dimensions."""
