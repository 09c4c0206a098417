"""Every table, so that the schema is whole for whoever compares it. The service itself speaks SQL and loads none."""

from __future__ import annotations

from storage import case_tables, desk_tables, reach_tables, room_tables, tables, talk_tables
from storage.schema import Table

__all__ = ["Table", "case_tables", "desk_tables", "reach_tables", "room_tables", "tables", "talk_tables"]
