"""The day from which on a document was written, also where its head lost the day."""

from datetime import date

import pytest

from build_directives import directive, head
from tracuu.documents import read_documents
from tracuu.facts.writing import written_since
from tracuu.types import Source


@pytest.mark.parametrize(
    ("printed", "since"),
    [
        ("Sơn La, ngày 12 tháng 5 năm 2026", date(2026, 5, 12)),
        ("Sơn La, ngày      tháng 5 năm 2026", date(2026, 5, 1)),
        ("Sơn La, ngày … tháng 11 năm 2026", date(2026, 11, 1)),
        ("Sơn La, ngày____tháng 11 năm 2026", date(2026, 11, 1)),
        ("Sơn La, ngày     tháng     năm 2026", date(2026, 1, 1)),
        ("Sơn La, ngày     tháng 13 năm 2026", None),
        ("Sơn La", None),
    ],
)
def test_a_document_was_written_on_its_day_or_not_before_the_month_that_its_head_says(printed, since):
    body = "1. Các xã báo cáo kết quả tháng 9 năm 2027 về Sở Y tế."
    source = Source(source_id="a.txt", sha256="0", text=directive(top=head(place_date=printed), body=body))
    (document,) = read_documents(source)
    assert written_since(document, source.text) == since
