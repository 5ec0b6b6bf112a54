"""The ways in which people ask, by what they ask for."""

from dataclasses import dataclass

from tracuu.types import Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A way of asking. ``pattern`` is searched in folded text; the example matches, the near miss does not.

    A near miss may ask something else, just not this.
    """

    intent: Intent
    pattern: str
    example: str
    near_miss: str


_BODY = (
    r"(?:(?:nhung |cac )?(?:co quan|don vi|vu|cuc|chi cuc|thu vien|bao tang|vien|trung tam|cong ty|truong|hoi"
    r"|ban quan ly|ban|nganh|bo|phong|ben|(?<!ket )(?<!tiep )(?<!dau )noi|to chuc|dia phuong|doan the|van phong"
    r"|dang uy|dang doan|dang bo|chi bo|cap uy|ban can su|to chuc dang"
    r"|uy ban|lanh dao|dong chi|can bo|xa|phuong|huyen|cap|to|nguoi|ong|ba|vi"
    r"|(?:pho )?(?:chu tich|giam doc|bi thu|truong ban"
    r"|chanh van phong)|luc luong|benh vien|ngan hang|doanh nghiep|tap doan|lien doan|hop tac xa)"
    r"(?:, (?:so|ban|nganh|bo|uy ban|hoi|doan the|don vi|dia phuong|xa|phuong|to chuc|co quan))*(?: \w+){0,3}? nao)"
)
# "mấy ông", "mấy chị": said of several people, and no number is asked for.
_PEOPLE = r"ong|ba|thay|co|anh|chi|em|bac|cau|cu|dua|thang|vi|chau|me"
_WHO = rf"(?:\b{_BODY}|\b(?:nhung )?ai)\b"
_AGENCY = (
    r"so|don vi|bo|ban|cong an|quan doi|bo chi huy|ubnd|uy ban|hoi|doan|tinh doan|mat tran|trung tam|benh vien|truong"
    r"|chi cuc|cuc|phong|tram|van phong|dang uy|thanh tra"
)
DOCUMENT = (
    r"(?:van ban|ke hoach|nghi quyet|cong van|huong dan|thong bao|quyet dinh|chuong trinh|ket luan|chi thi"
    r"|to trinh|cong dien|nghi dinh|thong tu|quy che|de an)"
)
_WHEN = (
    r"(?:khi nao|bao gio|luc nao|chung nao|bua nao|(?:vao |hom |ngay )thu may"
    r"|(?:vao )?(?:ngay|hom|thang|quy|nam|thoi gian|thoi diem)(?: thang)?(?: nam)? (?:nao|may|bao nhieu))"
)

_EFFECTIVE = r"(?:hieu luc|(?:duoc |bat (?:dau|_) )?ap dung|(?:bat (?:dau|_)|duoc) thi hanh)"
# When rules begin to hold: no day of issue, and no time by which anything must be done.
EFFECT = (
    rf"\b(?:{DOCUMENT}|quy dinh|chinh sach|bang gia|muc (?:ho tro|thu|chi|phi))\b.*"
    rf"\b(?<!phai ){_EFFECTIVE}(?: thi hanh)?(?: ke)?(?: tu)? {_WHEN}"
    rf"|^(?:cho biet )?ngay (?:bat (?:dau|_) )?(?:co hieu luc|ap dung|thi hanh)(?: cua)? {DOCUMENT}\b"
    rf"|\b{DOCUMENT}\b.*\bngay (?:co hieu luc|ap dung|thi hanh)$"
    rf"|{_WHEN}\b.*\b(?:{DOCUMENT}|quy dinh|chinh sach|bang gia)\b"
    rf".*\b(?:co hieu luc|(?<!phai )(?:duoc|bat (?:dau|_)) ap dung|bat (?:dau|_) thi hanh)\b"
)
_OFFICE_HOLDER = (
    r"(?:(?:pho )?(?:chu tich|giam doc|bi thu|cuc truong|vu truong|hieu truong|truong ban|truong phong|truong thon"
    r"|chanh van phong|chanh thanh tra|chanh an|vien truong|tong giam doc|bo truong|thu truong|chi huy truong"
    r"|truong doan|to truong|doi truong)|nguoi dung dau|lanh dao)"
)
_HUMAN = (
    r"nguoi|ong|ba|anh|chi|em be|tre em|tre nho|chau|nan nhan|hoc sinh|giao vien|bac si|can bo|chien si|dong chi"
    r"|chu (?:ho|tau|xe|co so)"
)
# A person's name is asked for, of an office or of anybody. Near miss: "chu tich ky ke hoach la ai" (who signed).
PERSON = (
    rf"^(?!.*\b(?:ky|chiu trach nhiem|chu tri|phu trach|giao)\b)(?:.*\b{_OFFICE_HOLDER}\b.*"
    rf"\b(?:ten (?:la )?gi|ten (?:la )?ai|la (?:ai|(?:nguoi|vi|ong|ba|ong ba|dong chi) nao)|ho ten(?: la gi)?)$"
    rf"|(?:ai|ong nao|ba nao) (?:dang |hien )*(?:la|lam|giu chuc) {_OFFICE_HOLDER}\b"
    rf"|.*\b(?:{_HUMAN})\b.*\b(?:ten ho|ho ten|ho va ten|ten tuoi|ten)(?: ho)?(?: la)? (?:gi|ai|chi)$)"
)

# What a document does or undergoes at a time, and not its day. Match: "ke hoach 39 so ket khi nao", "… cua xa tong ket
# ngay nao". Near miss: "ke hoach 39 ngay nao", "ke hoach 39 cua tinh uy la ngay nao".
_DOES_WHEN = (
    rf".*{DOCUMENT} (?:so )?\d[\w/&-]* (?!(?:so|cua|ve|nay|do|nam|ngay|la|co|de|vao|tu|ky|ban hanh|ra|duoc|vua|moi|da"
    rf"|khi|bao|luc|chung|hom|thang|quy|thoi|bua|{DOCUMENT})\b)\w+(?: \w+)? (?:vao |tu )?{_WHEN}$"
    rf"|.*\b(?:so ket|tong ket|bat dau|khoi cong|khoi dong|khanh thanh"
    rf"|dien ra|xay ra|(?<!cuoc )hop|to chuc|kiem tra|giam sat|danh gia|nghiem thu|khai mac|be mac|phat dong|cong bo"
    rf"|thong qua|ra soat|dieu chinh|sua doi|bo sung|thay the|mo|dong|gui|trao) (?:lai |vao |tu |den |truoc )?{_WHEN}$"
)

# A part of a text. Near miss: "trọng điểm", "địa điểm", "thành phần", "hạng mục".
_PART = (
    r"(?:cho|doan|(?<!thanh )phan|(?<!hang )(?<!danh )muc|(?<!trong )(?<!dia )(?<!thoi )(?<!quan )(?<!dac )diem|dieu"
    r"|khoan|trang)"
)

# Tried in order: what is asked of the document itself, then of its tasks; the first that matches wins.
ASKINGS = (
    Asking(
        intent=Intent.FREE,
        pattern=rf"\b(?:thay(?: the)?(?: cho)?|(?:bai |huy )?bo) (?:cai |ban )?{DOCUMENT} (?:cu |truoc )?(?:so )?"
        r"(?:may|nao|bao nhieu|gi)\b"
        rf"|\b{DOCUMENT} (?:cu|truoc(?: day| do)?) (?:mang )?(?:so )?(?:may|nao|bao nhieu)\b"
        rf"|\bma {DOCUMENT} (?:so )?\d[\w/&-]*.*\b(?:nhac(?: den| toi)?|dan(?: chieu| ra)?|vien dan|neu|can cu"
        r"|kem theo)\b.*\bso (?:may|nao|bao nhieu)$",
        example="Kế hoạch này thay thế kế hoạch số mấy?",
        near_miss="Kế hoạch thay thế này số mấy?",
    ),
    Asking(
        intent=Intent.SYMBOL,
        pattern=r"\b(?:so hieu|so,? (?:va )?ky hieu|ky hieu (?:van ban|la|gi)|mang so (?:nao|may|gi|bao nhieu))",
        example="Số hiệu của kế hoạch quy hoạch đô thị là gì?",
        near_miss="Số lượng đô thị là bao nhiêu?",
    ),
    Asking(
        intent=Intent.SYMBOL,
        pattern=rf"(?<!nam trong )(?<!nam o )(?<!ghi trong )(?<!ghi o )(?<!quy dinh trong )(?<!quy dinh o )(?<!noi o )"
        rf"\b{DOCUMENT}\b.{{0,80}}?\b(?:la )?(?<!tong )so (?:may|bao nhieu|nao)"
        r"(?=$|,| va\b| (?:vay|the|nhi|a|ngay|ai)\b)",
        example="Kế hoạch của Tỉnh ủy về đô thị là số mấy?",
        near_miss="Kế hoạch đặt số căn nhà ở xã hội là bao nhiêu?",
    ),
    Asking(
        intent=Intent.SYMBOL,
        pattern=rf"^so (?:cua )?(?:cai |ban )?{DOCUMENT}\b|^{DOCUMENT} nao\b.*\bcho (?:toi |em |biet )?(?:xin )?so\b",
        example="Số của tờ trình về nhà ở xã hội?",
        near_miss="Số nhà ở xã hội hoàn thành trong kế hoạch?",
    ),
    Asking(
        intent=Intent.SIGNATORY,
        pattern=rf"(?:{_WHO}|\b(?:bac|anh|chi|co|chu|sep|thay|cu) nao) "
        r"(?:da |la nguoi |dung ten |\w+ but |thay mat (?:\w+ ){1,6}?)?ky\b"
        r"(?! (?:hop dong|ket(?! luan)|cam ket|hieu)\b)"
        rf"|\b{_OFFICE_HOLDER}\b.{{0,60}}\bky\b.{{0,60}}\b(?:ten (?:la )?(?:gi|ai)|la ai|ho ten(?: la gi)?)$"
        rf"|\bnguoi (?:da )?(?:\w+ but )?ky\b|\bky ten\b|\bchu ky (?:cua|tren)\b"
        rf"|\bchu ky (?:la )?{_WHO}|{_WHO} (?:da )?dat but\b",
        example="Công văn 584 do ai ký?",
        near_miss="Định kỳ ai báo cáo kết quả?",
    ),
    Asking(
        intent=Intent.FREE,
        pattern=EFFECT,
        example="Quyết định này có hiệu lực từ ngày nào?",
        near_miss="Quyết định này ban hành ngày nào?",
    ),
    Asking(
        intent=Intent.FREE,
        pattern=PERSON,
        example="Giám đốc Sở Y tế tên là gì?",
        near_miss="Giám đốc nào ký kế hoạch 39?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"\b(?:ban hanh|phat hanh|duoc ra|ky|de) (?:tu |vao )?{_WHEN}\b"
        rf"|\b{DOCUMENT}\b.{{0,80}}?\b(?:phat(?: di| ra)?|gui di|danh di|ra doi|phat lenh) (?:tu |vao |luc )*"
        rf"(?:may gio|{_WHEN})\b"
        rf"|\b{DOCUMENT}\b.{{0,80}}?(?<!xay )(?<!dien )(?<!gay )(?<!mo )(?<!dua )(?<!bo )\bra (?:tu |vao )?{_WHEN}\b"
        rf"|\bngay (?:thang )?(?:nam )?(?:ban hanh|ky|phat hanh|(?:cua|tren) {DOCUMENT})\b"
        rf"|^{DOCUMENT}\b.{{0,60}}\b(?:de|ky|ban hanh|ra) ngay$"
        rf"|^(?!.*\b(?:phai|bao cao|nop|yeu cau|han|xong|cham nhat|muon nhat|truoc|cac)\b)(?:.*\bra (?:cai |ban )?"
        rf"(?:cong van|chi thi|cong dien|thong bao|nghi quyet|ket luan)\b.{{0,80}}|to trinh\b.{{0,100}}\bgui)"
        rf" (?:vao )?{_WHEN}$",
        example="Kế hoạch 39 ban hành ngày nào?",
        near_miss="Quy chế phải hoàn thành ngày nào?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"^(?!.*\b(?:phai|hoan thanh|xong"
        rf"|han|deadline|nop)\b).*\b{_WHEN}.{{0,40}}\bban hanh (?:\w+ ){{0,2}}?(?:{DOCUMENT}|\d)",
        example="Khi nào Tỉnh ủy ban hành kế hoạch 39?",
        near_miss="Khi nào phải ban hành kế hoạch thực hiện?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"^(?!.*\b(?:phai|hoan thanh|xong|han|deadline|nop|hieu luc|thi hanh|ap dung)\b)(?!{_DOES_WHEN})"
        rf"(?:(?:cai|ban|ngay(?: thang)?(?: cua)?) )?{DOCUMENT}\b.{{0,100}}\b(?:la|co|de|vao|tu) {_WHEN}$",
        example="Thông báo 01-TB/BCĐ của Ban Chỉ đạo là ngày nào?",
        near_miss="Kế hoạch 39 yêu cầu phải báo cáo vào ngày nào?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"^(?!.*\b(?:phai|hoan thanh|xong|han|deadline|nop|yeu cau|bao cao|giao|thuc hien|trien khai"
        rf"|hieu luc|ap dung|thi hanh|ket thuc)\b)(?!{_DOES_WHEN})"
        rf"{DOCUMENT}\b.{{0,100}} {_WHEN}$",
        example="Tờ trình đề án nhà ở xã hội ngày nào?",
        near_miss="Kế hoạch 39 yêu cầu báo cáo ngày nào?",
    ),
    Asking(
        intent=Intent.FREE,
        pattern=rf"\btheo (?:de nghi|de xuat|to trinh|y kien) (?:so \w+ )?(?:cua )?{_WHO}",
        example="Quyết định này ban hành theo đề nghị của ai?",
        near_miss="Ai ban hành quyết định này theo đề nghị của Sở Y tế?",
    ),
    Asking(
        intent=Intent.ISSUER,
        pattern=rf"{_WHO} (?:da |duoc )?(?:ban hanh|ra|phat hanh) (?:\w+ ){{0,2}}?(?:{DOCUMENT}\b|\d)|\b(?:do"
        rf"|cua) {_WHO}(?: (?!dung|lam|tim|gay|bo|chi|mo|lap)\w+)?"
        r" (?:ban hanh|ra(?! (?:soat|quan|don|lenh))|phat hanh)\b"
        rf"|^{DOCUMENT}\b.{{0,60}} {_WHO} (?:da )?(?:ban hanh|ra|phat hanh)$|\bdon vi ban hanh {DOCUMENT}\b"
        rf"|\b(?:co quan|noi|cap) ban hanh\b|\b{DOCUMENT}.{{0,60}} (?:do|cua) {_WHO}\s*$",
        example="Cơ quan nào ban hành kế hoạch 2233?",
        near_miss="Cơ quan nào chủ trì ban hành quy chế quản lý kiến trúc?",
    ),
    Asking(
        intent=Intent.RECIPIENTS,
        pattern=rf"\b(?:gui|kinh gui|chuyen)(?: (?:de )?bao cao)?(?: (?:cho|den|toi|ve|di|len))? "
        rf"(?:{_WHO}|(?:nhung )?(?:dau|noi nao))"
        rf"|^(?!.*\b(?:yeu cau|phai|giao|bao cao|so lieu|ket qua)\b){DOCUMENT}\b.{{0,80}}\b(?:gui|kinh gui)"
        r" (?:de \w+ \w+ )?(?:(?:cho|den|toi|ve|len) )?"
        r"(?:nhung |cac )?(?!theo\b)(?:\w+ ){1,4}nao\b"
        rf"|\bnoi nhan\b|\bkinh gui\b"
        rf"|{_WHO} (?:duoc )?nhan (?:duoc )?{DOCUMENT}|\bnguoi nhan\b"
        rf"|\bnao (?:(?:cua|o|tai|thuoc) (?:\w+ ){{1,4}}?)?duoc gui (?:\w+ ){{0,2}}?{DOCUMENT}",
        example="Công văn 584 gửi cho những ai?",
        near_miss="Ai gửi báo cáo kết quả hằng năm?",
    ),
    Asking(
        intent=Intent.WHERE,
        pattern=rf"\b(?:nam|xep|dat|thuoc|ghi|viet|neu|noi|nhac|quy dinh) (?:\w+ ){{0,3}}?(?:o|vao|tai|trong|thuoc)"
        rf" (?:nhom|chuong|{_PART})(?:,? (?:hay |hoac |va )?{_PART})*(?: (?:lon|so|thu))? (?:nao|may)\b"
        rf"|\b(?:nam|ghi|quy dinh|noi) (?:trong|o) {DOCUMENT}(?: so)? (?:nao|may|bao nhieu)\b"
        rf"|\b(?:mo|xem|doc|tra|gio|lat)(?: (?:o|den|toi))? (?:{_PART},? )+nao\b|\btai {_PART} nao$"
        rf"|^tim (?:cho \w+ )?(?:cac |nhung )?{DOCUMENT} (?:\w+ ){{0,6}}?(?:co quy dinh|noi|quy dinh|neu|nhac)\b"
        rf"|^(?:nhung |cac |trong |theo |o )?{DOCUMENT} nao\b|\b(?:o|trong|tai|theo) {DOCUMENT} nao\b"
        rf"|\b{DOCUMENT} nao (?:noi|quy dinh|neu|de cap|nhac|ghi|giao|yeu cau|huong dan|co)\b"
        rf"|^(?!.*{_WHO})(?!.*\bo diem nao$)(?:.*\b(?:o|tai|trong|tu) )?{_PART} nao\b"
        r"(?!.*\bnhiem vu nao)"
        r"|\bo (?:phan|muc|dieu|khoan|trang) may(?=$|,| (?:cua|trong|tai|thi|vay|the)\b)"
        r"|^(?:phan|muc|dieu|khoan|trang) may\b"
        r"|\b(?:noi|nhac|viet|ghi|quy dinh|de cap|neu) (?:\w+ )?o (?:dau|phan nao|muc nao|van ban nao)\b"
        r"|\b(?:doan|phan|noi dung|cau|chi tiet|quy dinh|dieu|muc|van ban|cum tu|thong tin)\b.*\bo dau\s*$",
        example="Văn bản nào nói về nhà ở công nhân?",
        near_miss="Xây trường nội trú ở xã nào?",
    ),
    Asking(
        intent=Intent.FREE,
        pattern=r"\b(?:lam|lo|chu tri|duoc giao|thuc hien|co) "
        r"(?:nhung |cac )?(?:nhiem vu|viec|cong viec)? ?(?:gi|nao)\b"
        r"(?! \w* ?(?:khi|bao))(?<!khi nao)",
        example="Người dân phải làm những việc gì?",
        near_miss="Việc này do ai làm?",
    ),
    Asking(
        intent=Intent.FREE,
        pattern=r"\b(?:khi|luc) nao (?:(?:thi|moi) ){1,2}(?:duoc|bi|cho phep)\b",
        example="Cống ngăn mặn khi nào mới được mở?",
        near_miss="Khi nào thì xong cống ngăn mặn?",
    ),
    Asking(
        intent=Intent.DEADLINE,
        pattern=rf"^(?!.*\bbao nhieu\b).*\b(?:{_WHEN}"
        r"|thoi han|han chot|han cuoi|han hoan thanh|han (?:den|la)|cham nhat|thoi (?:gian"
        rf"|diem) (?:hoan thanh|thuc hien)"
        rf"|hoan thanh truoc|truoc (?:ngay|thang|nam) nao|(?:da |phai )?xong (?:chua|truoc))\b",
        example="Khi nào phải xong quy hoạch chung?",
        near_miss="Đơn vị nào lo quy hoạch chung?",
    ),
    Asking(
        intent=Intent.DEADLINE,
        pattern=r"(?<!gioi )(?<!vo )\bhan(?: chot| cuoi)?(?: xong| hoan thanh)?(?: nao)?$"
        r"|^(?:thoi )?han (?!muc|ngach|che|han)\w|^thoi gian (?!qua|toi|vua)\w|^tien do \w",
        example="Hạn hoàn thành cơ sở dữ liệu đất đai?",
        near_miss="Hạn mức giao đất ở là bao nhiêu?",
    ),
    Asking(
        intent=Intent.DEADLINE,
        pattern=r"^(?!.*\bbao nhieu (?!ngay|gio|tieng|phut|tuan|thang)\w.*\btrong may thang\b).*"
        r"\btrong (?:vong |thoi han )?(?:may|bao nhieu) (?:ngay|gio|tieng|phut|tuan|thang)\b"
        r"|\b(?:co|cho|duoc|can|mat) (?:may|bao nhieu) (?:ngay|gio|tieng|phut|tuan|thang)"
        r"(?: \w+){0,2}? (?:de|thi|phai)\b"
        r"|\b(?:bao lau|may (?:ngay|tuan|thang)) (?:\w+ ){0,6}?mot lan\b|\btrong bao lau\b",
        example="Lợn bệnh phải tiêu hủy trong mấy giờ?",
        near_miss="Trong mấy xã có dịch, xã nào nặng nhất?",
    ),
    Asking(
        intent=Intent.DEADLINE,
        pattern=r"\b(?:truoc|vao|den|toi|tu|hom|cham nhat|muon nhat|cham nhat la|muon nhat la|xong) (?:het )?ngay"
        r" (?:bao nhieu|may)\b(?! ngay)",
        example="Điện lực phải phát quang hành lang trước ngày bao nhiêu?",
        near_miss="Mỗi ngày bao nhiêu chuyến xe?",
    ),
    Asking(
        intent=Intent.DEADLINE,
        pattern=r"\bhan (?:chot |cuoi |xong )?(?:toi|den|o) dau\b|\bbao lau (?:thi |la )?(?:phai|can|moi|xong)\b",
        example="Nạo vét luồng vào cảng hạn tới đâu?",
        near_miss="Nước dâng tới đâu thì phải dời nhà?",
    ),
    Asking(
        intent=Intent.FIGURE,
        pattern=r"\b(?:bao nhieu|nhieu (?:phan tram|tien|t[yi]|trieu|met|can|ha|km|nguoi|ho)|la may$)\b"
        r"|\b(?:dat|len|xuong|toi|bang|con)"
        r" (?:den |duoc )?(?:may|muc nao)\b|\bmay (?:%|phan tram)"
        rf"|\bco may (?:{_PEOPLE})\b(?! (?:nao|gi)\b)",
        example="Tỷ lệ đô thị hóa đến năm 2030 đạt bao nhiêu?",
        near_miss="Nhiệm vụ mua sắm máy móc do ai chủ trì?",
    ),
    Asking(
        intent=Intent.FIGURE,
        pattern=rf"^(?!.*{_WHO}).*(?<!cho )(?<!cua )(?<!voi )\bmay "
        rf"(?!(?:moc|tinh|bay|chu|{_PEOPLE})\b)\w+(?!.*\bnao\b)",
        example="Cảng chứa được chừng mấy chiếc tàu?",
        near_miss="Mấy thầy ở chùa làm gì khi có lũ?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"^(?!.*\b(?:chu tri|dau moi)\b).*(?:{_WHO}.{{0,60}}"
        r"\b(?:phoi hop|(?:bat tay|hop tac|chung tay) (?:voi|cung))"
        rf"|{_WHO} (?:cung )?tham gia (?:voi|cung)\b|\bphoi hop (?:voi |cung |voi nhung "
        rf"|la )?{_WHO}|\b(?:co quan|don vi) phoi hop)",
        example="Những cơ quan nào phối hợp lập quy hoạch chung?",
        near_miss="Cơ quan nào chủ trì, phối hợp lập quy hoạch chung?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"^(?:cung|cung voi|ngoai|ben canh) (?:{_AGENCY})\b.{{0,60}}?\b{_WHO} (?:nua |se |phai |cung |duoc )*"
        r"(?:tham gia|lam|thuc hien|kiem tra|giup|ho tro|lo)\b",
        example="Cùng với Công an tỉnh, cơ quan nào tham gia kiểm tra đò ngang?",
        near_miss="Cùng với quy hoạch chung, cơ quan nào lập danh mục?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"\bchu tri.{{0,60}}\bphoi hop (?:voi |cung )?{_WHO}",
        example="Sở Xây dựng chủ trì và phối hợp với cơ quan nào?",
        near_miss="Cơ quan nào chủ trì và phối hợp với Sở Xây dựng?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"^(?:co quan |don vi )?phoi hop \w.*(?:\bgom\b|{_WHO})"
        rf"|\b(?:lam|di|thuc hien|trien khai) (?:cung|chung|voi)(?: voi)? {_WHO}"
        rf"|^(?!.*\b(?:chu tri|dau moi|phu trach)\b).*\b(?:bat tay|chung|cung)(?: voi)? (?!cap\b){_WHO}",
        example="Phối hợp thanh tra kỳ thi gồm những ai?",
        near_miss="Phối hợp với Sở Y tế từ khi nào?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"^(?!.*\b(?:theo doi|don doc|doc thuc|bam|thuc|tham muu)\b).*{_WHO} "
        r"(?:giup|ho tro|tiep suc(?: cho)?|chi vien(?: cho)?"
        r"|cung(?: voi)?(?! (?:lam$|\w+ vai chinh|chiu trach nhiem)))\b",
        example="Trường nào giúp Sở Khoa học và Công nghệ lập đề án?",
        near_miss="Ai được hỗ trợ tiền thuê nhà?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"\b(?:o |ten )?(?:o|trong|tai) (?:phan|cot|muc) phoi hop\b|\bla ben phoi hop\b"
        rf"|{_WHO}.{{0,40}}?\b(?:sat canh|ke vai|chung vai|di cung) (?:voi )?(?!cap\b)",
        example="Sở nào được ghi ở cột phối hợp?",
        near_miss="Cơ quan nào ghi chép ở cột mốc?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"^(?!.*\b(?:chu tri|dau moi|phu trach)\b).*(?:{_WHO} (?:se |phai |can |cung |duoc )?"
        r"(?:phu(?! (?:trach|nu|luc|cap|hop|thuoc))|tiep tay|gop suc|gop tay|chung suc|chung tay|dong hanh|cung lam$"
        rf"|cung tham gia|tham gia(?= (?:voi|cung)\b|$))\b"
        rf"|\b(?:co|them) {_WHO} tham gia(?! (?:lop|hoi nghi|tap huan|bao hiem|thi|hoc)\b))",
        example="Trường nào phụ Sở Y tế tập huấn sơ cứu?",
        near_miss="Cơ quan nào phụ trách tập huấn sơ cứu?",
    ),
    Asking(
        intent=Intent.SUPERVISING,
        pattern=rf"^(?!.*\b(?:chu tri|dau moi|lo|phu trach|chiu trach nhiem)\b).*{_WHO}.{{0,60}}?"
        r"\b(?:de mat|de y|dom(?: ngo| lai)?|trong coi|trong chung|canh chung|don thuc|doc thuc|nhac nho|nhac viec"
        r"|bam(?: \w+)? va (?:don )?(?:thuc|doc))\b",
        example="Hội nào để mắt tới việc cấp gạo cứu đói?",
        near_miss="Ai đặt mắt lưới trên sông?",
    ),
    Asking(
        intent=Intent.SUPERVISING,
        pattern=r"\b(?:(?:dong chi )?lanh dao|dong chi)(?: (?!nao)\w+){0,4}? nao\b(?: \w+){0,10}? phu trach\b",
        example="Lãnh đạo nào của sở phụ trách việc mua vắc xin?",
        near_miss="Cơ quan nào phụ trách việc mua vắc xin?",
    ),
    Asking(
        intent=Intent.SUPERVISING,
        pattern=rf"^(?:theo doi|giam sat(?! vien)|don doc)\b.*\b(?:la|do) (?:{_WHO})",
        example="Giám sát việc bố trí cán bộ là cơ quan nào?",
        near_miss="Giám sát mấy lần một năm?",
    ),
    Asking(
        intent=Intent.SUPERVISING,
        pattern=r"^(?:cap uy|co quan|don vi|dong chi) (?:theo doi|chi dao|giam sat|don doc)\b",
        example="Cấp ủy theo dõi bảo tồn tiếng nói dân tộc",
        near_miss="Cấp ủy phải làm gì?",
    ),
    Asking(
        intent=Intent.SUPERVISING,
        pattern=rf"^(?!.*\b(?:chu tri|dau moi|lo|phu trach|chiu trach nhiem)\b).*"
        rf"(?:{_WHO}.{{0,60}}?(?:\b(?:theo doi|(?<!doan )(?<!sau )giam sat|don doc)"
        rf"|(?<!ban )\bchi dao)"
        rf"|(?:theo doi|(?<!doan )(?<!sau )giam sat|don doc|(?<!ban )\bchi dao).{{0,60}}{_WHO}"
        rf"|\b(?:co quan|don vi) (?:theo doi|chi dao|giam sat))",
        example="Ban nào theo dõi, chỉ đạo nhiệm vụ này?",
        near_miss="Ai là trưởng ban chỉ đạo?",
    ),
    Asking(
        intent=Intent.FREE,
        pattern=r"\b(?:gom|bao gom) (?:co )?(?:nhung |cac )?(?:\w+,? ){1,4}nao\b",
        example="Khu đô thị mới gồm những xã, phường nào?",
        near_miss="Cơ quan nào lập phương án gồm ba bước?",
    ),
    Asking(
        intent=Intent.LEAD,
        pattern=rf"{_WHO}.{{0,80}}?\b(?:phai|can|chu tri|chiu trach nhiem|co trach nhiem|co nhiem vu|dau moi|lo"
        r"|phu trach|dam nhiem"
        r"|dam trach|dam nhan|dung ra"
        rf"|duoc giao|tham muu|thuc hien|trien khai"
        r"|lam|lap|xay dung|to chuc|ban hanh|hoan thanh|xu ly|quan ly|bao cao|dung ra|tuyen truyen|ra soat|trinh)\b",
        example="Đơn vị nào làm đầu mối lập quy hoạch chung?",
        near_miss="Kế hoạch nào nói về quy hoạch chung?",
    ),
    Asking(
        intent=Intent.LEAD,
        pattern=rf"\b(?:giao|trach nhiem|tham quyen|viec|chu tri|dau moi|phu trach|nhiem vu)\b.{{0,80}}?\b(?:cho |cua "
        rf"|thuoc (?:ve )?|do |la )?{_WHO}|\b(?:do|giao|giao cho) {_WHO}"
        r"|\b(?:co quan|don vi) (?:chu tri|dau moi|chiu trach nhiem)",
        example="Nhiệm vụ quy hoạch đô thị giao cho ai?",
        near_miss="Nhiệm vụ quy hoạch đô thị gồm những gì?",
    ),
    Asking(
        intent=Intent.LEAD,
        pattern=rf"(?:^{_WHO}|\b{_BODY}|\bai) "
        r"(?!(?:phoi hop|ky|ban hanh|theo doi|giam sat|duoc|bi|co|la|thuoc|trong|o"
        r"|huong(?! dan)|nhan|nop|dong(?! cua)|mua|thue|vay)\b)"
        r"\w+ \w+"
        r"|\bnao (?:phu trach|chu tri|dung ra|chiu trach nhiem|dam nhan|dam nhiem)\b"
        r"|\bai (?!la|do|vay|the|day|duoc|bi|co|nua)\w+$|\bdo dau (?=chu tri|lam|lo|phu trach)"
        r"|\bso nao\b.{0,40}\b(?:chu tri|tham muu|phu trach|lo|xay dung|thuc hien)\b",
        example="Đơn vị nào nạo vét kênh mương?",
        near_miss="Cơ quan nào thuộc tỉnh ủy?",
    ),
    Asking(
        intent=Intent.FIGURE,
        pattern=r"(?:^|\b(?:neu|cho biet) )(?:(?:muc tieu|chi tieu)(?: ve)? )?"
        r"(?:t[iy] le|chi tieu|dien tich|kim ngach|kinh phi|doanh thu|thu ngan sach|san luong|tong san pham|grdp"
        r"|so luong|mat do|t[iy] trong|tong (?:von|kinh phi|so|muc|dien tich|nhu cau)"
        r"|muc (?:ho tro|chi|thu|tro cap|giam)"
        r"|so (?!(?:dien thoai|may|fax|nha|tai khoan|va|hieu|ky|cua|van ban|cong van)\b)\w+)\b"
        r"(?!.*\b(?:cach|phuong phap|nao|gi|ai|dau)\b)",
        example="Tỷ lệ đô thị hóa đến năm 2030",
        near_miss="Giải pháp nâng tỷ lệ đô thị hóa",
    ),
)
