"""Provinces of 2025 and before, names for communes, and names of people."""


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split("|"))


# Province of 2025 -> those that were merged into it (Resolution 202/2025/QH15); the first bears the name.
PROVINCES = {
    "Tuyên Quang": ("Tuyên Quang", "Hà Giang"),
    "Lào Cai": ("Lào Cai", "Yên Bái"),
    "Thái Nguyên": ("Thái Nguyên", "Bắc Kạn"),
    "Phú Thọ": ("Phú Thọ", "Vĩnh Phúc", "Hòa Bình"),
    "Bắc Ninh": ("Bắc Ninh", "Bắc Giang"),
    "Hưng Yên": ("Hưng Yên", "Thái Bình"),
    "Hải Phòng": ("Hải Phòng", "Hải Dương"),
    "Ninh Bình": ("Ninh Bình", "Hà Nam", "Nam Định"),
    "Quảng Trị": ("Quảng Trị", "Quảng Bình"),
    "Đà Nẵng": ("Đà Nẵng", "Quảng Nam"),
    "Quảng Ngãi": ("Quảng Ngãi", "Kon Tum"),
    "Gia Lai": ("Gia Lai", "Bình Định"),
    "Khánh Hòa": ("Khánh Hòa", "Ninh Thuận"),
    "Lâm Đồng": ("Lâm Đồng", "Đắk Nông", "Bình Thuận"),
    "Đắk Lắk": ("Đắk Lắk", "Phú Yên"),
    "Đồng Nai": ("Đồng Nai", "Bình Phước"),
    "Tây Ninh": ("Tây Ninh", "Long An"),
    "Cần Thơ": ("Cần Thơ", "Sóc Trăng", "Hậu Giang"),
    "Vĩnh Long": ("Vĩnh Long", "Bến Tre", "Trà Vinh"),
    "Đồng Tháp": ("Đồng Tháp", "Tiền Giang"),
    "Cà Mau": ("Cà Mau", "Bạc Liêu"),
    "An Giang": ("An Giang", "Kiên Giang"),
    "Lai Châu": ("Lai Châu",),
    "Điện Biên": ("Điện Biên",),
    "Sơn La": ("Sơn La",),
    "Lạng Sơn": ("Lạng Sơn",),
    "Quảng Ninh": ("Quảng Ninh",),
    "Thanh Hóa": ("Thanh Hóa",),
    "Nghệ An": ("Nghệ An",),
    "Hà Tĩnh": ("Hà Tĩnh",),
    "Cao Bằng": ("Cao Bằng",),
    "Hà Nội": ("Hà Nội",),
    "Huế": ("Huế",),
    "Thành phố Hồ Chí Minh": ("Thành phố Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"),
}
FAMILY = {name: family for family, names in PROVINCES.items() for name in names}
# Cities under the central government, which are no "tỉnh".
CITIES = {"Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hà Nội", "Huế", "Thành phố Hồ Chí Minh"}

COMMUNES = _list(
    "Tân Lập|Tân Thành|Bình An|Phú Mỹ|An Hòa|Vĩnh Thịnh|Long Sơn|Đông Hải|Nam Cường|Xuân Lộc|Hòa Thắng|Quảng Phú|"
    "Thạch Bình|Yên Khang|Mường Chiềng|Pá Khoang|Nậm Pồ|Tà Xi Láng|Pa Vệ Sủ|Mồ Sì San|Ea Drông|Cư Pui|Đắk Rve|"
    "Ia Mơ Nông|Krông Nô|Sín Chéng|Lũng Cú|Tả Van|Bản Lầu|Phong Niên|Trịnh Tường|Cốc Lếu|Khánh Bình Tây|Hưng Mỹ|"
    "Ninh Quới|Vĩnh Hậu|Gành Hào|Phước Long|Châu Thới|Hồ Thị Kỷ|Tam Giang|Đất Mũi|Nguyễn Phích|Biển Bạch|Trí Phải|"
    "Gò Công Đông|Tân Phú Đông|Mỹ Thạnh|Lai Vung|Hòa Long|Phong Mỹ|Ba Sao|Thường Phước|Cao Lãnh Thượng|Triệu Cơ|"
    "Hải Lăng|Vĩnh Thủy|Cửa Việt|Khe Sanh|Lìa|A Dơi|Tuyên Hóa|Minh Hóa|Bố Trạch|Phong Nha|Lệ Ninh|Trường Sơn|"
    "Nga Sơn|Hậu Lộc|Vạn Lộc|Bá Thước|Quan Sơn|Na Mèo|Mường Lát|Thiết Ống|Cẩm Thủy|Kim Tân|Ngọc Lặc|Thường Xuân|"
    "Quỳ Hợp|Mường Xén|Tri Lễ|Anh Sơn|Bạch Hà|Cát Ngạn|Hoa Quân|Đô Lương|Diễn Châu|Nghi Lộc|Kim Liên|Vân Du|"
    "Kỳ Xuân|Hương Khê|Vũ Quang|Sơn Giang|Đức Thọ|Nghi Xuân|Can Lộc|Đồng Lộc|Toàn Lưu|Cẩm Trung|Hoành Sơn"
)
FAMILY_NAMES = _list("Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Đặng|Bùi|Lò|Giàng|Đinh|Trịnh|Lường|Mùa|Y|Hà|Quàng|Đoàn")
MIDDLE_NAMES = _list("Văn|Thị|Đức|Minh|Quốc|Hữu|Thanh|Xuân|Ngọc|A|Công|Thu|Trung|Hồng")
GIVEN_NAMES = _list("Thiều|Hương|Bình|Khánh|Sơn|Dũng|Lâm|Tuấn|Phượng|Chinh|Vinh|Nhân|Toản|Sùng|Nga|Kiên|Hạnh|Quyết")
