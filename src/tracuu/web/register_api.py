"""The registers over HTTP: JSON, and the files that people download."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Response

from tracuu import vi
from tracuu.registers import Match, TargetEntry, TaskEntry
from tracuu.registers.wording import remarks
from tracuu.web.library import Library
from tracuu.web.register_scope import in_words, target_filter, task_filter

# The verbs of the interface say JSON; given to `add_registers` so that both modules can stand beside each other.
Said = Callable[[object], Response]

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """What /api/tasks answers: the lines of `tasks --json`, names near an unknown agency, and what was left out."""

    tasks: tuple[TaskEntry, ...]
    near: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetList:
    """What /api/targets answers: the lines of `targets --json`."""

    targets: tuple[TargetEntry, ...]


def task_list(library: Library, fields: Mapping[str, str]) -> TaskList:
    """The tasks that the fields ask for.

    Raises:
        TracuuError: a field that cannot be read.
    """
    wanted = task_filter(library, fields)
    found = library.tasks(wanted)
    levels = {one: f"reach={one.value}" for one in Match}
    return TaskList(tasks=found.entries, near=found.near, remarks=tuple(remarks(found, wanted, levels)))


def target_list(library: Library, fields: Mapping[str, str]) -> TargetList:
    """The targets that the fields ask for.

    Raises:
        TracuuError: a field that cannot be read.
    """
    return TargetList(targets=library.targets(target_filter(library, fields)))


def _task_fields(
    agency: Annotated[str, Query(description=vi.CLI_AGENCY)] = "",
    role: Annotated[str, Query(description=vi.CLI_ROLE)] = "",
    document: Annotated[str, Query(description=vi.CLI_IN_DOCUMENT)] = "",
    place: Annotated[str, Query(description=vi.CLI_OF_PLACE)] = "",
    due_after: Annotated[str, Query(description=vi.CLI_DUE_AFTER)] = "",
    due_before: Annotated[str, Query(description=vi.CLI_DUE_BEFORE)] = "",
    text: Annotated[str, Query(description=vi.CLI_WORDS)] = "",
    sort: Annotated[str, Query(description=vi.CLI_SORT)] = "",
    reach: Annotated[str, Query(description=vi.CLI_REACH)] = "",
) -> dict[str, str]:
    return {
        "agency": agency, "role": role, "document": document, "place": place, "due_after": due_after,
        "due_before": due_before, "text": text, "sort": sort, "reach": reach,
    }  # fmt: skip


def _target_fields(
    document: Annotated[str, Query(description=vi.CLI_IN_DOCUMENT)] = "",
    place: Annotated[str, Query(description=vi.CLI_OF_PLACE)] = "",
    year: Annotated[str, Query(description=vi.CLI_YEAR)] = "",
    text: Annotated[str, Query(description=vi.CLI_WORDS)] = "",
) -> dict[str, str]:
    return {"document": document, "place": place, "year": year, "text": text}


TaskFields = Annotated[dict[str, str], Depends(_task_fields)]
TargetFields = Annotated[dict[str, str], Depends(_target_fields)]


def add_registers(app: FastAPI, library: Library, said: Said) -> None:
    """Put /api/tasks and /api/targets on ``app``, and their files as .csv, .xlsx and .docx."""

    @app.get("/api/tasks", summary=vi.CLI_TASKS, responses=_json("TaskList", vi.API_TASKS_FOUND))
    def tasks(fields: TaskFields) -> Response:
        return said(task_list(library, fields))

    @app.get("/api/targets", summary=vi.CLI_TARGETS, responses=_json("TargetList", vi.API_TARGETS_FOUND))
    def targets(fields: TargetFields) -> Response:
        return said(target_list(library, fields))

    for kind in TYPES:
        _add_files(app, library, kind)


def _add_files(app: FastAPI, library: Library, kind: str) -> None:
    described: dict[str, Any] = {"responses": _file(kind), "response_class": Response}

    @app.get(f"/api/tasks.{kind}", summary=vi.API_TASKS_FILE, name=f"tasks_{kind}", **described)
    def tasks(fields: TaskFields) -> Response:
        from tracuu.exports.registers import tasks_sheet

        found = library.tasks(task_filter(library, fields))
        return _sent(tasks_sheet(found.entries, in_words(library, fields)), kind, vi.REGISTER_TASKS_FILE)

    @app.get(f"/api/targets.{kind}", summary=vi.API_TARGETS_FILE, name=f"targets_{kind}", **described)
    def targets(fields: TargetFields) -> Response:
        from tracuu.exports.registers import targets_sheet

        found = library.targets(target_filter(library, fields))
        return _sent(targets_sheet(found, in_words(library, fields)), kind, vi.REGISTER_TARGETS_FILE)


def _sent(sheet: Any, kind: str, name: str) -> Response:
    from tracuu.exports import sheets

    data = {"csv": sheets.csv_bytes, "xlsx": sheets.xlsx_bytes, "docx": sheets.docx_bytes}[kind](sheet)
    headers = {"content-disposition": f'attachment; filename="{name}.{kind}"', "cache-control": "no-store"}
    return Response(data, media_type=TYPES[kind], headers=headers)


def _json(name: str, description: str) -> dict[int | str, dict[str, Any]]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {200: {"description": description, "content": {"application/json": {"schema": schema}}}}


def _file(kind: str) -> dict[int | str, dict[str, Any]]:
    content = {TYPES[kind].split(";")[0]: {"schema": {"type": "string", "format": "binary"}}}
    return {200: {"description": vi.API_REGISTER_FILE, "content": content}}
