"""How agencies are named: the departments here, the words of names in `words`, where a name ends in `names`."""

# Letters that shorten the name of a department (sở) or ministry (bộ), with the part of the name they stand
# for. Those of before 2025 stay, since older documents name them.
DEPARTMENTS = {
    "XD": "Xây dựng", "TC": "Tài chính", "KHCN": "Khoa học và Công nghệ", "KH&CN": "Khoa học và Công nghệ",
    "KH-CN": "Khoa học và Công nghệ", "NN&MT": "Nông nghiệp và Môi trường", "NNMT": "Nông nghiệp và Môi trường",
    "NN-MT": "Nông nghiệp và Môi trường", "NNVMT": "Nông nghiệp và Môi trường",
    "TN&MT": "Tài nguyên và Môi trường", "TNMT": "Tài nguyên và Môi trường",
    "TN-MT": "Tài nguyên và Môi trường", "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn", "GDĐT": "Giáo dục và Đào tạo",
    "GD&ĐT": "Giáo dục và Đào tạo", "GD-ĐT": "Giáo dục và Đào tạo", "DTTG": "Dân tộc và Tôn giáo",
    "DT&TG": "Dân tộc và Tôn giáo", "DT-TG": "Dân tộc và Tôn giáo", "NV": "Nội vụ", "TP": "Tư pháp",
    "CT": "Công Thương", "YT": "Y tế", "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VHTT&DL": "Văn hóa, Thể thao và Du lịch", "VHTT": "Văn hóa và Thể thao", "GTVT": "Giao thông vận tải",
    "KHĐT": "Kế hoạch và Đầu tư", "KH&ĐT": "Kế hoạch và Đầu tư", "KH-ĐT": "Kế hoạch và Đầu tư",
    "TTTT": "Thông tin và Truyền thông", "TT&TT": "Thông tin và Truyền thông",
    "LĐTBXH": "Lao động - Thương binh và Xã hội", "LĐTB&XH": "Lao động - Thương binh và Xã hội",
    "LĐ-TB&XH": "Lao động - Thương binh và Xã hội", "NGV": "Ngoại vụ", "DL": "Du lịch",
}  # fmt: skip


def department_names() -> tuple[str, ...]:
    """What departments and ministries are for, as in their names: "Y tế", "Khoa học và Công nghệ"."""
    return tuple(dict.fromkeys(DEPARTMENTS.values()))
