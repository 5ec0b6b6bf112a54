"""Bodies that issue directives, drawn at random: province, commune and district, Party and State, ministries."""

import random

from benchmarks.built import agencies, places
from benchmarks.built.records import Office

LEVELS = (
    "province_state",
    "province_party",
    "commune_state",
    "commune_party",
    "ministry",
    "department",
    "old_state",
    "old_party",
)


def draw_office(rng: random.Random, level: str, province: str, commune: str) -> Office:
    """The body of a level; a province that is a city is named as one."""
    make = {
        "ministry": _ministry,
        "department": _department,
        "commune_state": _commune,
        "commune_party": _commune,
    }.get(level, _province)
    return make(rng, level, province, commune)


def _province(rng: random.Random, level: str, province: str, commune: str) -> Office:
    city = province in places.CITIES
    unit = "thành phố" if city else "tỉnh"
    if level.endswith("party"):
        body = f"{'Thành' if city else 'Tỉnh'} ủy"
        return Office(
            level=level,
            party=True,
            province=province,
            family=places.FAMILY[province],
            commune="",
            names=(f"{body} {province}", f"Ban Thường vụ {body}", f"Ban Thường vụ {body} {province}", body),
            head=(f"{body.upper()} {province.upper()}",),
            speaks=f"Ban Thường vụ {body}",
            seat=_seat(province),
            letters="TU",
            behalf="T/M BAN THƯỜNG VỤ",
            offices=("BÍ THƯ", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
        )
    place = province.removeprefix("Thành phố ") if city else province
    full = f"Ủy ban nhân dân {unit} {place}"
    head = (full.upper(),) if rng.random() < 0.5 else ("ỦY BAN NHÂN DÂN", f"{unit.upper()} {place.upper()}")
    names = (full, f"UBND {unit} {place}", f"Ủy ban nhân dân {unit}", f"UBND {unit}")
    return Office(
        level=level,
        party=False,
        province=province,
        family=places.FAMILY[province],
        commune="",
        names=names,
        head=head,
        speaks=f"Ủy ban nhân dân {unit}",
        seat=_seat(province),
        letters="UBND",
        behalf="TM. ỦY BAN NHÂN DÂN",
        offices=("CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    )


def _seat(province: str) -> str:
    return province


def _commune(rng: random.Random, level: str, province: str, commune: str) -> Office:
    over = f"{'THÀNH PHỐ' if province in places.CITIES else 'TỈNH'} {province.removeprefix('Thành phố ').upper()}"
    if level.endswith("party"):
        names = (f"Đảng ủy xã {commune}", "Ban Thường vụ Đảng ủy", f"Ban Thường vụ Đảng ủy xã {commune}", "Đảng ủy xã")
        head = (f"ĐẢNG BỘ {over}", f"ĐẢNG ỦY XÃ {commune.upper()}")
        return Office(
            level=level,
            party=True,
            province=province,
            family=places.FAMILY[province],
            commune=commune,
            names=names,
            head=head,
            speaks=f"Ban Thường vụ Đảng ủy xã {commune}",
            seat=commune,
            letters="ĐU",
            behalf="T/M BAN THƯỜNG VỤ",
            offices=("BÍ THƯ", "PHÓ BÍ THƯ"),
        )
    names = (f"Ủy ban nhân dân xã {commune}", f"UBND xã {commune}", "Ủy ban nhân dân xã", "UBND xã")
    head = (f"UBND {over}", f"ỦY BAN NHÂN DÂN XÃ {commune.upper()}")
    return Office(
        level=level,
        party=False,
        province=province,
        family=places.FAMILY[province],
        commune=commune,
        names=names,
        head=head,
        speaks=f"Ủy ban nhân dân xã {commune}",
        seat=commune,
        letters="UBND",
        behalf="TM. ỦY BAN NHÂN DÂN",
        offices=("CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    )


def _ministry(rng: random.Random, level: str, province: str, commune: str) -> Office:
    name = rng.choice(sorted(agencies.MINISTRIES))
    return Office(
        level=level,
        party=False,
        province="",
        family="",
        commune="",
        names=(name,),
        head=(name.upper(),),
        speaks=name,
        seat="Hà Nội",
        letters=agencies.MINISTRIES[name],
        behalf="",
        offices=("BỘ TRƯỞNG", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG"),
    )


def _department(rng: random.Random, level: str, province: str, commune: str) -> Office:
    name = rng.choice(sorted(agencies.DEPARTMENTS))
    unit = "THÀNH PHỐ" if province in places.CITIES else "TỈNH"
    return Office(
        level=level,
        party=False,
        province=province,
        family=places.FAMILY[province],
        commune="",
        names=(name, f"{name} {unit.lower()} {province}", f"{name} {province}"),
        head=(f"UBND {unit} {province.removeprefix('Thành phố ').upper()}", name.upper()),
        speaks=name,
        seat=_seat(province),
        letters=agencies.DEPARTMENTS[name],
        behalf="",
        offices=("GIÁM ĐỐC", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
    )


def agencies_of(office: Office) -> tuple[str, ...]:
    """The agencies to which a body gives tasks."""
    return _local(
        office,
        {
            "province_state": agencies.PROVINCE_STATE,
            "province_party": agencies.PROVINCE_PARTY,
            "commune_state": agencies.COMMUNE_STATE,
            "commune_party": agencies.COMMUNE_PARTY,
            "ministry": agencies.MINISTRY,
            "department": agencies.DEPARTMENT_UNITS,
            "old_state": agencies.PROVINCE_OLD,
            "old_party": (*agencies.PROVINCE_OLD, *agencies.DISTRICT_OLD),
        }[office.level],
    )


def supervisors_of(office: Office) -> tuple[str, ...]:
    """Who watches over the tasks that a body gives."""
    if office.level == "ministry":
        return agencies.SUPERVISORS["ministry"]
    if office.commune:
        return agencies.SUPERVISORS["commune"]
    return _local(office, agencies.SUPERVISORS["province_party" if office.party else "province_state"])


def recipients_of(office: Office) -> tuple[str, ...]:
    """To whom the directives of a body are sent."""
    if office.level == "ministry":
        return agencies.RECIPIENTS_MINISTRY
    return agencies.RECIPIENTS_COMMUNE if office.commune else _local(office, agencies.RECIPIENTS)


def _local(office: Office, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as they are in a city under the central government, which has no "tỉnh"."""
    if office.province not in places.CITIES or office.commune:
        return names
    pairs = (
        ("Tỉnh ủy", "Thành ủy"),
        ("Tỉnh đoàn", "Thành đoàn"),
        (" tỉnh", " thành phố"),
        ("các tỉnh, thành phố", "các tỉnh"),
    )
    for old, new in pairs:
        names = tuple(name.replace(old, new) for name in names)
    return names
